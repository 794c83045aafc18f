import { isMapping } from '../estate/mapping.ts'
import { formatPath, type Path } from '../estate/path.ts'
import { shown } from '../estate/shown.ts'
import type { Container } from '../estate/workload.ts'
import { combine, hashText } from './fingerprint.ts'

/** What an item is about that is not one value of the object. */
export interface ItemView {
  /** For the user: `kube-apiserver`. */
  readonly where: string
  fieldAt(at: Path): Path
}

/** What a rule is evaluated on. Most items pass everything, so what only a finding needs is made when asked for. */
export class Item {
  /** The scoped value itself. */
  readonly self: unknown
  /** From the object's root. */
  readonly path: Path
  /** The container that it is or lies in, or null. */
  readonly container: Container | null
  /** Set where the item is a view whose fields stand in several places. */
  readonly view: ItemView | null
  #pathText: string | undefined
  #where: string | undefined
  #identity: number | undefined

  constructor(self: unknown, path: Path, container: Container | null, view: ItemView | null = null) {
    this.self = self
    this.path = path
    this.container = container
    this.view = view
  }

  /** The place of a field of the item, from the object's root. */
  fieldAt(at: Path): Path {
    if (this.view !== null) return this.view.fieldAt(at)
    return at.length === 0 ? this.path : this.path.concat(at)
  }

  /** As users read it: `spec.containers[0]`. */
  get pathText(): string {
    this.#pathText ??= formatPath(this.path)
    return this.#pathText
  }

  /** `container "app"`, `volume "data"`, or `pod` where nothing smaller is meant. */
  get where(): string {
    this.#where ??= whereOf(this)
    return this.#where
  }

  /** Hash of what tells it apart from the object's other items: names, never positions where there is a name. */
  get identity(): number {
    this.#identity ??= identityOf(this)
    return this.#identity
  }
}

function whereOf({ container, path, self, view }: Item): string {
  if (view !== null) return view.where
  if (container !== null) {
    const { type, name, sidecar, index } = container
    const noun = sidecar ? 'sidecar container' : type === 'container' ? 'container' : `${type} container`
    return name === null ? `${noun} ${index}` : `${noun} "${shown(name)}"`
  }
  const last = path.at(-1)
  if (typeof last !== 'number' || path.at(-2) !== 'volumes') return 'pod'
  return isMapping(self) && typeof self.name === 'string' ? `volume "${shown(self.name)}"` : `volume ${last}`
}

function identityOf({ container, self, view }: Item): number {
  if (view !== null) return combine(hashText(0, view.where), hashText(0, ownName(self)))
  const place = container === null ? 0 : hashText(0, `${container.type}/${container.name ?? container.index}`)
  if (self === container?.object) return place
  return combine(place, hashText(0, ownName(self)))
}

function ownName(self: unknown): string {
  if (typeof self === 'string' || typeof self === 'number') return String(self)
  if (!isMapping(self)) return ''
  const { name, hostPort, containerPort, protocol } = self
  if (hostPort !== undefined) return `${String(hostPort)}:${String(containerPort)}/${String(protocol)}`
  return typeof name === 'string' ? name : ''
}
