import type { Estate } from '../../../estate/estate.ts'
import { type Mapping, stringAt } from '../../../estate/mapping.ts'
import { groupOf } from '../../../estate/resource.ts'

/** A rule that lets pods ask for names. */
export interface NameResolution {
  readonly rule: Mapping
  readonly comment: string
}

/** Where the cluster's own names are resolved: kube-dns or CoreDNS under its old label, or OpenShift's own. */
export function nameResolution(estate: Estate): NameResolution {
  if (isOpenShift(estate)) {
    return {
      rule: { to: [pods('openshift-dns', 'dns.operator.openshift.io/daemonset-dns', 'default')], ports: ports(5353) },
      comment: 'Names are resolved by the pods of the DNS operator, on their own port.'
    }
  }
  const local = estate.pods.some(({ containers }) =>
    containers.some(({ object }) => /k8s-dns-node-cache/.test(stringAt(object, 'image') ?? ''))
  )
  const cache = [{ ipBlock: { cidr: '169.254.20.10/32' } }, pods('kube-system', 'k8s-app', 'node-local-dns')]
  return {
    rule: { to: [pods('kube-system', 'k8s-app', 'kube-dns'), ...(local ? cache : [])], ports: ports(53) },
    comment: 'Every program asks for names. CoreDNS has this label, too.'
  }
}

function pods(namespace: string, key: string, value: string): Mapping {
  return {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    podSelector: { matchLabels: { [key]: value } }
  }
}

function ports(port: number): Mapping[] {
  return ['UDP', 'TCP'].map((protocol) => ({ protocol, port }))
}

function isOpenShift(estate: Estate): boolean {
  return estate.resources.some(({ apiVersion }) => {
    const group = groupOf(apiVersion)
    return group === 'openshift.io' || group.endsWith('.openshift.io')
  })
}
