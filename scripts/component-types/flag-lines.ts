import { type FlagKind, flagKinds } from '../../src/kubernetes/flag-kinds.ts'
import type { FlagFacts, Flags } from './module-text.ts'

/** One line for each component: its name, then `flag:code` for each flag, with `=field` where it sets a field of a file. */
export function flagLines(components: Readonly<Record<string, Flags>>): string {
  return Object.entries(components)
    .map(([component, flags]) =>
      [
        component,
        ...Object.entries(flags)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, facts]) => `${name}:${flagKinds[flagKind(name, facts)]}${facts.field ? `=${facts.field}` : ''}`)
      ].join(' ')
    )
    .join('\n')
}

const kindsOfTypes: Readonly<Record<string, FlagKind>> = {
  bool: 'boolean',
  tristate: 'boolean',
  mapStringBool: 'booleanMap',
  colonSeparatedMultimapStringString: 'list',
  commaSeparated: 'commaList',
  mapStringString: 'map',
  stringToString: 'map',
  mapStringInt64: 'map',
  namedCertKey: 'list',
  severity: 'text'
}

/** How the text of a flag is read. Times, addresses and the like stay text. */
export function flagKind(name: string, { type }: FlagFacts): FlagKind {
  if (name === 'feature-gates') return 'booleanMap'
  const known = kindsOfTypes[type]
  if (known !== undefined) return known
  if (/^(u?int(8|16|32|64)?|Level|count)$/.test(type)) return 'integer'
  if (/^float(32|64)?$/.test(type)) return 'number'
  if (/^(stringSlice|\[\]string|ipSlice|int32Slice|intSlice|cidrs|strings)$/.test(type)) return 'slice'
  if (type === 'stringArray') return 'list'
  return 'text'
}
