import { type FlagTypes, flagsOf } from '../../kubernetes/flag-table.ts'
import { nearestName } from '../../names/nearest-name.ts'
import { isMapping, type Mapping } from '../mapping.ts'
import type { Path } from '../path.ts'
import type { GivenFlag } from './arguments.ts'
import type { ComponentName } from './component.ts'
import { flagValue } from './flag-value.ts'

/** What the flags of a component amount to. */
export interface FlagSettings {
  /** Dotted setting → value. */
  readonly values: ReadonlyMap<string, unknown>
  readonly origins: ReadonlyMap<string, Path>
  readonly unclear: ReadonlyMap<string, string>
  /** What the component would not take, in one line each. */
  readonly problems: readonly string[]
}

/** Fields that a flag writes in another form than the file has. */
const otherForm: ReadonlySet<string> = new Set(['registerWithTaints', 'reservedMemory'])

/** Reads the values of flags, the last one counting where a flag is no list. */
export function flagSettings(component: ComponentName, given: readonly GivenFlag[]): FlagSettings {
  const types = flagsOf(component)
  const values = new Map<string, unknown>()
  const origins = new Map<string, Path>()
  const unclear = new Map<string, string>()
  const problems: string[] = []
  const problem = (text: string, path: Path): void => {
    origins.set(`problems.${problems.length}`, path)
    problems.push(text)
  }
  for (const [name, all] of Map.groupBy(given, (flag) => flag.name)) {
    const last = all.at(-1)
    const type = types.get(name)
    if (last === undefined) continue
    if (type === undefined) {
      problem(unknownFlag(component, name, types), last.path)
      continue
    }
    origins.set(type.setting, last.path)
    const texts = all.flatMap(({ text }) => (text === null ? [] : [text]))
    if (texts.length < all.length) {
      problem(`--${name} has no value`, last.path)
      continue
    }
    const variable = texts.find((text) => /\$[({A-Za-z_]/.test(text))
    if (variable !== undefined) {
      unclear.set(type.setting, `--${name} takes its value from a variable that is not known here`)
      continue
    }
    const result = flagValue(type.kind, texts)
    if ('problem' in result) problem(`the value of --${name} ${result.problem}`, last.path)
    else if (!otherForm.has(type.setting)) values.set(type.setting, result.value)
  }
  return { values, origins, unclear, problems }
}

/** A copy of a configuration with further settings in it; what is not on their way is shared. */
export function overlaid(configuration: Mapping, values: ReadonlyMap<string, unknown>): Mapping {
  const result: Mapping = { ...configuration }
  for (const [setting, value] of values) set(result, setting.split('.'), value)
  return result
}

function set(into: Mapping, [step = '', ...rest]: readonly string[], value: unknown): void {
  const present = into[step]
  if (rest.length === 0) {
    into[step] = isMapping(present) && isMapping(value) ? { ...present, ...value } : value
    return
  }
  const inner: Mapping = isMapping(present) ? { ...present } : {}
  into[step] = inner
  set(inner, rest, value)
}

function unknownFlag(component: ComponentName, name: string, types: FlagTypes): string {
  const near = nearestName(name, types.keys())
  return `${component} knows no flag --${name}${near === undefined ? '' : `; did you mean --${near}?`}`
}
