import type { Estate } from '../../../estate/estate.ts'
import type { Mapping } from '../../../estate/mapping.ts'
import type { Connection } from '../../../network/connections/connection.ts'
import { connectionsOf } from '../../../network/connections/connections.ts'
import { defaultDeny } from '../../../network/default-deny.ts'
import { networkOf } from '../../../network/network.ts'
import type { NetworkPod } from '../../../network/pod.ts'
import { type Direction, directions } from '../../../network/policy.ts'
import type { ValueComment } from '../../../yaml/write/commented-value.ts'
import type { Companion, NewObject } from '../companion.ts'
import { companionControls } from '../companion-controls.ts'
import { FreshNames } from '../fresh-names.ts'
import { injectedMesh, type Mesh } from '../injected-mesh.ts'
import type { NamespaceContents } from '../namespace-contents.ts'
import { plainName } from '../plain-name.ts'
import { workloadName } from '../workload-name.ts'
import { usesIpv6 } from './ip-families.ts'
import { mayBreak } from './may-break.ts'
import { nameResolution } from './name-resolution.ts'
import { accountConnections, withApiPorts } from './outward.ts'
import { podSelector } from './pod-selector.ts'
import { rulesFor } from './policy-rules.ts'

/**
 * Policies that deny by default what comes in and goes out, and allow what the manifests prove to be needed. What is there
 * is kept: only pods and directions that no policy limits yet get rules. Null where nothing is lacking, and where a policy
 * that is there allows everything or is not understood.
 */
export function networkCompanion(estate: Estate, contents: NamespaceContents): Companion | null {
  const network = networkOf(estate)
  const namespace = network.namespaces.named(contents.name)
  const lacking = directions.filter((direction) => defaultDeny(network, namespace, direction).is === 'allowed')
  if (lacking.length === 0) return null
  const own = new Set(contents.pods)
  const pods = network.pods.filter(({ view, onHost }) => own.has(view) && !onHost)
  const openTo = (direction: Direction): NetworkPod[] =>
    lacking.includes(direction) ? pods.filter((pod) => network.isolating(pod, direction).length === 0) : []
  const open = { ingress: openTo('ingress'), egress: openTo('egress') }
  const isOpen = { ingress: new Set(open.ingress), egress: new Set(open.egress) }
  const names = new FreshNames(contents, 'NetworkPolicy')
  const denied = denial(contents.name, lacking, names)
  const named = lacking.includes('egress') && (open.egress.length > 0 || pods.length === 0)
  const resolved = named ? [resolution(estate, contents.name, names)] : []
  const place = { namespace: contents.name, ipv6: usesIpv6(estate) }
  const mesh = injectedMesh(contents)
  const meshed = mesh !== null && open.egress.length > 0 ? [control(contents.name, mesh, names)] : []
  const policies = [...Map.groupBy(pods, ({ resource }) => workloadName(resource)).values()].flatMap((same) => {
    const needed = (direction: Direction): Connection[] =>
      same.filter((pod) => isOpen[direction].has(pod)).flatMap((pod) => connectionsAt(estate, pod, direction))
    return policyFor(same, { ingress: needed('ingress'), egress: needed('egress') }, place, names)
  })
  const verdict = mayBreak(estate, contents, open)
  return {
    namespace: contents.name,
    theme: 'network-policies',
    controls: controlsFor(lacking),
    grade: verdict.grade,
    argument: verdict.argument,
    objects: [denied, ...resolved, ...meshed, ...policies],
    changes: [],
    notes: verdict.notes
  }
}

/** What denies a direction that stays as it is, and what depends on that alone, is answered already. */
function controlsFor(lacking: readonly Direction[]): string[] {
  const kept = new Set(
    directions.filter((direction) => !lacking.includes(direction)).map((one) => `default-deny-${one}`)
  )
  if (!lacking.includes('egress')) kept.add('metadata-service')
  return companionControls['network-policies'].filter((control) => !kept.has(control))
}

function connectionsAt(estate: Estate, pod: NetworkPod, direction: Direction): Connection[] {
  const found = connectionsOf(estate).at(pod, direction).map(withApiPorts)
  return direction === 'egress' ? [...found, ...accountConnections(estate, pod)] : found
}

const policyTypes: Readonly<Record<Direction, string>> = { ingress: 'Ingress', egress: 'Egress' }

function policy(namespace: string, name: string, spec: Mapping, comments: readonly ValueComment[]): NewObject {
  return {
    value: { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace }, spec },
    comments
  }
}

function denial(namespace: string, lacking: readonly Direction[], names: FreshNames): NewObject {
  const what =
    lacking.length === 2
      ? 'Nothing comes in, nothing goes out'
      : lacking[0] === 'ingress'
        ? 'Nothing comes in'
        : 'Nothing goes out'
  const lines = [`${what} but what another policy allows. Probes of the kubelet are always let in.`]
  const spec = { podSelector: {}, policyTypes: lacking.map((direction) => policyTypes[direction]) }
  const name = lacking.length === 2 ? 'default-deny' : `default-deny-${lacking[0]}`
  return policy(namespace, names.take(name), spec, [{ path: [], lines }])
}

function resolution(estate: Estate, namespace: string, names: FreshNames): NewObject {
  const { rule, comment } = nameResolution(estate)
  const spec = { podSelector: {}, policyTypes: ['Egress'], egress: [rule] }
  return policy(namespace, names.take('allow-dns'), spec, [{ path: [], lines: [comment] }])
}

/** Sidecars ask the control plane of their mesh for everything. */
function control(namespace: string, mesh: Mesh, names: FreshNames): NewObject {
  const to = [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': mesh.namespace } } }]
  const lines = [`Sidecars of ${mesh.name} connect to its control plane, which is mostly in this namespace.`]
  const spec = { podSelector: {}, policyTypes: ['Egress'], egress: [{ to }] }
  return policy(namespace, names.take('allow-mesh'), spec, [{ path: ['spec', 'egress', 0], lines }])
}

/** One policy for a workload; none where nothing is proven of it, or where it cannot be selected alone. */
function policyFor(
  pods: readonly NetworkPod[],
  needed: Readonly<Record<Direction, readonly Connection[]>>,
  { namespace, ipv6 }: { readonly namespace: string; readonly ipv6: boolean },
  names: FreshNames
): NewObject[] {
  const [first] = pods
  const selector = first === undefined ? null : podSelector(first)
  if (first === undefined || selector === null) return []
  const spec: Mapping = { podSelector: selector, policyTypes: [] }
  const comments: ValueComment[] = []
  const types: string[] = []
  for (const direction of directions) {
    const rules = rulesFor(needed[direction], { namespace, direction, ipv6 })
    if (rules.length === 0) continue
    types.push(policyTypes[direction])
    spec[direction] = rules.map(({ rule }) => rule)
    comments.push(...rules.map(({ comment }, index) => ({ path: ['spec', direction, index], lines: comment })))
  }
  if (types.length === 0) return []
  spec.policyTypes = types
  return [policy(namespace, names.take(`allow-${plainName(first.resource)}`), spec, comments)]
}
