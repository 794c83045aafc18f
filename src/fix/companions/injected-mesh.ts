import { mappingAt } from '../../estate/mapping.ts'
import { type Labels, labelsIn, labelsOf } from '../../estate/selectors.ts'
import type { NamespaceContents } from './namespace-contents.ts'

/** A service mesh that adds containers to pods when they are made. */
export interface Mesh {
  readonly name: string
  /** Where its control plane usually is. */
  readonly namespace: string
}

interface MeshMark extends Mesh {
  /** A label or an annotation, of the namespace or of pods. */
  readonly key: string
  readonly off: ReadonlySet<unknown>
}

const off = new Set<unknown>(['false', 'disabled'])

const marks: readonly MeshMark[] = [
  { name: 'Istio', namespace: 'istio-system', key: 'istio-injection', off },
  { name: 'Istio', namespace: 'istio-system', key: 'istio.io/rev', off },
  { name: 'Istio', namespace: 'istio-system', key: 'sidecar.istio.io/inject', off },
  { name: 'Linkerd', namespace: 'linkerd', key: 'linkerd.io/inject', off },
  { name: 'Kuma', namespace: 'kuma-system', key: 'kuma.io/sidecar-injection', off },
  { name: 'Consul', namespace: 'consul', key: 'consul.hashicorp.com/connect-inject', off }
]

/**
 * The mesh whose sidecars pods of a namespace get; null where there is none. What sets up their network needs
 * capabilities that Pod Security does not allow, and they all speak to the control plane.
 */
export function injectedMesh({ object, pods }: NamespaceContents): Mesh | null {
  const marked: Labels[] =
    object === null ? [] : [labelsOf(object), annotationsIn(mappingAt(object.object, 'metadata'))]
  for (const { meta } of pods) marked.push(labelsIn(meta), annotationsIn(meta))
  return marks.find(({ key, off: no }) => marked.some((keys) => Object.hasOwn(keys, key) && !no.has(keys[key]))) ?? null
}

function annotationsIn(metadata: Record<string, unknown> | undefined): Labels {
  return (metadata === undefined ? undefined : mappingAt(metadata, 'annotations')) ?? {}
}
