/**
 * What would let a text end or change the element that it is in, and line ends that JavaScript has and JSON has not.
 * See "Restrictions for contents of script elements" in the HTML standard: `<!--` and `<script` count as much as `</script`.
 */
const special = /[<>&\u2028\u2029]/g

/**
 * JSON that can stand in a `script` element: the same value, whatever its texts hold.
 * @param value Anything that JSON has.
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(special, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** Items of a list become one text in such numbers: one for millions would not fit. */
const part = 5000

/** The same for an object whose lists may be long, in parts. */
export function* scriptJsonParts(object: object): Generator<string> {
  let before = '{'
  for (const [key, value] of Object.entries(object)) {
    yield `${before}\n${scriptJson(key)}:`
    before = ','
    if (Array.isArray(value)) yield* listParts(value)
    else if (isPlain(value)) yield* scriptJsonParts(value)
    else yield scriptJson(value)
  }
  yield before === '{' ? '{}' : '}'
}

function* listParts(list: readonly unknown[]): Generator<string> {
  yield '['
  for (let from = 0; from < list.length; from += part) {
    yield (from === 0 ? '' : ',') + scriptJson(list.slice(from, from + part)).slice(1, -1)
  }
  yield ']'
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
