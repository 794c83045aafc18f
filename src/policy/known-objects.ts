import { isMapping, type Mapping, stringAt } from '../estate/mapping.ts'
import type { Resource } from '../estate/resource.ts'
import { KindTable } from './match/kind-table.ts'
import type { Param, ParamKind } from './policy.ts'
import { admittedObject } from './request/admitted-object.ts'
import type { PodSurroundings } from './request/pod-admission.ts'
import type { KnownParams, NamespaceLookup, World } from './world.ts'

/** Why objects of a kind may exist that are not known; null where all are. */
export type MissingKind = (kind: string) => string | null

/** What the verdicts of policies depend on, as far as it was given: namespaces, definitions, parameters, accounts. */
export class KnownObjects implements World {
  readonly kinds = new KindTable()
  readonly #objects = new Map<string, Map<string, Resource>>()
  readonly #stored = new WeakMap<Resource, Mapping>()
  readonly #missing: MissingKind

  /** @param missing By default anything may be missing, as files never say that there is no more. */
  constructor(missing: MissingKind = (kind) => `no such ${kind} was given`) {
    this.#missing = missing
  }

  add(resource: Resource): void {
    const { apiVersion, kind, name, namespace } = resource
    if (kind === 'CustomResourceDefinition') this.kinds.add(resource)
    if (name === null) return
    const where = this.kinds.isNamespaced(apiVersion, kind) ? (namespace ?? 'default') : ''
    const key = `${apiVersion} ${kind}`
    const ofKind = this.#objects.get(key) ?? new Map<string, Resource>()
    ofKind.set(`${where}/${name}`, resource)
    this.#objects.set(key, ofKind)
  }

  namespace(name: string): NamespaceLookup {
    const found = this.#objects.get('v1 Namespace')?.get(`/${name}`)
    if (found !== undefined) return { object: this.#asStored(found), unknown: null }
    const reason = this.#missing('Namespace')
    return { object: null, unknown: reason === null ? null : `nothing is known of the namespace "${name}": ${reason}` }
  }

  params({ apiVersion, kind }: ParamKind): KnownParams {
    const found = [...(this.#objects.get(`${apiVersion} ${kind}`) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
    const params = found.map(([key, resource]): Param => {
      const [namespace = '', name = ''] = key.split('/')
      return { name, namespace: namespace === '' ? null : namespace, object: this.#asStored(resource) }
    })
    return { params, missing: this.#missing(kind) }
  }

  /** What a new pod in the namespace meets. */
  podSurroundings(namespace: string): PodSurroundings {
    const classes = [...(this.#objects.get('scheduling.k8s.io/v1 PriorityClass') ?? [])].map(([, one]) => one)
    return {
      serviceAccount: (name) => this.#objects.get('v1 ServiceAccount')?.get(`${namespace}/${name}`)?.object ?? null,
      priorityClass: (name) =>
        classes.find((one) => (name === null ? one.object.globalDefault === true : one.name === name))?.object ?? null
    }
  }

  /** Live objects are as the API server stores them; those of files are made so. */
  #asStored(resource: Resource): Mapping {
    const known = this.#stored.get(resource)
    if (known !== undefined) return known
    const metadata = isMapping(resource.object.metadata) ? resource.object.metadata : {}
    const namespace = this.kinds.isNamespaced(resource.apiVersion, resource.kind)
      ? (resource.namespace ?? 'default')
      : ''
    const time = stringAt(metadata, 'creationTimestamp') ?? '1970-01-01T00:00:00Z'
    const made = admittedObject(resource, { namespace, time }, this.kinds, this.podSurroundings(namespace))
    this.#stored.set(resource, made)
    return made
  }
}
