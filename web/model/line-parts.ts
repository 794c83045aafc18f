import type { ExcerptLine } from './excerpts.ts'

/** A stretch of a line and what it is. */
export interface LinePart {
  readonly text: string
  readonly role: 'plain' | 'key' | 'comment' | 'place'
}

const keyAtStart = /^(\s*(?:- )*)((?:"[^"]*"|'[^']*'|[\w./-]+)\s*:)(?=\s|$)/
const comment = /(?:^|\s)#.*$/

/** Takes a line of YAML or JSON apart, as far as it helps the eye: its key, its comment, and the place pointed at. */
export function lineParts({ text, caret }: ExcerptLine): readonly LinePart[] {
  const parts = coloured(text)
  return caret === null ? parts : marked(parts, caret, caret + placeLength(text, caret))
}

function coloured(text: string): readonly LinePart[] {
  const [, before = '', key = ''] = keyAtStart.exec(text) ?? []
  const rest = text.slice(before.length + key.length)
  const at = comment.exec(rest)?.index ?? rest.length
  const parts: readonly LinePart[] = [
    { text: before, role: 'plain' },
    { text: key, role: 'key' },
    { text: rest.slice(0, at), role: 'plain' },
    { text: rest.slice(at), role: 'comment' }
  ]
  return parts.filter((part) => part.text !== '')
}

/** A key where one begins there, else the value to its end. */
function placeLength(text: string, caret: number): number {
  const rest = text.slice(caret)
  const key = /^(?:"[^"]*"|'[^']*'|[\w./-]+)(?=\s*:(?:\s|$))/.exec(rest)
  if (key !== null) return key[0].length
  const inFlow = /[{[][^}\]]*$/.test(text.slice(0, caret))
  const value = (inFlow ? /^(?:"[^"]*"|'[^']*'|[{[].*[}\]]|[^,}\]]+)/ : /^(?:"[^"]*"|'[^']*'|.*?(?=\s+#|\s*$))/).exec(
    rest
  )
  return Math.max(1, value?.[0].trimEnd().length ?? 1)
}

/** Parts with what is between two columns made the place. */
function marked(parts: readonly LinePart[], from: number, to: number): readonly LinePart[] {
  let start = 0
  return parts.flatMap(({ text, role }): LinePart[] => {
    const [first, last] = [from - start, to - start].map((column) => Math.min(text.length, Math.max(0, column)))
    start += text.length
    const split: LinePart[] = [
      { text: text.slice(0, first), role },
      { text: text.slice(first, last), role: 'place' },
      { text: text.slice(last), role }
    ]
    return split.filter((part) => part.text !== '')
  })
}
