import type { Path } from '../../estate/path.ts'

/**
 * The field by which a strategic merge tells the elements of a list apart, by the name of the list: `patchMergeKey` of
 * the Kubernetes API. A list that is not here is replaced as a whole.
 */
const keys: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  ephemeralContainers: 'name',
  volumes: 'name',
  volumeMounts: 'mountPath',
  volumeDevices: 'devicePath',
  env: 'name',
  imagePullSecrets: 'name',
  hostAliases: 'ip',
  topologySpreadConstraints: 'topologyKey',
  secrets: 'name'
}

/** Of `ports` it depends on whose they are. */
const portKeys: Readonly<Record<string, string>> = { Service: 'port' }

/** The lists whose order means nothing: their elements are told apart by their keys alone. */
const unordered: ReadonlySet<string> = new Set([
  'volumes',
  'volumeMounts',
  'volumeDevices',
  'imagePullSecrets',
  'secrets'
])

/**
 * The merge key of the list at `path` of an object of `kind`; undefined where the list is replaced as a whole.
 */
export function mergeKey(kind: string, path: Path): string | undefined {
  const name = path.at(-1)
  if (typeof name !== 'string') return undefined
  if (name === 'ports') return portKeys[kind] ?? 'containerPort'
  return Object.hasOwn(keys, name) ? keys[name] : undefined
}

/** Whether the list at `path` says the same in any order. */
export function isUnordered(path: Path): boolean {
  const name = path.at(-1)
  return typeof name === 'string' && unordered.has(name)
}
