import type { Path } from '../../estate/path.ts'

/** The steps of a path that `formatPath` wrote. */
export function parsePath(text: string): Path {
  const steps: (string | number)[] = []
  for (const [, word, index, quoted] of text.matchAll(/([A-Za-z_][\w-]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g)) {
    if (word !== undefined) steps.push(word)
    else if (index !== undefined) steps.push(Number(index))
    else if (quoted !== undefined) steps.push(JSON.parse(quoted))
  }
  return steps
}
