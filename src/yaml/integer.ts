const prefixed = /^([-+]?)0(?:[xX]([0-9a-fA-F]+)|[oO]([0-7]+)|[bB]([01]+)|([0-7]*))$/
const decimal = /^[-+]?[1-9][0-9]*$/
// go-yaml reads the digits behind 0b once more on their own, and a sign is welcome there.
const signedBinary = /^0b([-+][01]+)$/

const smallestInt64 = -(2n ** 63n)
const largestInt64 = 2n ** 63n - 1n
const largestUint64 = 2n ** 64n - 1n

/**
 * The integer that Go's `strconv.ParseInt(text, 0, 64)`, or else `ParseUint`, reads: decimal, `0x`, `0o`, `0b`,
 * or octal with a leading zero. A bigint where a number would not be exact; undefined for anything else.
 */
export function parseInteger(text: string): number | bigint | undefined {
  if (decimal.test(text)) return fit(text.length < 16 ? Number(text) : bigDecimal(text), text)
  const binary = signedBinary.exec(text)
  if (binary?.[1] !== undefined) return fit(signed(binary[1][0] ?? '', `0b${binary[1].slice(1)}`), '-')
  const match = prefixed.exec(text)
  if (match === null) return undefined
  const [, sign = '', hex, octal, bits, zeroOctal] = match
  return fit(signed(sign, literal(hex, octal, bits, zeroOctal)), sign)
}

function bigDecimal(text: string): bigint {
  return BigInt(text.startsWith('+') ? text.slice(1) : text)
}

function literal(hex?: string, octal?: string, bits?: string, zeroOctal?: string): string {
  if (hex !== undefined) return `0x${hex}`
  if (bits !== undefined) return `0b${bits}`
  return `0o${octal ?? (zeroOctal || '0')}`
}

function signed(sign: string, digits: string): bigint {
  return sign === '-' ? -BigInt(digits) : BigInt(digits)
}

/** Numbers with a sign must fit int64, others uint64. */
function fit(value: number | bigint, text: string): number | bigint | undefined {
  if (typeof value === 'number') return value
  const largest = text.startsWith('-') || text.startsWith('+') ? largestInt64 : largestUint64
  if (value < smallestInt64 || value > largest) return undefined
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}
