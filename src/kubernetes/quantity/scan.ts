/** The parts of a quantity's text, unread: `-1.50Gi` is a minus, `1`, `50` and `Gi`. */
export interface QuantityParts {
  readonly isNegative: boolean
  /** Digits before the point without leading zeros, at least `0`. */
  readonly whole: string
  /** Digits after the point. */
  readonly fraction: string
  /** Sign, digits and point as written. May hold no digit at all, which only some amounts forgive. */
  readonly number: string
  readonly suffix: string
}

/** Splits a quantity as the API server does; undefined where the text has another form. Linear in the text. */
export function scanQuantity(text: string): QuantityParts | undefined {
  const start = text.startsWith('-') || text.startsWith('+') ? 1 : 0
  const wholeStart = skip(text, start, (c) => c === '0')
  const wholeEnd = skip(text, wholeStart, isDigit)
  const hasPoint = text[wholeEnd] === '.'
  const numberEnd = hasPoint ? skip(text, wholeEnd + 1, isDigit) : wholeEnd
  const end = suffixEnd(text, numberEnd)
  if (text === '' || end !== text.length) return undefined
  return {
    isNegative: text.startsWith('-'),
    whole: text.slice(wholeStart, wholeEnd) || '0',
    fraction: hasPoint ? text.slice(wholeEnd + 1, numberEnd) : '',
    number: text.slice(0, numberEnd),
    suffix: text.slice(numberEnd)
  }
}

function suffixEnd(text: string, start: number): number {
  const letters = skip(text, start, (c) => 'eEinumkKMGTP'.includes(c))
  const sign = text[letters] === '-' || text[letters] === '+' ? letters + 1 : letters
  return skip(text, sign, isDigit)
}

function skip(text: string, start: number, accepts: (char: string) => boolean): number {
  let at = start
  for (let char = text[at]; char !== undefined && accepts(char); char = text[at]) at++
  return at
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9'
}
