import { parseImageReference } from '../../estate/image-reference.ts'
import { mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import type { Network } from '../network.ts'
import type { NetworkPod } from '../pod.ts'

/** Programs that take what comes from outside to Services, by image, and the classes that they usually serve. */
const controllers: readonly (readonly [image: RegExp, ingressClass: RegExp])[] = [
  [/(?:ingress-nginx\/controller|nginx-ingress-controller|nginx\/nginx-ingress|nginx-ingress)$/, /nginx/],
  [/(?:^|\/)traefik$/, /traefik/],
  [/(?:haproxy-ingress|kubernetes-ingress)$/, /haproxy/],
  [/\/kong(?:-gateway)?$/, /kong/],
  // Contour configures Envoy, which is what connects.
  [/\/envoy$/, /contour|envoy/],
  [/\/caddy\/ingress$/, /caddy/],
  [/\/cloudflared$/, /cloudflare/]
]

/** Classes whose load balancer stands outside of the cluster and connects to pods itself. */
const outsideClasses = /^(?:alb|gce|gce-internal|azure[-/]application-gateway|azure-alb.*|gke-.*|ibmcloud.*)$/

/** Who takes what an Ingress publishes to its Service. */
export type Publisher =
  | { readonly is: 'pods'; readonly pods: readonly NetworkPod[] }
  | { readonly is: 'outside' }
  | { readonly is: 'unknown' }

/** Finds ingress controllers of an estate, asked once for each object that publishes something. */
export class IngressControllers {
  readonly #known: readonly { readonly pod: NetworkPod; readonly serves: RegExp }[]

  constructor(network: Network) {
    this.#known = network.pods.flatMap((pod) => {
      const images = pod.view.containers.flatMap(({ object }) => {
        const reference = parseImageReference(stringAt(object, 'image') ?? '')
        return reference === null ? [] : [`${reference.registry}/${reference.repository}`]
      })
      const found = controllers.find(([image]) => images.some((name) => image.test(name)))
      return found === undefined ? [] : [{ pod, serves: found[1] }]
    })
  }

  /** The pods of all controllers that were read. */
  get pods(): readonly NetworkPod[] {
    return this.#known.map(({ pod }) => pod)
  }

  /** @param ingressClass Empty where none is named. */
  of(ingressClass: string): Publisher {
    if (outsideClasses.test(ingressClass)) return { is: 'outside' }
    const serving = this.#known.filter(({ serves }) => serves.test(ingressClass))
    // A class may have any name: the only controller that there is serves it.
    const chosen = serving.length > 0 ? serving : this.#onlyOne()
    if (chosen.length === 0) return { is: 'unknown' }
    return chosen.some(({ pod }) => pod.onHost) ? { is: 'outside' } : { is: 'pods', pods: chosen.map(({ pod }) => pod) }
  }

  #onlyOne(): readonly { readonly pod: NetworkPod }[] {
    return new Set(this.#known.map(({ serves }) => serves)).size === 1 ? this.#known : []
  }
}

/** The class of an Ingress, by its field or its old annotation; empty where it names none. */
export function ingressClassOf({ object }: Resource): string {
  const annotations = mappingAt(mappingAt(object, 'metadata') ?? {}, 'annotations') ?? {}
  return (
    stringAt(mappingAt(object, 'spec') ?? {}, 'ingressClassName') ??
    stringAt(annotations, 'kubernetes.io/ingress.class') ??
    ''
  )
}
