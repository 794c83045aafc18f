import { rootType } from '../../kubernetes/api-types.ts'
import { flagsOf } from '../../kubernetes/flag-table.ts'
import type { Mapping } from '../mapping.ts'
import type { Path } from '../path.ts'
import { type GivenFlag, givenFlags, type Word } from './arguments.ts'
import type { Component, ComponentName, ConfigurationPart, Unseen } from './component.ts'
import { configurationTypes } from './configuration-types.ts'
import { flagSettings, overlaid } from './settings.ts'

/** A configuration file of a component, where one was read. */
export interface ReadConfiguration {
  readonly object: Mapping
  readonly path: Path
}

/** What a component is told by its flags and, where it is known, its configuration file. */
export interface Told extends Pick<Component, 'name' | 'resource' | 'container' | 'path'> {
  readonly words: readonly Word[]
  readonly configuration: ReadConfiguration | null
  /** Why the flags cannot be told. */
  readonly unknown: string | null
}

/** Of these, a configuration file makes most flags count for nothing. */
const fileWins: ReadonlySet<ComponentName> = new Set(['kube-proxy', 'kube-scheduler'])

/** A component with what its flags and its file say together. */
export function toldComponent(told: Told): Component {
  const { name, configuration, words } = told
  const given = givenFlags(words, flagsOf(name), name === 'etcd')
  const file = fileFlag(given, name)
  const counted = file !== undefined && fileWins.has(name) ? given.filter((flag) => !setsField(name, flag)) : given
  const { values, origins, unclear, problems } = flagSettings(name, counted)
  const base = configuration?.object ?? (file === undefined ? defaultsWithoutFile(name, told.unknown) : {})
  return {
    name,
    resource: told.resource,
    container: told.container,
    path: told.path,
    settings: { ...overlaid(base, values), ...(problems.length === 0 ? {} : { problems }) },
    origins,
    unclear,
    configuration: configuration === null ? null : configurationPart(name, configuration.path),
    unseen: unseenOf(told, file)
  }
}

export function configurationPart(name: ComponentName, path: Path): ConfigurationPart | null {
  const type = configurationTypes[name]
  if (type === undefined) return null
  return { path, fields: new Set(rootType(type.apiVersion, type.kind)?.fields.keys() ?? []) }
}

function unseenOf({ unknown, configuration, name }: Told, file: GivenFlag | undefined): Unseen {
  if (unknown !== null) return { unknown }
  if (file === undefined || configuration !== null) return 'default'
  return { unknown: `${name} reads its configuration from ${file.text ?? 'a file'}, which is not part of the input` }
}

/** The configuration file that a command line names; null where it names none. */
export function configurationFile(name: ComponentName, words: readonly Word[]): string | null {
  return fileFlag(givenFlags(words, flagsOf(name), name === 'etcd'), name)?.text ?? null
}

function fileFlag(given: readonly GivenFlag[], name: ComponentName): GivenFlag | undefined {
  const flag = name === 'etcd' ? 'config-file' : 'config'
  const last = given.findLast((one) => one.name === flag)
  return last?.text === '' ? undefined : last
}

function setsField(component: ComponentName, { name }: GivenFlag): boolean {
  const type = flagsOf(component).get(name)
  const part = configurationPart(component, [])
  return type !== undefined && (type.isField || part?.fields.has(type.setting) === true)
}

/** A kubelet without a configuration file is as open as it was before there were such files. */
function defaultsWithoutFile(name: ComponentName, unknown: string | null): Mapping {
  if (name !== 'kubelet' || unknown !== null) return {}
  return {
    authentication: { anonymous: { enabled: true }, webhook: { enabled: false } },
    authorization: { mode: 'AlwaysAllow' },
    readOnlyPort: 10255
  }
}
