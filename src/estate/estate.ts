import type { Component } from './components/component.ts'
import type { KnownPod } from './known-pod.ts'
import { LazyIndex } from './lazy-index.ts'
import { ownerReferences, uidOf } from './owners.ts'
import { groupOf, type Resource } from './resource.ts'
import { type LabelMatcher, labelsOf } from './selectors.ts'
import type { PodView } from './workload.ts'

/** Names one object. */
export interface ResourceName {
  readonly kind: string
  readonly name: string
  /** Null for a cluster-scoped object, and for one whose manifest leaves the namespace to whoever applies it. */
  readonly namespace: string | null
  /** API group; any where it is left out. */
  readonly group?: string
}

/** Objects that exist, perhaps, and were not given. */
export interface Missing {
  readonly kind: string
  /** Null for all namespaces, or for a kind that has none. */
  readonly namespace: string | null
  /** For the user. */
  readonly reason: string
}

/**
 * Everything known about a cluster, from any mixture of sources. Adding is cheap; each index is built at its first
 * question, so questions may be asked while resources still stream in.
 */
export class Estate {
  readonly #all: Resource[] = []
  readonly #pods: PodView[] = []
  readonly #knownPods: KnownPod[] = []
  readonly #components: Component[] = []
  readonly #missing: Missing[] = []
  #live = false
  /** Null where all namespaces were read. */
  #namespaces: ReadonlySet<string> | null = null
  readonly #byKind = new LazyIndex((resource) => [resource.kind])
  readonly #byNamespace = new LazyIndex((resource) => [resource.namespace ?? ''])
  readonly #byName = new LazyIndex((resource) => [nameKey(resource.kind, resource.namespace, resource.name ?? '')])
  readonly #byOwner = new LazyIndex(ownerKeys)
  readonly #byLabel = new LazyIndex(labelKeys)
  readonly #indexes = [this.#byKind, this.#byNamespace, this.#byName, this.#byOwner, this.#byLabel]

  /**
   * @param pods Those that the resource describes, if any.
   * @param components Those that it configures.
   */
  add(resource: Resource, pods: readonly PodView[] = [], components: readonly Component[] = []): void {
    for (const pod of pods) this.#pods.push(pod)
    this.addKnown(resource, pods, components)
  }

  /** Adds a resource of whose pods no more is kept than what is known of them. */
  addKnown(resource: Resource, pods: readonly KnownPod[], components: readonly Component[]): void {
    this.#all.push(resource)
    for (const pod of pods) this.#knownPods.push(pod)
    for (const component of components) this.#components.push(component)
    for (const index of this.#indexes) index.added(resource)
  }

  /**
   * Takes note that a running cluster was read, and what of it could not be.
   * @param namespaces Only what is in these, and in none, was asked for; all where there are none.
   */
  addCluster(missing: readonly Missing[], namespaces: readonly string[] = []): void {
    this.#live = true
    if (namespaces.length > 0) this.#namespaces = new Set(namespaces)
    for (const one of missing) this.#missing.push(one)
  }

  /** A running cluster was read: what is not here does not exist, unless it is missing. Files never say that. */
  get isLive(): boolean {
    return this.#live
  }

  /** The cluster did not give everything that was asked for. */
  get isIncomplete(): boolean {
    return this.#missing.length > 0
  }

  /**
   * Why objects of a kind may exist that are not here; null where all are known.
   * @param namespace Where they would be; null asks whether the kind as a whole is missing.
   */
  missing(kind: string, namespace: string | null): string | null {
    const found = this.#missing.find(
      (one) => one.kind === kind && (one.namespace === null || one.namespace === namespace)
    )
    if (found !== undefined) return found.reason
    return namespace === null || this.#namespaces?.has(namespace) !== false ? null : this.partly
  }

  /** Why nothing can be said of the cluster as a whole: only some of its namespaces were read. Null where all were. */
  get partly(): string | null {
    if (this.#namespaces === null) return null
    const [only, ...more] = this.#namespaces
    const names = [only, ...more].map((name) => `"${name}"`).join(', ')
    return `of the cluster, only the namespace${more.length === 0 ? '' : 's'} ${names} ${more.length === 0 ? 'was' : 'were'} read`
  }

  /** The pods that resources of all kinds describe, where they were kept: a scan keeps none. */
  get pods(): readonly PodView[] {
    return this.#pods
  }

  /** What is known of all pods, kept or not. */
  get knownPods(): readonly KnownPod[] {
    return this.#knownPods
  }

  /** The components that resources of all kinds configure. */
  get components(): readonly Component[] {
    return this.#components
  }

  /** In the order of adding. */
  get resources(): readonly Resource[] {
    return this.#all
  }

  /** All of a kind; of one API group where that is given, since groups may share a kind's name. */
  ofKind(kind: string, group?: string): readonly Resource[] {
    return inGroup(this.#byKind.get(kind, this.#all), group)
  }

  /** Null asks for cluster-scoped objects and those that name no namespace. */
  inNamespace(namespace: string | null): readonly Resource[] {
    return this.#byNamespace.get(namespace ?? '', this.#all)
  }

  /** Namespaces that any resource names, sorted. */
  namespaces(): string[] {
    return [...this.#byNamespace.keys(this.#all)].filter((namespace) => namespace !== '').sort()
  }

  /** The resources of that name: more than one where several files describe the same object. */
  named({ kind, namespace, name, group }: ResourceName): readonly Resource[] {
    return inGroup(this.#byName.get(nameKey(kind, namespace, name), this.#all), group)
  }

  /** What names this resource as an owner: by uid for live objects, by kind and name for manifests. */
  ownedBy(owner: Resource): readonly Resource[] {
    const uid = uidOf(owner)
    const byName = this.#byOwner.get(ownerKey(owner.kind, owner.name ?? ''), this.#all)
    return byName.filter((owned) =>
      ownerReferences(owned).some((reference) => {
        if (reference.kind !== owner.kind || reference.name !== owner.name) return false
        if (groupOf(reference.apiVersion) !== groupOf(owner.apiVersion)) return false
        if (uid !== null && reference.uid !== null) return uid === reference.uid
        return owner.namespace === null || owner.namespace === owned.namespace
      })
    )
  }

  /** What carries a label, with that value where one is given. */
  labelled(key: string, value?: string): readonly Resource[] {
    return this.#byLabel.get(value === undefined ? key : labelKey(key, value), this.#all)
  }

  /** Resources of a kind and namespace whose own labels a selector matches. */
  select(kind: string, namespace: string | null, matches: LabelMatcher): Resource[] {
    return this.ofKind(kind).filter((resource) => resource.namespace === namespace && matches(labelsOf(resource)))
  }
}

function inGroup(resources: readonly Resource[], group: string | undefined): readonly Resource[] {
  if (group === undefined) return resources
  return resources.filter((resource) => groupOf(resource.apiVersion) === group)
}

/** Names hold no slash, so neither key is ambiguous. */
function nameKey(kind: string, namespace: string | null, name: string): string {
  return `${kind}/${namespace ?? ''}/${name}`
}

function ownerKey(kind: string, name: string): string {
  return `${kind}/${name}`
}

function ownerKeys(resource: Resource): Iterable<string> {
  return new Set(ownerReferences(resource).map(({ kind, name }) => ownerKey(kind, name)))
}

function labelKeys(resource: Resource): string[] {
  const keys: string[] = []
  for (const [key, value] of Object.entries(labelsOf(resource))) {
    keys.push(key)
    if (typeof value === 'string') keys.push(labelKey(key, value))
  }
  return keys
}

function labelKey(key: string, value: string): string {
  return `${key}=${value}`
}
