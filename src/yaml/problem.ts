/**
 * - `syntax`: the text is not YAML (or JSON), or go-yaml cannot decode it. The document has no value.
 * - `unsupported-value`: YAML that JSON, and so Kubernetes, cannot hold: `.inf`, `.nan`, a null key. No value either.
 * - `limit`: nested too deep, or aliases that expand beyond measure. No value either.
 * - `duplicate-key`: a key stands twice in one mapping. The last value is kept, as a lenient reader keeps it.
 * - `separator`: documents are joined in a way that kubectl refuses: text on the line of a `---`, or YAML behind
 *   several JSON values. The value is kept.
 * - `ignored-content`: text behind the document's end, which kubectl drops without a word. The value is kept.
 */
export type YamlProblemKind =
  | 'syntax'
  | 'unsupported-value'
  | 'limit'
  | 'duplicate-key'
  | 'separator'
  | 'ignored-content'

/** Something wrong in the text, for the user to correct. */
export interface YamlProblem {
  readonly kind: YamlProblemKind
  /** One or two sentences: what is wrong and, where that is clear, what to do. */
  readonly message: string
  /** In UTF-16 units from the start of the text. */
  readonly offset: number
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units, as editors and SARIF's `utf16CodeUnits` count. */
  readonly column: number
  /** The other place that the problem is about: the first of two equal keys. */
  readonly related?: { readonly line: number; readonly column: number }
}

/** Two equal keys of one mapping, by the offsets of both. */
export interface DuplicateKey {
  readonly name: string
  readonly first: number
  readonly again: number
}

/** Ends the reading of one document. Thrown and caught inside `src/yaml` only. */
export class YamlFault extends Error {
  readonly kind: YamlProblemKind
  readonly offset: number

  constructor(offset: number, message: string, kind: YamlProblemKind = 'syntax') {
    super(message)
    this.offset = offset
    this.kind = kind
  }
}

/** Deepest nesting that is read. go-yaml stops at 10,000; no Kubernetes type comes near a tenth of this. */
export const maximumDepth = 1000

export function tooDeep(offset: number): YamlFault {
  return new YamlFault(offset, `nested deeper than ${maximumDepth} levels`, 'limit')
}
