import type { Estate } from '../../../estate/estate.ts'
import type { Connection } from '../../../network/connections/connection.ts'
import { connectionsOf } from '../../../network/connections/connections.ts'
import { missingSources } from '../../../network/connections/workload-texts.ts'
import type { NetworkPod } from '../../../network/pod.ts'
import type { Direction } from '../../../network/policy.ts'
import type { Companion } from '../companion.ts'
import { injectedMesh } from '../injected-mesh.ts'
import type { NamespaceContents } from '../namespace-contents.ts'
import { shortList } from '../short-list.ts'
import { workloadName } from '../workload-name.ts'
import { asksGkeForTokens } from './outward.ts'
import { podSelector } from './pod-selector.ts'
import { isOfRuntimeFabric } from './runtime-fabric.ts'

/** The pods of a namespace that no policy limits yet, by direction; none where that direction is to stay as it is. */
export type OpenPods = Readonly<Record<Direction, readonly NetworkPod[]>>

/** What of a namespace's traffic cannot be proven, and how bad that is. */
export function mayBreak(
  estate: Estate,
  contents: NamespaceContents,
  open: OpenPods
): Pick<Companion, 'grade' | 'argument' | 'notes'> {
  const { all, services } = connectionsOf(estate)
  const used = new Set(all.map(({ service }) => service))
  // Policies that are there name pods, not Services.
  const reached = new Set(all.flatMap(({ service, to }) => (service === null && to.is === 'workload' ? [to.pod] : [])))
  const entered = new Set(open.ingress)
  // Who leaves freely now may use any Service of the namespace.
  const isConcerned = (pod: NetworkPod): boolean => entered.has(pod) || open.egress.length > 0
  const unused = [
    ...new Set(
      services.all
        .filter(({ resource, namespace }) => namespace.name === contents.name && !used.has(resource))
        .filter(({ pods }) => pods.some((pod) => !pod.onHost && isConcerned(pod) && !reached.has(pod)))
        .map(({ resource }) => resource.name ?? '')
    )
  ]
  const bare = [...new Set([...open.ingress, ...open.egress])].filter((pod) => podSelector(pod) === null)
  const mesh = injectedMesh(contents)
  const isFabric = isOfRuntimeFabric(contents)
  const notes = [
    ...(isFabric
      ? ['"bulwark rtf template" writes network policies that keep Runtime Fabric working: take those']
      : []),
    ...(unused.length === 0
      ? []
      : [`Nothing in the input names ${servicesNamed(unused)}: whoever uses ${them(unused)} is cut off`]),
    ...unseenNote(contents),
    ...bare.map(
      ({ resource }) =>
        `Pods of ${workloadName(resource)} have no labels, so that no policy can allow them anything alone`
    ),
    ...(mesh === null
      ? []
      : [
          `Pods get sidecars of ${mesh.name}: see that they reach its control plane in namespace ${mesh.namespace}, and each other`
        ]),
    ...assumptions(all, entered),
    ...fromHosts(all, entered),
    ...unread(estate, open.egress),
    ...outward(all, open.egress),
    ...gkeNote(estate, open.egress)
  ]
  const causes = [
    ...(isFabric ? ['what Runtime Fabric needs'] : []),
    ...(unused.length === 0 ? [] : [`who uses ${servicesNamed(unused)}`]),
    ...(contents.unseen.length > 0 ? ['what pods need that operators make'] : []),
    ...(bare.length > 0 ? ['how to tell some pods apart'] : []),
    ...(mesh === null ? [] : ['what the sidecars of the mesh need'])
  ]
  return { ...gradeOf(contents, open, causes), notes }
}

function gradeOf(
  { pods, live }: NamespaceContents,
  open: OpenPods,
  causes: readonly string[]
): Pick<Companion, 'grade' | 'argument'> {
  if (pods.length === 0 && !live) {
    return {
      grade: 'breaking',
      argument: 'What runs in this namespace is not part of the input: all its connections end, but for DNS.'
    }
  }
  if (causes.length > 0) return { grade: 'breaking', argument: `The manifests do not say ${causes.join(', nor ')}.` }
  if (open.ingress.length + open.egress.length === 0) {
    return {
      grade: 'safe',
      argument: 'Policies that are there decide for every pod already: only what comes later is denied.'
    }
  }
  return {
    grade: 'review',
    argument:
      'Who connects to each Service is known; what programs connect to by their own code, only those who know them can say.'
  }
}

function servicesNamed(names: readonly string[]): string {
  return `${names.length === 1 ? 'Service' : 'Services'} ${shortList(names)}`
}

function them(names: readonly string[]): string {
  return names.length === 1 ? 'it' : 'them'
}

function unseenNote({ unseen }: NamespaceContents): string[] {
  if (unseen.length === 0) return []
  const names = unseen.map(workloadName)
  return [`Pods that come of ${shortList(names)} are not seen: they are cut off but for DNS`]
}

/** What had to be assumed of those who connect. */
function assumptions(all: readonly Connection[], entered: ReadonlySet<NetworkPod>): string[] {
  const found = all.flatMap(({ to, assumed }) =>
    assumed !== null && to.is === 'workload' && entered.has(to.pod) ? [`Assumed: ${assumed}`] : []
  )
  return [...new Set(found)]
}

/** Who connects from the network of a node has an address that no manifest says. */
function fromHosts(all: readonly Connection[], entered: ReadonlySet<NetworkPod>): string[] {
  const found = all.flatMap(({ from, to, proof }) => {
    if (from.is !== 'workload' || !from.pod.onHost || to.is !== 'workload' || !entered.has(to.pod)) return []
    const [client, server] = [from, to].map(({ pod }) => workloadName(pod.resource))
    return [`${client} connects from the network of its node to ${server} (${proof}): allow the addresses of the nodes`]
  })
  return [...new Set(found)]
}

function unread(estate: Estate, pods: readonly NetworkPod[]): string[] {
  const missing = [...new Set(pods.flatMap(({ view }) => missingSources(estate, view)))]
  return missing.length === 0 ? [] : [`Not in the input, and may name what programs connect to: ${shortList(missing)}`]
}

/** Names outside of the cluster may lead to private addresses, which the rule leaves out. */
function outward(all: readonly Connection[], pods: readonly NetworkPod[]): string[] {
  const leaving = new Set(pods)
  const hosts = new Set(
    all.flatMap(({ from, to }) =>
      to.is === 'internet' && to.host !== null && from.is === 'workload' && leaving.has(from.pod) ? [to.host] : []
    )
  )
  if (hosts.size === 0) return []
  return [
    `Hosts outside are reached at public addresses only: allow the block of any that has a private one (${shortList([...hosts])})`
  ]
}

function gkeNote(estate: Estate, pods: readonly NetworkPod[]): string[] {
  const asking = pods.filter((pod) => asksGkeForTokens(estate, pod))
  if (asking.length === 0) return []
  const names = [...new Set(asking.map(({ resource }) => workloadName(resource)))]
  return [
    `On GKE Dataplane V2 the tokens of cloud accounts come from 169.254.169.254 port 80: allow that to ${shortList(names)}`
  ]
}
