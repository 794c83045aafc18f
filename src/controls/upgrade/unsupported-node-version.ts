import { mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { fails, passes, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { formatMinor, newestMinor, parseMinor } from '../kubernetes-version.ts'

/** Kubernetes mends its three newest minor versions, and for two months more the one before them. */
const mended = 3

function* inspect(node: Resource): Iterable<Verdict> {
  const info = mappingAt(mappingAt(node.object, 'status') ?? {}, 'nodeInfo') ?? {}
  const version = stringAt(info, 'kubeletVersion')
  const minor = version === null ? undefined : parseMinor(version.replace(/^(v\d+\.\d+).*$/, '$1'))
  if (minor === undefined) return
  const path = ['status', 'nodeInfo', 'kubeletVersion']
  const oldest = formatMinor(newestMinor - mended)
  yield minor >= newestMinor - mended
    ? passes(node)
    : fails(node, `the node runs Kubernetes ${version}; nothing before ${oldest} gets security patches any more`, {
        path
      })
}

export const unsupportedNodeVersion = defineControl({
  id: 'unsupported-node-version',
  title: 'Nodes run a version of Kubernetes that gets security patches',
  severity: 'high',
  why: 'Faults that become known are mended in the newest versions only. Older ones keep them, with instructions for everybody.',
  remedy: 'Upgrade the nodes, one minor version after the other, and the control plane before them.',
  maps: {
    guide: ['upgrade.patch'],
    nsa: ['5.1', '5.2'],
    kubescape: ['C-0273'],
    attack: ['T1190', 'T1068'],
    microsoft: ['MS-TA9004'],
    owasp: { '2022': ['K10'], '2025': ['K07'] }
  },
  analyse: { reads: ['Node'], inspect },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Node
      metadata:
        name: worker-1
      status:
        nodeInfo:
          kubeletVersion: v1.37.1
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Node
      metadata:
        name: worker-1
      status:
        nodeInfo:
          kubeletVersion: v1.28.4-eks-036c24b
      `
    ]
  }
})
