import { type FlagKind, flagKinds } from './flag-kinds.ts'
import { flags as lines } from './generated/component-types.ts'
import { settingName } from './setting-name.ts'

/** What a component knows of one of its flags. */
export interface FlagType {
  readonly kind: FlagKind
  /** What rules call it: the dotted field of the component's configuration file, else the flag in camel case. */
  readonly setting: string
  /** It sets a field of the component's configuration file. */
  readonly isField: boolean
}

export type FlagTypes = ReadonlyMap<string, FlagType>

const kindsByCode = new Map<string, FlagKind>(Object.entries(flagKinds).map(([kind, code]) => [code, kind as FlagKind]))
const known = new Map<string, FlagTypes>()

/** The flags of a component, by name without dashes before it; none of a component that is not known. */
export function flagsOf(component: string): FlagTypes {
  const read = known.get(component) ?? readFlags(component)
  known.set(component, read)
  return read
}

function readFlags(component: string): FlagTypes {
  const line = lines.split('\n').find((candidate) => candidate.startsWith(`${component} `)) ?? ''
  return new Map(line.split(' ').slice(1).map(readFlag))
}

/** `profiling:B=enableProfiling`. */
function readFlag(text: string): [string, FlagType] {
  const [declared = '', field] = text.split('=')
  const [name = '', code = ''] = declared.split(':')
  const kind = kindsByCode.get(code) ?? 'text'
  return [name, { kind, setting: field ?? settingName(name), isField: field !== undefined }]
}
