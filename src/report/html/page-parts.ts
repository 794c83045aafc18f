import { scriptJsonParts } from './script-json.ts'

/** Where in a page the summary for viewers without scripts goes, and where the data. Each stands there once. */
export const pageMarks = { fallback: '<!--bulwark-fallback-->', data: '"bulwark-data"' } as const

/**
 * A page with its data, in parts to be written one after the other.
 * @param page Without data, as the build makes it of `web`.
 * @param fallback HTML for viewers without scripts.
 * @param data Made when it is its turn.
 */
export function* pageParts(page: string, fallback: string, data: () => object): Generator<string> {
  const [beforeFallback, afterFallback] = cut(page, pageMarks.fallback)
  const [beforeData, afterData] = cut(afterFallback, pageMarks.data)
  yield beforeFallback
  yield fallback
  yield beforeData
  yield* scriptJsonParts(data())
  yield afterData
}

function cut(page: string, mark: string): readonly [string, string] {
  const [before, after, ...more] = page.split(mark)
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`the page has not one ${mark}`)
  return [before, after]
}
