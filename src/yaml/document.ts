import type { YamlProblem } from './problem.ts'

/** One document of a stream. */
export interface YamlDocument {
  /**
   * Its number in the stream, from 0. Every piece of text that kubectl's reader cuts off at a `---` line counts,
   * empty or not, and so does each value of a JSON stream.
   */
  readonly index: number
  /** Where the document's text begins and ends, in UTF-16 units from the start of the stream. */
  readonly start: number
  readonly end: number
  /** Which reader took it: kubectl reads what begins with `{` as JSON first. */
  readonly format: 'yaml' | 'json'
  /**
   * What sigs.k8s.io/yaml makes of it: plain objects, arrays, strings, booleans, null, numbers, and bigints for
   * integers beyond ±(2^53-1). Undefined where the document is empty or cannot be read. Values that an alias
   * repeats are one object, so nothing in it may be changed.
   */
  readonly value: unknown
  readonly problems: readonly YamlProblem[]
}
