/** Puts the examples of controls into one cluster, each in namespaces and under names of its own. */
import type { Control } from '../../src/controls/control.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import type { Manifest } from './live-objects.ts'

/** Namespaces whose names mean something: what is in them stays there. */
const meaningful = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease'])

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** One example of a control, as objects that stand beside those of all others. */
export interface Seed {
  readonly control: Control
  /** Ends the name or the namespace of everything that is in it. */
  readonly mark: string
  readonly objects: readonly Manifest[]
}

/** @param isNamespaced Whether a kind lies in namespaces. */
export function seedOf(
  control: Control,
  manifest: string,
  mark: string,
  isNamespaced: (object: Manifest) => boolean
): Seed {
  const objects = parseYaml(manifest).flatMap(({ value }) => (value === undefined ? [] : [value as Manifest]))
  const names = new Map<string, string>()
  for (const object of objects) {
    const { name } = object.metadata
    if (object.kind !== 'Namespace' && !isNamespaced(object) && isOwnName(object))
      names.set(`${object.kind}/${name}`, `${name}${mark}`)
  }
  const namespaces = new Set(
    objects.flatMap(({ kind, metadata: { name, namespace } }) => [namespace ?? '', kind === 'Namespace' ? name : ''])
  )
  const own = objects.map((object) => placed(object, mark, names, namespaces, isNamespaced(object)))
  return { control, mark, objects: own }
}

/** Roles and bindings to which Kubernetes gives a meaning keep their names. */
function isOwnName({ kind, metadata: { name } }: Manifest): boolean {
  if (name.startsWith('system:')) return false
  return !kind.startsWith('ClusterRole') || !['cluster-admin', 'admin', 'edit', 'view'].includes(name)
}

function placed(
  object: Manifest,
  mark: string,
  names: ReadonlyMap<string, string>,
  namespaces: ReadonlySet<string>,
  namespaced: boolean
): Manifest {
  const renamed = withData(renamedIn(object as unknown as Json, mark, names) as unknown as Manifest, mark, namespaces)
  const { name, namespace } = object.metadata
  if (object.kind === 'Namespace') return withMetadata(renamed, { name: ownNamespace(name, mark) })
  if (!namespaced) return withMetadata(renamed, { name: names.get(`${object.kind}/${name}`) ?? name })
  const own = ownNamespace(namespace ?? 'shop', mark)
  return withMetadata(renamed, {
    namespace: own,
    ...(meaningful.has(own) && name !== 'default' ? { name: `${name}${mark}` } : {})
  })
}

/** A ConfigMap may list namespaces in its texts. */
function withData(object: Manifest, mark: string, namespaces: ReadonlySet<string>): Manifest {
  const { data } = object as { data?: Readonly<Record<string, string>> }
  if (object.kind !== 'ConfigMap' || data === undefined) return object
  const renamed = Object.entries(data).map(([key, text]) => [
    key,
    text.replace(/[a-z0-9-]+/g, (word) => (namespaces.has(word) ? ownNamespace(word, mark) : word))
  ])
  return { ...object, data: Object.fromEntries(renamed) }
}

function withMetadata(object: Manifest, metadata: { name?: string; namespace?: string }): Manifest {
  return { ...object, metadata: { ...object.metadata, ...metadata } }
}

export function ownNamespace(name: string, mark: string): string {
  return meaningful.has(name) ? name : `${name}${mark}`
}

/** References to namespaces and to what is in none, wherever they stand. */
function renamedIn(value: Json, mark: string, names: ReadonlyMap<string, string>): Json {
  if (Array.isArray(value)) return value.map((item: Json) => renamedIn(item, mark, names))
  if (typeof value !== 'object' || value === null) return value
  const { kind } = value as { kind?: Json }
  const entries = Object.entries(value).map(([key, item]): [string, Json] => {
    if (typeof item !== 'string') return [key, renamedIn(item, mark, names)]
    const referred = key === 'name' ? kind : referredKinds[key]
    return [key, renamedText(item, mark, key, names.get(`${String(referred)}/${item}`))]
  })
  return Object.fromEntries(entries)
}

/** Fields and labels that name a namespace. */
const namespaceFields: ReadonlySet<string> = new Set([
  'namespace',
  'kubernetes.io/metadata.name',
  'rtf.mulesoft.com/agentNamespace'
])

/** Fields that name an object of a kind. */
const referredKinds: Readonly<Record<string, string>> = {
  policyName: 'ValidatingAdmissionPolicy',
  runtimeClassName: 'RuntimeClass'
}

function renamedText(text: string, mark: string, key: string, renamed: string | undefined): string {
  if (namespaceFields.has(key)) return ownNamespace(text, mark)
  if (text.startsWith('system:serviceaccount:')) {
    const [system, kind, namespace = '', account] = text.split(':')
    return [system, kind, ownNamespace(namespace, mark), account].join(':')
  }
  if (text.startsWith('system:serviceaccounts:')) return `system:serviceaccounts:${ownNamespace(text.slice(23), mark)}`
  return renamed ?? text
}
