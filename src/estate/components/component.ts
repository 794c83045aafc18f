import type { Mapping } from '../mapping.ts'
import { type Path, valueAt } from '../path.ts'
import type { Resource } from '../resource.ts'
import type { Container } from '../workload.ts'

export const componentNames = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-proxy',
  'kube-scheduler',
  'kubelet'
] as const

/** A program of the control plane or of a node that is configured by flags and files. */
export type ComponentName = (typeof componentNames)[number]

/**
 * What it means that a setting was not seen: the component has its `default`, the setting is given `elsewhere` and
 * cannot be judged here, or nobody can tell for a reason.
 */
export type Unseen = 'default' | 'elsewhere' | { readonly unknown: string }

/** Where a configuration file's fields stand in the resource. */
export interface ConfigurationPart {
  readonly path: Path
  readonly fields: ReadonlySet<string>
}

/** A component as it is configured, whatever it was read from. */
export interface Component {
  readonly name: ComponentName
  /** Where it was written. */
  readonly resource: Resource
  /** The container that runs it, where a pod does. */
  readonly container: Container | null
  /** Flags and fields as rules see them: flags in camel case, or as the field that they set. */
  readonly settings: Mapping
  /** Where flags are written: the list of arguments, or the place for extra ones. The whole object where there are none. */
  readonly path: Path
  /** Dotted setting → where it was written, for what was given by a flag. */
  readonly origins: ReadonlyMap<string, Path>
  readonly configuration: ConfigurationPart | null
  readonly unseen: Unseen
  /** Settings whose value cannot be told, and why. */
  readonly unclear: ReadonlyMap<string, string>
}

/** The place of a setting, from the root of the resource: where it is given, else where it would be. */
export function settingPath({ origins, configuration, path }: Component, setting: Path): Path {
  const given = origins.get(setting.join('.'))
  if (given !== undefined) return given
  const [first] = setting
  if (configuration !== null && typeof first === 'string' && configuration.fields.has(first)) {
    return [...configuration.path, ...setting]
  }
  return path
}

/** Whether rules may judge a setting; else why not. */
export function standing(component: Component, setting: Path): 'seen' | Exclude<Unseen, 'default'> {
  const { origins, settings, unseen, unclear, configuration } = component
  const name = setting.join('.')
  const reason = unclear.get(name)
  if (reason !== undefined) return { unknown: reason }
  if (setting.length === 0 || origins.has(name) || valueAt(settings, setting) !== undefined) return 'seen'
  const [first = ''] = setting
  // A configuration file alone says nothing of the flags beside it.
  if (configuration !== null && component.path.length === 0 && !configuration.fields.has(String(first)))
    return 'elsewhere'
  return unseen === 'default' ? 'seen' : unseen
}
