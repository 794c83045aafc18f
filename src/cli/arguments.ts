import { parseArgs } from 'node:util'
import { didYouMean } from '../names/nearest-name.ts'
import { UserError } from './user-error.ts'
import { type OptionSpec, Options } from './verb.ts'

export interface Arguments {
  readonly operands: readonly string[]
  readonly options: Options
}

interface OptionToken {
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

/**
 * Parses what follows a verb: options may stand before, between and after operands; `--` ends them; `-` is an operand.
 * @throws UserError for an unknown option, a missing or an unexpected value, an option repeated that stands once.
 */
export function parseArguments(words: readonly string[], specs: readonly OptionSpec[], verb: string): Arguments {
  const byName = new Map(specs.map((spec) => [spec.name, spec]))
  const values = new Map<string, string[]>()
  const operands: string[] = []
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(specs.map((spec) => [spec.name, parserOption(spec)]))
  })
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const spec = byName.get(token.name)
    if (spec === undefined) throw new UserError(unknownOption(token.rawName, token.name, byName.keys(), verb))
    const given = values.get(spec.name) ?? []
    values.set(spec.name, [...given, checkedValue(spec, withoutEquals(token), token.rawName)])
  }
  for (const [name, given] of values) {
    const spec = byName.get(name)
    if (given.length > 1 && spec?.value !== undefined && spec.repeatable !== true) {
      throw new UserError(`--${name} can be given once only; it was given ${given.length} times`)
    }
  }
  return { operands, options: new Options(values) }
}

/**
 * The words with those behind `--` that only look like options, for a verb whose operand is text: `-1 + x` is an
 * expression. What begins with two dashes stays an option, so that a mistyped one is told.
 */
export function textBehindDashes(words: readonly string[], specs: readonly OptionSpec[]): string[] {
  const end = words.indexOf('--')
  const before = end === -1 ? words : words.slice(0, end)
  const isText = (word: string, index: number): boolean =>
    /^-[^-]/.test(word) && !isShort(word, specs) && !takesNext(before[index - 1], specs)
  const texts = before.filter(isText)
  if (texts.length === 0) return [...words]
  return [...before.filter((word, index) => !isText(word, index)), '--', ...texts, ...words.slice(before.length + 1)]
}

/** `-o`, or `-ojson` where the value is one of those that are known. */
function isShort(word: string, specs: readonly OptionSpec[]): boolean {
  return specs.some(({ short, choices = [] }) => {
    if (short === undefined || !word.startsWith(`-${short}`)) return false
    return word.length === 2 || choices.includes(word.slice(2).replace(/^=/, ''))
  })
}

function takesNext(word: string | undefined, specs: readonly OptionSpec[]): boolean {
  return specs.some(
    ({ name, short, value }) =>
      value !== undefined && (word === `--${name}` || (short !== undefined && word === `-${short}`))
  )
}

function parserOption(spec: OptionSpec): { type: 'string' | 'boolean'; multiple: true; short?: string } {
  const type = spec.value === undefined ? 'boolean' : 'string'
  return spec.short === undefined ? { type, multiple: true } : { type, multiple: true, short: spec.short }
}

/** `-o=json` means `-o json`, as it does to kubectl. */
function withoutEquals({ rawName, value, inlineValue }: OptionToken): string | undefined {
  return rawName.length === 2 && inlineValue === true && value?.startsWith('=') ? value.slice(1) : value
}

function checkedValue(spec: OptionSpec, value: string | undefined, written: string): string {
  if (spec.value === undefined) {
    if (value !== undefined) throw new UserError(`${written} is a switch and takes no value`)
    return ''
  }
  if (value === undefined || value === '') throw new UserError(`${written} needs a value: ${written} ${spec.value}`)
  return value
}

function unknownOption(written: string, name: string, known: Iterable<string>, verb: string): string {
  const hint = didYouMean(name, known).replace(/"(.*)"/, '--$1')
  return `unknown option ${written}${hint}\nSee bulwark ${verb} --help`
}
