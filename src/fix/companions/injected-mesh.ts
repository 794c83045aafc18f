import { mappingAt } from '../../estate/mapping.ts'
import { type Labels, labelsIn, labelsOf } from '../../estate/selectors.ts'
import type { NamespaceContents } from './namespace-contents.ts'

/** A service mesh that adds containers to pods when they are made. */
export interface Mesh {
  readonly name: string
  /** Where its control plane usually is. */
  readonly namespace: string
  /** What sets up the network of its pods needs capabilities that no level of Pod Security but the lowest allows. */
  readonly privileged: boolean
}

interface MeshMark extends Mesh {
  /** A label or an annotation, of the namespace or of pods. */
  readonly key: string
  readonly off: ReadonlySet<unknown>
}

const off = new Set<unknown>(['false', 'disabled'])

const istio = { name: 'Istio', namespace: 'istio-system', privileged: true, off }

const marks: readonly MeshMark[] = [
  { ...istio, key: 'istio-injection' },
  { ...istio, key: 'istio.io/rev' },
  { ...istio, key: 'sidecar.istio.io/inject' },
  { name: 'Linkerd', namespace: 'linkerd', privileged: true, key: 'linkerd.io/inject', off },
  { name: 'Kuma', namespace: 'kuma-system', privileged: true, key: 'kuma.io/sidecar-injection', off },
  { name: 'Consul', namespace: 'consul', privileged: true, key: 'consul.hashicorp.com/connect-inject', off },
  { name: 'Dapr', namespace: 'dapr-system', privileged: false, key: 'dapr.io/enabled', off }
]

/** The mesh whose sidecars pods of a namespace get; null where there is none. */
export function injectedMesh({ object, pods }: NamespaceContents): Mesh | null {
  const marked: Labels[] =
    object === null ? [] : [labelsOf(object), annotationsIn(mappingAt(object.object, 'metadata'))]
  for (const { meta } of pods) marked.push(labelsIn(meta), annotationsIn(meta))
  return marks.find(({ key, off: no }) => marked.some((keys) => Object.hasOwn(keys, key) && !no.has(keys[key]))) ?? null
}

function annotationsIn(metadata: Record<string, unknown> | undefined): Labels {
  return (metadata === undefined ? undefined : mappingAt(metadata, 'annotations')) ?? {}
}
