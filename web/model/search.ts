import { qualifiedName } from './describe.ts'
import type { Column, Findings } from './findings.ts'

/** For each finding 1 where it has what was searched for; null where nothing was. */
export type Matches = Uint8Array | null

/** The words of a query, in lower case; what stands in quotes is one. */
export function queryTerms(query: string): string[] {
  return [...query.toLowerCase().matchAll(/"([^"]+)"?|[^\s"]+/g)].map(([word, phrase]) => phrase ?? word)
}

/** A list of texts, and which of them each finding has. */
interface Searched {
  readonly texts: readonly string[]
  readonly columns: readonly Column[]
}

/**
 * Searches the texts of findings: message, object, control, path, file. Every text is looked at once, however many
 * findings share it.
 */
export class Search {
  readonly #findings: Findings
  #searched: readonly Searched[] | undefined

  constructor(findings: Findings) {
    this.#findings = findings
  }

  /** Findings that have all words of a query, each in any of their texts. */
  matching(query: string): Matches {
    const terms = queryTerms(query)
    if (terms.length === 0) return null
    this.#searched ??= searchedOf(this.#findings)
    const matches = new Uint8Array(this.#findings.count).fill(1)
    for (const term of terms) keepMatching(matches, this.#searched, term)
    return matches
  }
}

function searchedOf(findings: Findings): readonly Searched[] {
  const { data, message, where, path, object, control, place } = findings
  const { objects, places, controls, texts } = data
  const textAt = (index: number | undefined): string => texts[index ?? 0] ?? ''
  const lists: readonly Searched[] = [
    { texts, columns: [message, where, path] },
    {
      texts: objects.name.map((_, index) => `${textAt(objects.kind[index])} ${qualifiedName(data, index)}`),
      columns: [object]
    },
    { texts: controls.map(({ id, title }) => `${id} ${title}`), columns: [control] },
    { texts: places.file.map((file, index) => `${textAt(file)}:${places.line[index] ?? 0}`), columns: [place] }
  ]
  return lists.map((list) => ({ texts: list.texts.map((text) => text.toLowerCase()), columns: list.columns }))
}

function keepMatching(matches: Uint8Array, searched: readonly Searched[], term: string): void {
  const found = new Uint8Array(matches.length)
  for (const { texts, columns } of searched) {
    const has = Uint8Array.from(texts, (text) => (text.includes(term) ? 1 : 0))
    for (const column of columns) {
      for (let finding = 0; finding < found.length; finding++) {
        if (has[column[finding] ?? 0] === 1) found[finding] = 1
      }
    }
  }
  for (let finding = 0; finding < matches.length; finding++) {
    if (found[finding] === 0) matches[finding] = 0
  }
}
