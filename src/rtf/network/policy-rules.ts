import type { Mapping } from '../../estate/mapping.ts'

/** The label that every namespace has, with its name. */
const nameLabel = 'kubernetes.io/metadata.name'

/** Addresses of the cloud's metadata services. */
const metadataBlocks = { v4: '169.254.0.0/16', v6: 'fd00:ec2::254/128' } as const

/** RFC 1918 and RFC 6598: networks of companies and clusters. */
const privateBlocks = ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16'] as const

/** RFC 4193. */
const privateBlock6 = 'fc00::/7'

/** Every pod of the policy's own namespace. */
export const ownNamespace: Mapping = { podSelector: {} }

/** Every pod of a namespace. */
export function namespaceNamed(name: string): Mapping {
  return { namespaceSelector: { matchLabels: { [nameLabel]: name } } }
}

/** Every pod of namespaces with these labels. */
export function namespacesLabelled(labels: Readonly<Record<string, string>>): Mapping {
  return { namespaceSelector: { matchLabels: { ...labels } } }
}

export function addressBlock(cidr: string): Mapping {
  return { ipBlock: { cidr } }
}

/** The internet: everything but private networks and the metadata services of clouds. */
export const internet: readonly Mapping[] = [
  { ipBlock: { cidr: '0.0.0.0/0', except: [...privateBlocks, metadataBlocks.v4] } },
  { ipBlock: { cidr: '::/0', except: [privateBlock6] } }
]

/** Everything but the metadata services of clouds, where nobody says which private addresses are needed. */
export const allButMetadata: readonly Mapping[] = [
  { ipBlock: { cidr: '0.0.0.0/0', except: [metadataBlocks.v4] } },
  { ipBlock: { cidr: '::/0', except: [metadataBlocks.v6] } }
]

export function tcp(...ports: readonly number[]): Mapping[] {
  return ports.map((port) => ({ protocol: 'TCP', port }))
}

/** The names and ports of cluster DNS: kube-dns and CoreDNS, and OpenShift's, which listens elsewhere. */
export const dnsRules: readonly Mapping[] = [
  {
    to: [{ ...namespaceNamed('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
    ports: [
      { protocol: 'UDP', port: 53 },
      { protocol: 'TCP', port: 53 }
    ]
  }
]

export const openShiftDnsRules: readonly Mapping[] = [
  {
    to: [namespaceNamed('openshift-dns')],
    ports: [
      { protocol: 'UDP', port: 5353 },
      { protocol: 'TCP', port: 5353 }
    ]
  }
]
