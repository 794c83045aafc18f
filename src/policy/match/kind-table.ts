import { isClusterScoped } from '../../estate/cluster-scoped.ts'
import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import { groupOf, type Resource } from '../../estate/resource.ts'
import { kinds } from '../../kubernetes/api-types.ts'
import { pluralOf } from '../../kubernetes/plural.ts'
import type { ServedType } from '../request/request.ts'

/** A custom kind as its definition says. */
export interface CustomKind {
  readonly group: string
  readonly kind: string
  readonly resource: string
  readonly namespaced: boolean
  /** Those that are served, by name. */
  readonly versions: ReadonlyMap<string, CustomVersion>
  /** Objects of one version differ from those of another in nothing but `apiVersion`. */
  readonly convertible: boolean
}

export interface CustomVersion {
  /** OpenAPI v3; null where the definition has none. */
  readonly schema: Mapping | null
  /** Clients cannot write the status with the rest. */
  readonly hasStatus: boolean
}

/** What an API server serves: the built-in kinds of the newest known version, and custom ones. */
export class KindTable {
  readonly #custom = new Map<string, CustomKind>()

  /** Takes up a CustomResourceDefinition. */
  add(definition: Resource): void {
    const custom = readDefinition(definition.object)
    if (custom !== null) this.#custom.set(`${custom.group}/${custom.kind}`, custom)
  }

  /** Undefined for built-in kinds and for those of which no definition is known. */
  custom(apiVersion: string, kind: string): CustomKind | undefined {
    return this.#custom.get(`${groupOf(apiVersion)}/${kind}`)
  }

  /** The custom kinds that are served under a name. */
  customKinds(resource: string): string[] {
    return [...this.#custom.values()].filter((custom) => custom.resource === resource).map(({ kind }) => kind)
  }

  /** The type under which objects of a kind are served; of unknown kinds what is usual. */
  typeOf(apiVersion: string, kind: string): ServedType {
    const group = groupOf(apiVersion)
    const version = apiVersion.slice(group === '' ? 0 : group.length + 1)
    return { group, version, kind, resource: this.custom(apiVersion, kind)?.resource ?? pluralOf(kind) }
  }

  /** Objects of unknown kinds are taken to be in namespaces. */
  isNamespaced(apiVersion: string, kind: string): boolean {
    return this.custom(apiVersion, kind)?.namespaced ?? !isClusterScoped({ apiVersion, kind })
  }

  /** Other types under which the same objects are served. Of built-in kinds, stable versions alone are by default. */
  equivalents(type: ServedType): ServedType[] {
    const custom = this.#custom.get(`${type.group}/${type.kind}`)
    if (custom !== undefined)
      return [...custom.versions.keys()].map((version) => ({ ...type, version })).filter(isOther(type))
    const groups = type.kind === 'Event' && eventGroups.includes(type.group) ? eventGroups : [type.group]
    return [...kinds()].flatMap(([apiVersion, names]) => {
      const served = this.typeOf(apiVersion, type.kind)
      const isServed = groups.includes(served.group) && /^v\d+$/.test(served.version) && names.has(type.kind)
      return isServed ? [served].filter(isOther(type)) : []
    })
  }
}

/** Events are served by two groups. */
const eventGroups = ['', 'events.k8s.io']

function isOther(type: ServedType): (other: ServedType) => boolean {
  return ({ group, version }) => group !== type.group || version !== type.version
}

function readDefinition(definition: Mapping): CustomKind | null {
  const spec = mappingAt(definition, 'spec') ?? {}
  const names = mappingAt(spec, 'names') ?? {}
  const group = stringAt(spec, 'group')
  const kind = stringAt(names, 'kind')
  const resource = stringAt(names, 'plural')
  if (group === null || kind === null || resource === null) return null
  const written = Array.isArray(spec.versions) ? spec.versions.filter(isMapping) : []
  const versions = written.flatMap((version): [string, CustomVersion][] => {
    const name = stringAt(version, 'name')
    if (name === null || version.served === false) return []
    const schema = mappingAt(mappingAt(version, 'schema') ?? {}, 'openAPIV3Schema') ?? null
    return [[name, { schema, hasStatus: mappingAt(mappingAt(version, 'subresources') ?? {}, 'status') !== undefined }]]
  })
  const conversion = stringAt(mappingAt(spec, 'conversion') ?? {}, 'strategy') ?? 'None'
  return {
    group,
    kind,
    resource,
    namespaced: spec.scope !== 'Cluster',
    versions: new Map(versions),
    convertible: conversion === 'None'
  }
}
