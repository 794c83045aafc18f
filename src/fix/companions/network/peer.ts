import type { Mapping } from '../../../estate/mapping.ts'
import type { ConnectionEnd } from '../../../network/connections/connection.ts'
import type { Direction } from '../../../network/policy.ts'
import { podSelector } from './pod-selector.ts'

/** Blocks that no public host has an address in, the metadata service of clouds among them. */
const notPublic = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16']

/** Where the metadata service of clouds is, too. */
const linkLocal = '169.254.0.0/16'

const anyAddress: Mapping = { ipBlock: { cidr: '0.0.0.0/0', except: [linkLocal] } }

/**
 * How a policy of a namespace names the other end of a connection: one entry of `from` or `to`. `everyone` where it names
 * nobody, which lets everybody; null where no policy can name it.
 */
export function peerOf(end: ConnectionEnd, namespace: string, direction: Direction): Mapping | 'everyone' | null {
  switch (end.is) {
    case 'everyone':
      return 'everyone'
    case 'addresses':
      return { ipBlock: { cidr: end.cidr } }
    case 'internet':
      return { ipBlock: { cidr: '0.0.0.0/0', except: notPublic } }
    // Who comes in becomes the node there.
    case 'metadata-service':
      return null
    case 'api-server':
      return anyAddress
    case 'pods': {
      const namespaceSelector =
        end.namespaceLabels !== undefined ? { matchLabels: end.namespaceLabels } : selectorOf(end.namespace)
      return { namespaceSelector, ...(end.labels === null ? {} : { podSelector: { matchLabels: end.labels } }) }
    }
    case 'workload': {
      const { pod } = end
      // Pods in the network of their node have its address, which manifests do not say: who comes from there cannot be told
      // from others, but who is let out there reaches no more than that port.
      if (pod.onHost) return direction === 'ingress' ? null : anyAddress
      const selector = podSelector(pod)
      if (pod.namespace.name === namespace) return selector === null ? { podSelector: {} } : { podSelector: selector }
      const namespaceSelector = selectorOf(pod.namespace.name)
      return selector === null ? { namespaceSelector } : { namespaceSelector, podSelector: selector }
    }
  }
}

function selectorOf(namespace: string | null): Mapping {
  return namespace === null ? {} : { matchLabels: { 'kubernetes.io/metadata.name': namespace } }
}
