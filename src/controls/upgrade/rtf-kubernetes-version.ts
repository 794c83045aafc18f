import type { Estate } from '../../estate/estate.ts'
import { mappingAt } from '../../estate/mapping.ts'
import { podViews } from '../../estate/workload.ts'
import { isAgent } from '../../rtf/fabric/agent-namespaces.ts'
import { agentVersion } from '../../rtf/fabric/agent-version.ts'
import { supportedKubernetes } from '../../rtf/facts/exposure.ts'
import { documentedFacts } from '../../rtf/facts/facts.ts'
import { formatRtfVersion } from '../../rtf/facts/version.ts'
import { fails, passes, type Settings, undecided, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { formatMinor, parseMinor } from '../kubernetes-version.ts'

const advice = 'say what it supports in bulwark.yaml, rtf.kubernetes'

function* judge(estate: Estate, { rtf, kubernetes }: Settings): Iterable<Verdict> {
  const minor = kubernetes ?? minorOfNodes(estate)
  for (const agent of estate.ofKind('Deployment', 'apps').filter((each) => isAgent(each, rtf, podViews))) {
    const installed = agentVersion(agent, rtf, podViews)
    if (installed === null || minor === null || rtf.assume['newest-kubernetes'] === 'unjudged') continue
    const name = `Runtime Fabric ${formatRtfVersion(installed.version)}`
    const supported = supportedKubernetes(rtf, installed.version)
    if (supported === null) {
      yield undecided(agent, `which Kubernetes versions ${name} supports is not known: ${advice}`)
      continue
    }
    const { from, to, basis } = supported
    const isSupported = minor >= (parseMinor(from) ?? 0) && minor <= (parseMinor(to) ?? 0)
    const range = from === to ? from : `${from} to ${to}`
    const source = basis === 'stated' ? '' : ', as far as its release notes tell'
    yield isSupported
      ? passes(agent)
      : fails(agent, `${name} supports Kubernetes ${range}${source}, and the cluster has ${formatMinor(minor)}`)
  }
}

/** Of the oldest kubelet, the one that lags behind last. */
function minorOfNodes(estate: Estate): number | null {
  const minors = estate.ofKind('Node', '').flatMap(({ object }) => {
    const version = mappingAt(mappingAt(object, 'status') ?? {}, 'nodeInfo')?.kubeletVersion
    return parseMinor(String(version).replace(/^(v?\d+\.\d+).*$/, '$1')) ?? []
  })
  return minors.length === 0 ? null : Math.max(...minors)
}

export const rtfKubernetesVersion = defineControl({
  id: 'rtf-kubernetes-version',
  title: 'Runtime Fabric supports the version of Kubernetes that it runs on',
  severity: 'medium',
  why: 'On a version that is not supported, upgrades, patches and help of MuleSoft stop, and security settings that came with it may be ignored.',
  remedy:
    'Upgrade Runtime Fabric before Kubernetes, so that each supports the other: it supports four minor versions at a time.',
  maps: { guide: ['upgrade.patch'], nsa: ['5.1'] },
  analyse: {
    reads: ['Deployment', 'Node'],
    needs: (resource) => resource.kind === 'Node' || isAgent(resource, documentedFacts, podViews),
    judge: (estate, _exceptions, _levelOf, settings) => judge(estate, settings)
  },
  rtf: 'not-exposed',
  examples: {
    settings: { kubernetes: 33 },
    pass: [
      `
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: agent
        namespace: rtf
      spec:
        selector:
          matchLabels:
            app: agent
        template:
          metadata:
            labels:
              app: agent
          spec:
            containers:
              - name: rtfd
                image: registry.example/mulesoft/rtf-agent:v3.0.277
      `
    ],
    fail: [
      `
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: agent
        namespace: rtf
      spec:
        selector:
          matchLabels:
            app: agent
        template:
          metadata:
            labels:
              app: agent
          spec:
            containers:
              - name: rtfd
                image: registry.example/mulesoft/rtf-agent:v2.8.3
      `
    ]
  }
})
