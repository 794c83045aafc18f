/** Reading a property of plain data in place. */

/** What data may turn out to be besides an object: their properties must not be taken for a map's. */
const prototypes: readonly object[] = [
  Object.prototype,
  Array.prototype,
  String.prototype,
  Number.prototype,
  Boolean.prototype,
  BigInt.prototype
]

/**
 * Whether reading the property gives the own property or undefined, whatever plain data it is read from. Other names,
 * such as `length` and `constructor`, need a test that the property is the object's own.
 */
export function isReadable(key: string): boolean {
  // The length of arrays and strings is no property of their prototypes alone.
  return key !== 'length' && !/^\d+$/.test(key) && prototypes.every((prototype) => !(key in prototype))
}

/** JavaScript for the property, with `?.` where the object may be missing. */
export function access(object: string, key: string, optional: boolean): string {
  if (/^[A-Za-z_$][\w$]*$/.test(key)) return `${object}${optional ? '?.' : '.'}${key}`
  return `${object}${optional ? '?.' : ''}[${JSON.stringify(key)}]`
}
