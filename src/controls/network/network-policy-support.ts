import { anchorKinds, clusterAnchor } from '../../estate/cluster-anchor.ts'
import type { Estate } from '../../estate/estate.ts'
import { isMapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import { valueAt } from '../../estate/path.ts'
import type { Resource } from '../../estate/resource.ts'
import { fails, passes, undecided, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { componentsOf } from '../judging/component-images.ts'

/** Network plug-ins, or agents beside them, that enforce network policies. */
const enforcing: readonly (readonly [RegExp, string])[] = [
  [/\/calico\/node$|\/calico\/cni$|\/(?:mirrored-)?calico-node$|^name\/canal$/, 'Calico'],
  [/\/cilium\/cilium$|\/mirrored-cilium-cilium$|\/cilium-distroless$|\/anetd$|^name\/cilium$/, 'Cilium'],
  [/\/antrea\/antrea-/, 'Antrea'],
  [/\/kube-router$/, 'kube-router'],
  [/\/ovn-kube|\/ovnkube|\/kube-ovn$|\/ovn-kubernetes|^name\/sdn$/, 'OVN'],
  [/\/weave-npc$|^name\/weave-net$/, 'Weave Net'],
  [/\/(?:aws-)?network-policy-agent$/, 'the network policy agent of the AWS VPC plug-in'],
  [/\/azure-npm$/, 'Azure Network Policy Manager'],
  [/\/kube-network-policies$/, 'kube-network-policies'],
  [/\/romana|\/contiv\/|\/nuage/, 'a plug-in that enforces policies']
]

const without: readonly (readonly [RegExp, string])[] = [
  [/\/flannel$|\/mirrored-flannelcni-flannel$|\/flannel-cni$|^name\/kube-flannel/, 'Flannel'],
  [/\/amazon-k8s-cni$/, 'that of AWS VPC with its network policy agent off or absent'],
  [/\/azure-cni$|\/azure-vnet/, 'the Azure plug-in'],
  [/\/multus/, 'Multus']
]

/** The agent of the AWS plug-in comes with it and does nothing until it is turned on. */
function isTurnedOff({ object }: Resource): boolean {
  const containers = valueAt(object, ['spec', 'template', 'spec', 'containers'])
  return (
    Array.isArray(containers) &&
    containers.some(
      (container: unknown) =>
        isMapping(container) &&
        Array.isArray(container.args) &&
        container.args.includes('--enable-network-policy=false')
    )
  )
}

function* judge(estate: Estate): Iterable<Verdict> {
  const good = componentsOf(estate, 'DaemonSet', enforcing).filter(({ resource }) => !isTurnedOff(resource))
  for (const { resource } of good) yield passes(resource)
  if (good.length > 0) return
  const bad = componentsOf(estate, 'DaemonSet', without).filter(({ program }) => program !== 'Multus')
  for (const { resource, program } of bad) {
    yield fails(resource, `the network plug-in is ${program}, which ignores network policies`)
  }
  if (bad.length > 0) return
  const anchor = clusterAnchor(estate)
  if (anchor === null) return
  // k3s and RKE2 enforce policies inside their own agent.
  const versions = estate.ofKind('Node', '').map(({ object }) => {
    const info = mappingAt(mappingAt(object, 'status') ?? {}, 'nodeInfo')
    return stringAt(info ?? {}, 'kubeletVersion') ?? ''
  })
  if (versions.some((version) => /\+(?:k3s|rke2)/.test(version))) yield passes(anchor)
  else yield undecided(anchor, 'no network plug-in that is known was found among the DaemonSets')
}

export const networkPolicySupport = defineControl({
  id: 'network-policy-support',
  title: 'The network plug-in enforces network policies',
  severity: 'high',
  why: 'The API server accepts network policies whether anybody enforces them or not. With a plug-in that does not, all of them are without effect, silently.',
  remedy:
    'Use a plug-in that enforces them, such as Calico or Cilium, or add an agent that does: Calico beside Flannel (Canal), or the network policy agent of the AWS VPC plug-in.',
  maps: {
    guide: ['network.isolation'],
    nsa: ['2.2'],
    cis: { '1.8': ['5.3.1'] },
    kubescape: ['C-0205'],
    attack: ['T1046', 'T1210'],
    microsoft: ['MS-TA9034'],
    owasp: { '2022': ['K07'], '2025': ['K05'] }
  },
  analyse: { reads: [...anchorKinds, 'Node'], byName: ['Namespace', 'Deployment'], judge },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: apps/v1
      kind: DaemonSet
      metadata:
        name: calico-node
        namespace: kube-system
      spec:
        selector:
          matchLabels:
            k8s-app: calico-node
        template:
          metadata:
            labels:
              k8s-app: calico-node
          spec:
            containers:
              - name: calico-node
                image: quay.io/calico/node:v3.31.0
      `,
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      `
    ],
    fail: [
      `
      apiVersion: apps/v1
      kind: DaemonSet
      metadata:
        name: kube-flannel-ds
        namespace: kube-flannel
      spec:
        selector:
          matchLabels:
            app: flannel
        template:
          metadata:
            labels:
              app: flannel
          spec:
            containers:
              - name: kube-flannel
                image: ghcr.io/flannel-io/flannel:v0.27.4
      `,
      `
      apiVersion: apps/v1
      kind: DaemonSet
      metadata:
        name: aws-node
        namespace: kube-system
      spec:
        selector:
          matchLabels:
            k8s-app: aws-node
        template:
          metadata:
            labels:
              k8s-app: aws-node
          spec:
            containers:
              - name: aws-node
                image: 602401143452.dkr.ecr.eu-west-1.amazonaws.com/amazon-k8s-cni:v1.20.4
              - name: aws-eks-nodeagent
                image: 602401143452.dkr.ecr.eu-west-1.amazonaws.com/amazon/aws-network-policy-agent:v1.2.7
                args: [--enable-ipv6=false, --enable-network-policy=false]
      `
    ]
  }
})
