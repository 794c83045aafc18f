import { isMapping, type Mapping } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'

/**
 * - `base`: a folder or file with resources
 * - `patch`: a fragment of an object, or how to change one; it is no manifest by itself
 * - `input`: data for generators and settings of Kustomize
 */
export type ReferenceRole = 'base' | 'patch' | 'input'

/** One place where a kustomization names a file, folder or address. */
export interface Reference {
  readonly role: ReferenceRole
  /** As written. */
  readonly entry: string
  /** In the kustomization file. */
  readonly path: Path
}

const bases = ['resources', 'bases', 'components'] as const
const patchLists = ['patches', 'patchesJson6902', 'replacements'] as const
const configurations = ['generators', 'transformers', 'validators'] as const
const inputs = ['crds', 'configurations'] as const
const generators = ['configMapGenerator', 'secretGenerator'] as const

/** Everything that a kustomization refers to, in the order of the fields here. Entries that are YAML in place are none. */
export function referencesOf(kustomization: Mapping): Reference[] {
  const found: Reference[] = []
  for (const field of bases) addEntries(kustomization, field, 'base', found)
  addEntries(kustomization, 'patchesStrategicMerge', 'patch', found)
  for (const field of patchLists) addFields(kustomization, field, ['path'], 'patch', found)
  for (const field of configurations) addEntries(kustomization, field, 'patch', found)
  for (const field of inputs) addEntries(kustomization, field, 'input', found)
  for (const field of generators) addGenerators(kustomization, field, found)
  addFields(kustomization, 'helmCharts', ['valuesFile'], 'input', found)
  const { openapi } = kustomization
  if (isMapping(openapi)) add(openapi.path, ['openapi', 'path'], 'input', found)
  return found
}

/** Charts that Kustomize would have Helm render, and may have it fetch. */
export function inflatesCharts(kustomization: Mapping): boolean {
  return (
    listAt(kustomization, 'helmCharts').length > 0 || listAt(kustomization, 'helmChartInflationGenerator').length > 0
  )
}

function addEntries(parent: Mapping, field: string, role: ReferenceRole, found: Reference[]): void {
  listAt(parent, field).forEach((entry, index) => {
    add(entry, [field, index], role, found)
  })
}

function addFields(
  parent: Mapping,
  field: string,
  keys: readonly string[],
  role: ReferenceRole,
  found: Reference[]
): void {
  listAt(parent, field).forEach((item, index) => {
    if (!isMapping(item)) return
    for (const key of keys) add(item[key], [field, index, key], role, found)
  })
}

/** `files` holds `path` or `key=path`. */
function addGenerators(parent: Mapping, field: string, found: Reference[]): void {
  listAt(parent, field).forEach((generator, index) => {
    if (!isMapping(generator)) return
    add(generator.env, [field, index, 'env'], 'input', found)
    for (const key of ['files', 'envs']) {
      listAt(generator, key).forEach((entry, place) => {
        const file = typeof entry === 'string' ? entry.slice(entry.indexOf('=') + 1) : entry
        add(file, [field, index, key, place], 'input', found)
      })
    }
  })
}

function add(entry: unknown, path: Path, role: ReferenceRole, found: Reference[]): void {
  if (typeof entry === 'string' && entry !== '' && !entry.includes('\n')) found.push({ role, entry, path })
}

function listAt(parent: Mapping, field: string): readonly unknown[] {
  const value = parent[field]
  return Array.isArray(value) ? value : []
}
