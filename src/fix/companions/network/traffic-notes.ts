import type { Estate } from '../../../estate/estate.ts'
import type { Connection } from '../../../network/connections/connection.ts'
import { connectionsOf } from '../../../network/connections/connections.ts'
import { missingSources } from '../../../network/connections/workload-texts.ts'
import type { NetworkPod } from '../../../network/pod.ts'
import { shortList } from '../short-list.ts'
import { workloadName } from '../workload-name.ts'
import type { OpenPods } from './open-pods.ts'
import { asksGkeForTokens } from './outward.ts'

/** What rules about proven connections assume or leave out, for the user to know. */
export function trafficNotes(estate: Estate, { ingress, egress }: OpenPods): string[] {
  const known = connectionsOf(estate)
  const incoming = ingress.flatMap((pod) => known.at(pod, 'ingress'))
  const outgoing = egress.flatMap((pod) => known.at(pod, 'egress'))
  return [
    ...assumptions(incoming),
    ...fromHosts(incoming),
    ...unread(estate, egress),
    ...outward(outgoing),
    ...ofGke(estate, egress)
  ]
}

/** What had to be assumed of those who connect. */
function assumptions(incoming: readonly Connection[]): string[] {
  return [...new Set(incoming.flatMap(({ assumed }) => (assumed === null ? [] : [`Assumed: ${assumed}`])))]
}

/** Who connects from the network of a node has an address that no manifest says. */
function fromHosts(incoming: readonly Connection[]): string[] {
  const found = incoming.flatMap(({ from, to, proof }) => {
    if (from.is !== 'workload' || to.is !== 'workload' || !from.pod.onHost) return []
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
function outward(outgoing: readonly Connection[]): string[] {
  const hosts = [...new Set(outgoing.flatMap(({ to }) => (to.is === 'internet' && to.host !== null ? [to.host] : [])))]
  return hosts.length === 0
    ? []
    : [
        `Hosts outside are reached at public addresses only: allow the block of any that has a private one (${shortList(hosts)})`
      ]
}

function ofGke(estate: Estate, pods: readonly NetworkPod[]): string[] {
  const asking = pods.filter((pod) => asksGkeForTokens(estate, pod))
  if (asking.length === 0) return []
  const names = [...new Set(asking.map(({ resource }) => workloadName(resource)))]
  return [
    `On GKE Dataplane V2 the tokens of cloud accounts come from 169.254.169.254 port 80: allow that to ${shortList(names)}`
  ]
}
