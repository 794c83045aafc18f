import { findForbidden } from '../characters.ts'
import { type DuplicateKey, YamlFault } from '../problem.ts'
import { type Composed, compose } from './composer.ts'
import type { Made } from './made.ts'
import { refuseForbidden } from './read-ahead.ts'
import { refuseUnsupported } from './unsupported.ts'
import { ValueMaker } from './value-maker.ts'

export interface ReadDocument {
  readonly value: unknown
  readonly duplicates: readonly DuplicateKey[]
  /** Where text begins that follows the document and is not read, or -1. */
  readonly ignored: number
}

/**
 * Reads the first document of `text` by all of YAML's rules, exactly as go-yaml v2 does. Offsets are relative to `text`.
 *
 * @throws YamlFault where go-yaml refuses the text.
 */
export function readDocument(text: string): ReadDocument {
  const maker = new ValueMaker()
  const { root, end } = composeAllowed(text, maker)
  const ignored = findContent(text, end)
  if (root === undefined) return { value: undefined, duplicates: [], ignored }
  if (maker.metUnsupported) refuseUnsupported(root.value)
  return { value: root.value, duplicates: maker.duplicates, ignored }
}

/** Composes the text and refuses forbidden characters, whichever fault comes first. */
function composeAllowed(text: string, maker: ValueMaker): Composed<Made> {
  const forbidden = findForbidden(text)
  if (forbidden < 0) return compose(text, maker)
  try {
    const composed = compose(text, maker)
    refuseForbidden(text, forbidden, composed.end)
    return composed
  } catch (fault) {
    if (fault instanceof YamlFault) refuseForbidden(text, forbidden, fault.offset)
    throw fault
  }
}

/** Offset of the first line behind `end` that is more than a comment, a directive or a document end, or -1. */
function findContent(text: string, end: number): number {
  const content = /[^\s#][^\r\n]*|#[^\r\n]*/g
  content.lastIndex = end
  for (let match = content.exec(text); match !== null; match = content.exec(text)) {
    if (!/^(#|%|\.\.\.\s*$|\.\.\.\s+#)/.test(match[0])) return match.index
  }
  return -1
}
