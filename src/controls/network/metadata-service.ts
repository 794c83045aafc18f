import type { Estate } from '../../estate/estate.ts'
import { formatPath } from '../../estate/path.ts'
import { userNamespaces } from '../../estate/user-namespaces.ts'
import { defaultDeny } from '../../network/default-deny.ts'
import { isRefusedEverywhere, waysOut } from '../../network/egress-address.ts'
import { type Network, networkOf } from '../../network/network.ts'
import type { Policy } from '../../network/policy.ts'
import { isEveryPort } from '../../network/ports.ts'
import { policyKinds } from '../../network/read-policies.ts'
import { fails, passes, undecided, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { type MetadataAddress, metadataAddresses } from '../judging/metadata-addresses.ts'

/** All clouds serve it without encryption. */
const port = 80

/** Namespaces are judged by whether they limit egress at all, policies by what they let out. */
function* judge(estate: Estate): Iterable<Verdict> {
  const network = networkOf(estate)
  const addresses = metadataAddresses(estate)
  for (const resource of userNamespaces(estate)) {
    if (resource.name === null) continue
    const namespace = network.namespaces.named(resource.name)
    const open = addresses.find(({ address }) => !isRefusedEverywhere(network, namespace, address))
    const egress = defaultDeny(network, namespace, 'egress')
    if (open === undefined || egress.is === 'denied' || egress.is === 'opened') yield passes(resource)
    else if (egress.is === 'unclear') yield undecided(resource, egress.reason)
    else {
      yield fails(
        resource,
        `pods of namespace "${resource.name}" reach the metadata service of the cloud at ${open.text}: no policy limits egress of all`
      )
    }
  }
  for (const policy of network.policies)
    if (policy.isolates.has('egress')) yield* policyVerdicts(network, policy, addresses)
}

function* policyVerdicts(network: Network, policy: Policy, addresses: readonly MetadataAddress[]): Iterable<Verdict> {
  const { resource, namespace } = policy
  const seen = new Set<string>()
  const everywhere = new Set(openRules(policy))
  for (const { text, address } of addresses) {
    if (namespace !== null && isRefusedEverywhere(network, namespace, address)) continue
    for (const path of waysOut(policy, address, 'TCP', port)) {
      const item = formatPath(path)
      if (seen.has(item)) continue
      seen.add(item)
      const what = everywhere.has(item)
        ? `the rule lets pods reach everything, the metadata service of the cloud at ${text} included`
        : `the rule lets pods reach the metadata service of the cloud at ${text}`
      yield fails(resource, what, { path, item })
    }
  }
  if (seen.size === 0) yield passes(resource)
}

/** Paths of the rules that limit neither who nor which port. */
function openRules({ rules }: Policy): string[] {
  return rules.egress
    .filter(({ peers, ports }) => peers === null && isEveryPort(ports))
    .map(({ path }) => formatPath(path))
}

export const metadataService = defineControl({
  id: 'metadata-service',
  title: 'Pods cannot reach the metadata service of the cloud',
  severity: 'medium',
  why: 'It hands out credentials of the node to whoever asks: a pod that is taken over, or tricked into one request, becomes the node.',
  remedy:
    'Deny egress by default, and where a rule allows `0.0.0.0/0`, name `169.254.169.254/32` under `except` (`fd00:ec2::254/128` for `::/0`). Give pods an identity of their own with the workload identity of the cloud.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.26'],
    kubescape: ['C-0052'],
    attack: ['T1552.005'],
    microsoft: ['MS-TA9033', 'MS-TA9028'],
    owasp: { '2025': ['K08'] }
  },
  implies: ['open-egress-rule'],
  analyse: { reads: ['Namespace', 'Node', ...policyKinds], judge },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: internet
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Egress]
        egress:
          - to:
              - ipBlock:
                  cidr: 0.0.0.0/0
                  except: [169.254.169.254/32]
              - ipBlock:
                  cidr: ::/0
                  except: ['fd00:ec2::254/128']
          - ports:
              - protocol: UDP
                port: 53
              - port: 443
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      `,
      `
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: internet
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Egress]
        egress:
          - to:
              - ipBlock:
                  cidr: 0.0.0.0/0
                  except: [10.0.0.0/8]
      `,
      `
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: all-ports-below-1024
        namespace: shop
      spec:
        podSelector: {}
        egress:
          - ports:
              - port: 1
                endPort: 1023
      `
    ]
  }
})
