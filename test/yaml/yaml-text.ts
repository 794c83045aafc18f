/**
 * Arbitrary YAML: documents that use all of the syntax, well formed or nearly so, and real-looking manifests with
 * faults. Meant to be put to two readers that must agree on value and on refusal.
 */
import fc from 'fast-check'
import { below, chance, type Generator, pick } from './choices.ts'
import { DocumentWriter } from './document-writer.ts'
import { manifestLines, tokens } from './yaml-pieces.ts'

/** Documents of every style. About a third of them is broken by a mutation. */
export const yamlText: fc.Arbitrary<string> = fc.gen().map((g) => {
  const kind = below(g, 10)
  const text = kind < 5 ? new DocumentWriter(g).document() : kind < 8 ? manifest(g) : tokenSoup(g)
  const lines = withLineEnds(g, text)
  return chance(g, 3) ? mutate(g, lines) : lines
})

/** Lines of manifests, nearly in order. */
function manifest(g: Generator): string {
  let text = ''
  let at = below(g, manifestLines.length)
  for (let left = 2 + below(g, 25); left > 0; left--) {
    text += `${manifestLines[at % manifestLines.length]}\n`
    at += chance(g, 6) ? below(g, manifestLines.length) : 1
  }
  // A text is one document here.
  return text.replace(/(?<=\n)---\n/g, '')
}

function tokenSoup(g: Generator): string {
  let text = ''
  for (let left = below(g, 16); left > 0; left--) text += pick(g, tokens)
  return text
}

function withLineEnds(g: Generator, text: string): string {
  if (!chance(g, 8)) return text
  return text.replaceAll('\n', pick(g, ['\r\n', '\r\n', '\r', '\u0085', '\u2028']))
}

/** Changes a text in one to three places. */
export function mutate(g: Generator, text: string): string {
  let changed = text
  for (let left = 1 + below(g, 3); left > 0; left--) {
    const characters = [...changed]
    const replaced = chance(g, 3) ? below(g, 12) : below(g, 2)
    const inserted = chance(g, 3) ? '' : pick(g, tokens)
    characters.splice(below(g, characters.length + 1), replaced, inserted)
    changed = characters.join('')
  }
  return changed
}

/** A text of the list, changed in one to three places. */
export function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  return fc.gen().map((g) => mutate(g, pick(g, texts)))
}
