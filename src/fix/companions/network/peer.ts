import type { Mapping } from '../../../estate/mapping.ts'
import type { ConnectionEnd } from '../../../network/connections/connection.ts'
import type { NetworkPod } from '../../../network/pod.ts'
import type { Direction } from '../../../network/policy.ts'
import { podSelector } from './pod-selector.ts'

/** From where peers are seen. */
export interface Viewpoint {
  readonly namespace: string
  readonly direction: Direction
  /** Pods have addresses of IPv6, too. */
  readonly ipv6: boolean
}

/** Blocks that no public host has an address in, the metadata services of clouds among them. */
const notPublic = {
  ipv4: ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
  ipv6: ['fc00::/7', 'fe80::/10']
}

/** Where metadata services are. */
const metadata = { ipv4: ['169.254.0.0/16'], ipv6: ['fd00:ec2::254/128', 'fd20:ce::254/128', 'fe80::/10'] }

/**
 * How a policy names the other end of a connection: entries of `from` or `to`. `everyone` where it names nobody, which
 * lets everybody; null where no policy can name it.
 */
export function peersOf(end: ConnectionEnd, viewpoint: Viewpoint): readonly Mapping[] | 'everyone' | null {
  switch (end.is) {
    case 'everyone':
      return 'everyone'
    case 'addresses':
      return [{ ipBlock: { cidr: end.cidr } }]
    case 'internet':
      return everywhere(notPublic, viewpoint)
    // Who comes in becomes the node there.
    case 'metadata-service':
      return null
    case 'api-server':
      return everywhere(metadata, viewpoint)
    case 'pods': {
      const namespaceSelector =
        end.namespaceLabels !== undefined ? { matchLabels: end.namespaceLabels } : selectorOf(end.namespace)
      return [{ namespaceSelector, ...(end.labels === null ? {} : { podSelector: { matchLabels: end.labels } }) }]
    }
    case 'workload':
      return podsOf(end.pod, viewpoint)
  }
}

function podsOf(pod: NetworkPod, viewpoint: Viewpoint): readonly Mapping[] | null {
  // Pods in the network of their node have its address, which manifests do not say: who comes from there cannot be told
  // from others, but who is let out there reaches no more than that port.
  if (pod.onHost) return viewpoint.direction === 'ingress' ? null : everywhere(metadata, viewpoint)
  const selector = podSelector(pod)
  if (pod.namespace.name === viewpoint.namespace) return [{ podSelector: selector ?? {} }]
  const namespaceSelector = selectorOf(pod.namespace.name)
  return [selector === null ? { namespaceSelector } : { namespaceSelector, podSelector: selector }]
}

function everywhere(except: typeof notPublic, { ipv6 }: Viewpoint): Mapping[] {
  return [
    { ipBlock: { cidr: '0.0.0.0/0', except: except.ipv4 } },
    ...(ipv6 ? [{ ipBlock: { cidr: '::/0', except: except.ipv6 } }] : [])
  ]
}

function selectorOf(namespace: string | null): Mapping {
  return namespace === null ? {} : { matchLabels: { 'kubernetes.io/metadata.name': namespace } }
}
