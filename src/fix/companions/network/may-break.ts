import type { Estate } from '../../../estate/estate.ts'
import type { Connection } from '../../../network/connections/connection.ts'
import { connectionsOf } from '../../../network/connections/connections.ts'
import { missingSources } from '../../../network/connections/workload-texts.ts'
import type { NetworkPod } from '../../../network/pod.ts'
import type { Direction } from '../../../network/policy.ts'
import type { Companion } from '../companion.ts'
import { injectedMesh } from '../injected-mesh.ts'
import type { NamespaceContents } from '../namespace-contents.ts'
import { workloadName } from '../workload-name.ts'
import { asksGkeForTokens } from './outward.ts'
import { podSelector } from './pod-selector.ts'

/** What of a namespace's traffic cannot be proven, and how bad that is. */
export function mayBreak(
  estate: Estate,
  contents: NamespaceContents,
  pods: readonly NetworkPod[],
  lacking: readonly Direction[]
): Pick<Companion, 'grade' | 'argument' | 'notes'> {
  const { all, services } = connectionsOf(estate)
  const used = new Set(all.map(({ service }) => service))
  const unused = lacking.includes('ingress')
    ? services.all.filter(
        ({ resource, namespace, pods: behind }) =>
          namespace.name === contents.name && behind.some(({ onHost }) => !onHost) && !used.has(resource)
      )
    : []
  const bare = pods.filter((pod) => podSelector(pod) === null)
  const mesh = injectedMesh(contents)
  const notes = [
    ...unused.map(
      ({ resource }) => `Nothing in the input names Service ${resource.name ?? ''}: whoever uses it is cut off`
    ),
    ...contents.unseen.map(
      ({ kind, name }) => `Pods that are made from ${kind} ${name ?? ''} are not seen: they are cut off but for DNS`
    ),
    ...bare.map(
      ({ resource }) =>
        `Pods of ${workloadName(resource)} have no labels, so that no policy can allow them anything alone`
    ),
    ...(mesh === null
      ? []
      : [`Sidecars of ${mesh.name} connect to its control plane, mostly in namespace ${mesh.namespace}: allow that`]),
    ...fromHosts(all, contents.name),
    ...unread(estate, pods, lacking),
    ...outward(all, pods, lacking),
    ...gkeNote(estate, pods, lacking)
  ]
  if (contents.pods.length === 0 && !contents.live) {
    return {
      grade: 'breaking',
      argument: 'What runs in this namespace is not part of the input: all its connections end, but for DNS.',
      notes
    }
  }
  const causes = [
    ...(unused.length > 0 ? [`who uses ${unused.length === 1 ? 'one Service' : `${unused.length} Services`}`] : []),
    ...(contents.unseen.length > 0 ? ['what pods need that operators make'] : []),
    ...(bare.length > 0 ? ['how to tell some pods apart'] : []),
    ...(mesh === null ? [] : ['what the sidecars of the mesh need'])
  ]
  if (causes.length > 0) {
    return { grade: 'breaking', argument: `The manifests do not say ${causes.join(', nor ')}.`, notes }
  }
  return {
    grade: 'review',
    argument:
      'Who connects to each Service is known; what programs connect to by their own code, only those who know them can say.',
    notes
  }
}

/** Who connects from the network of a node has an address that no manifest says. */
function fromHosts(all: readonly Connection[], namespace: string): string[] {
  const found = all.flatMap(({ from, to, proof }) => {
    if (from.is !== 'workload' || !from.pod.onHost || to.is !== 'workload') return []
    if (to.pod.namespace.name !== namespace || to.pod.onHost) return []
    return [
      `${workloadName(from.pod.resource)} connects from the network of its node to ${workloadName(to.pod.resource)} (${proof}): allow the addresses of the nodes`
    ]
  })
  return [...new Set(found)]
}

function unread(estate: Estate, pods: readonly NetworkPod[], lacking: readonly Direction[]): string[] {
  if (!lacking.includes('egress')) return []
  const missing = new Set(pods.flatMap(({ view }) => missingSources(estate, view)))
  return missing.size === 0
    ? []
    : [`Not in the input, and may name what programs connect to: ${[...missing].join(', ')}`]
}

/** Names outside of the cluster may lead to private addresses, which the rule leaves out. */
function outward(all: readonly Connection[], pods: readonly NetworkPod[], lacking: readonly Direction[]): string[] {
  if (!lacking.includes('egress')) return []
  const own = new Set(pods)
  const names = all.flatMap(({ from, to, proof }) =>
    to.is === 'internet' && from.is === 'workload' && own.has(from.pod)
      ? [`${workloadName(from.pod.resource)}: ${proof}`]
      : []
  )
  const distinct = [...new Set(names)]
  if (distinct.length === 0) return []
  const shown = distinct.slice(0, 5).join('; ')
  const more = distinct.length > 5 ? `; and ${distinct.length - 5} more` : ''
  return [
    `Hosts outside are reached at public addresses only; name the block of one that has a private one (${shown}${more})`
  ]
}

function gkeNote(estate: Estate, pods: readonly NetworkPod[], lacking: readonly Direction[]): string[] {
  const asking = lacking.includes('egress') ? pods.filter((pod) => asksGkeForTokens(estate, pod)) : []
  if (asking.length === 0) return []
  const names = [...new Set(asking.map(({ resource }) => workloadName(resource)))]
  return [
    `On GKE Dataplane V2 the tokens of cloud accounts come from 169.254.169.254 port 80: allow that to ${names.join(', ')}`
  ]
}
