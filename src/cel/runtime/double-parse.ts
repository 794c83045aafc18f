const digits = String.raw`\d(?:_?\d)*`
const hexDigits = String.raw`[\da-f](?:_?[\da-f])*`
const decimal = new RegExp(`^[+-]?(?:${digits}\\.?(?:${digits})?|\\.${digits})(?:e[+-]?${digits})?$`, 'i')
const hexadecimal = new RegExp(`^([+-]?)0x_?(${hexDigits})?\\.?(${hexDigits})?p([+-]?${digits})$`, 'i')

/** A number as Go's `strconv.ParseFloat` reads it; undefined where it is none, or too large for a double. */
export function parseDouble(text: string): number | undefined {
  const named = /^([+-]?)(?:inf|infinity)$/i.exec(text)
  if (named !== null) return named[1] === '-' ? -Infinity : Infinity
  if (/^nan$/i.test(text)) return Number.NaN
  const value = decimal.test(text) ? Number(text.replaceAll('_', '')) : parseHexadecimal(text)
  return value !== undefined && Number.isFinite(value) ? value : undefined
}

/** Such as `0x1.8p1`: digits times a power of two. */
function parseHexadecimal(text: string): number | undefined {
  const [, sign, whole = '', fraction = '', power = ''] = hexadecimal.exec(text.replaceAll('_', '')) ?? []
  if (sign === undefined || whole + fraction === '') return undefined
  const value = Number(BigInt(`0x${whole}${fraction}`)) * 2 ** (Number(power) - 4 * fraction.length)
  return sign === '-' ? -value : value
}
