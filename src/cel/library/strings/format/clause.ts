/** The clauses of a format string: `%s`, `%.3f`, … */

export interface Clause {
  readonly verb: string
  readonly precision: number | undefined
}

/** Arguments that the clauses take in turn, as values or as expressions with types. */
export interface Arguments {
  /** How many there are; undefined where a missing one is told before the clause is read at all. */
  readonly count: number
  /** Whether a missing argument is noticed before the end of the string is. */
  readonly eager: boolean
  /** The text that stands for an argument, or what is wrong with it. */
  readonly format: (index: number, clause: Clause) => string | FormatFault
}

/** What is wrong with a format string or an argument, in cel-go's words. */
export interface FormatFault {
  readonly fault: string
  /** The argument that is to blame; undefined where the format string is. */
  readonly argument?: number
}

/** Goes through a format string, with the text that the arguments give, and how many of them it took. */
export function interpolate(format: string, args: Arguments): { text: string; taken: number } | FormatFault {
  let text = ''
  let taken = 0
  for (let at = 0; at < format.length; ) {
    if (format[at] !== '%' || format[at + 1] === '%') {
      text += format.charAt(at)
      at += format[at] === '%' ? 2 : 1
      continue
    }
    const isMissing = taken >= args.count
    if (isMissing && args.eager) return { fault: `index ${taken} out of range` }
    if (at + 1 >= format.length) return { fault: 'unexpected end of string' }
    if (isMissing) return { fault: `index ${taken} out of range` }
    const read = readClause(format, at + 1)
    if ('fault' in read) return { fault: `could not parse formatting clause: ${read.fault}` }
    const formatted = args.format(taken, read)
    if (typeof formatted === 'object') return { ...formatted, fault: `error during formatting: ${formatted.fault}` }
    text += formatted
    taken++
    at = read.end
  }
  return { text, taken }
}

const verbs = 'sdfebxXo'

function readClause(format: string, start: number): (Clause & { readonly end: number }) | FormatFault {
  const [dotted, digits] = /^\.([0-9]*)/.exec(format.slice(start)) ?? []
  const at = start + (dotted?.length ?? 0)
  if (at >= format.length) return { fault: 'error while parsing precision: could not find end of precision specifier' }
  const precision = digits === undefined ? undefined : readPrecision(digits)
  if (typeof precision === 'object') return precision
  const verb = format.charAt(at)
  if (!verbs.includes(verb)) return { fault: `unrecognized formatting clause "${firstByte(format.slice(at))}"` }
  return { verb, precision, end: at + 1 }
}

function readPrecision(digits: string): number | FormatFault {
  const refuse = (why: string): FormatFault => ({
    fault: `error while parsing precision: error while converting precision to integer: strconv.Atoi: parsing "${digits}": ${why}`
  })
  if (digits === '') return refuse('invalid syntax')
  return BigInt(digits) >= 2n ** 63n ? refuse('value out of range') : Number(digits)
}

/** cel-go reads the clause byte by byte. */
function firstByte(text: string): string {
  return String.fromCharCode(new TextEncoder().encode(text.slice(0, 2))[0] ?? 0)
}
