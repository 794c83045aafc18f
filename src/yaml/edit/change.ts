import type { YamlPath } from '../locate.ts'

/**
 * One change of a document's value. Paths are those of the document as it was: removing an item of a list does not
 * move the indexes of the others. An index equal to the list's length appends an item, the next one another.
 *
 * `set` replaces what is there, or creates it: parents that are missing or null become mappings or, where the next step
 * is a number, lists. Values are plain: mappings, lists, strings, booleans, null, numbers, bigints. `remove` of what is
 * not there is done already.
 */
export type Change =
  | { readonly path: YamlPath; readonly set: unknown }
  | { readonly path: YamlPath; readonly remove: true }
