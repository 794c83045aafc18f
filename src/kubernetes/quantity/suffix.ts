/** How a quantity was written, and so how its sums are written: `12e6`, `12Mi` or `12M`. */
export type QuantityFormat = 'DecimalExponent' | 'BinarySI' | 'DecimalSI'

/** The factor that a suffix stands for: `base ** exponent`. */
export interface Suffix {
  readonly base: 2 | 10
  readonly exponent: number
  readonly format: QuantityFormat
}

const decimal = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E']
const binary = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']

const suffixes = new Map<string, Suffix>([
  ...decimal.map((text, i): [string, Suffix] => [text, { base: 10, exponent: 3 * i - 9, format: 'DecimalSI' }]),
  ...binary.slice(1).map((text, i): [string, Suffix] => [text, { base: 2, exponent: 10 * (i + 1), format: 'BinarySI' }])
])

/** The meaning of a suffix such as `Mi`, `k` or `e-3`; undefined where there is none. */
export function readSuffix(text: string): Suffix | undefined {
  return suffixes.get(text) ?? readExponent(text)
}

/**
 * The suffix that a canonical number ends in. Empty where no suffix of that format says the factor:
 * the API server then prints the bare number, so `1000E` reads back as `1`.
 */
export function writeSuffix(format: QuantityFormat, exponent: number): string {
  if (format === 'DecimalExponent') return exponent === 0 ? '' : `e${exponent}`
  if (format === 'BinarySI') return binary[exponent / 10] ?? ''
  return decimal[exponent / 3 + 3] ?? ''
}

function readExponent(text: string): Suffix | undefined {
  if (!/^[eE][+-]?\d+$/.test(text)) return undefined
  const exponent = BigInt(text.replace(/^.\+?/, ''))
  if (BigInt.asIntN(64, exponent) !== exponent) return undefined
  // The API server keeps the exponent in 32 bits and lets it wrap.
  return { base: 10, exponent: Number(BigInt.asIntN(32, exponent)), format: 'DecimalExponent' }
}
