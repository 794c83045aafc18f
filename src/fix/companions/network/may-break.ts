import type { Estate } from '../../../estate/estate.ts'
import { connectionsOf } from '../../../network/connections/connections.ts'
import type { NetworkPod } from '../../../network/pod.ts'
import type { Companion } from '../companion.ts'
import { injectedMesh } from '../injected-mesh.ts'
import type { NamespaceContents } from '../namespace-contents.ts'
import { shortList } from '../short-list.ts'
import { workloadName } from '../workload-name.ts'
import type { OpenPods } from './open-pods.ts'
import { podSelector } from './pod-selector.ts'
import { isOfRuntimeFabric } from './runtime-fabric.ts'
import { trafficNotes } from './traffic-notes.ts'

/** Something of a namespace's traffic that manifests do not say. */
interface Unknown {
  /** For a sentence: `The manifests do not say …`. */
  readonly what: string
  readonly note: string
}

/** What of a namespace's traffic cannot be proven, and how bad that is. */
export function mayBreak(
  estate: Estate,
  contents: NamespaceContents,
  open: OpenPods
): Pick<Companion, 'grade' | 'argument' | 'notes'> {
  const unknown = [
    ...fabricNeeds(contents),
    ...unusedServices(estate, contents, open),
    ...unseenPods(contents),
    ...barePods(open),
    ...metadataUsers(estate, open),
    ...meshNeeds(contents)
  ]
  const notes = [...unknown.map(({ note }) => note), ...trafficNotes(estate, open)]
  return { ...gradeOf(contents, open, unknown), notes }
}

function gradeOf(
  { pods, live }: NamespaceContents,
  open: OpenPods,
  unknown: readonly Unknown[]
): Pick<Companion, 'grade' | 'argument'> {
  if (pods.length === 0 && !live) {
    return {
      grade: 'breaking',
      argument: 'What runs in this namespace is not part of the input: all its connections end, but for DNS.'
    }
  }
  if (unknown.length > 0) {
    const what = [...new Set(unknown.map((one) => one.what))].join(', nor ')
    return { grade: 'breaking', argument: `The manifests do not say ${what}.` }
  }
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

function fabricNeeds(contents: NamespaceContents): Unknown[] {
  if (!isOfRuntimeFabric(contents)) return []
  const note = '"bulwark rtf template" writes network policies that keep Runtime Fabric working: take those'
  return [{ what: 'what Runtime Fabric needs', note }]
}

/** Services that somebody may use who then is cut off: from elsewhere, or from a pod here that may leave freely now. */
function unusedServices(estate: Estate, { name }: NamespaceContents, open: OpenPods): Unknown[] {
  const known = connectionsOf(estate)
  const entered = new Set(open.ingress)
  const isConcerned = (pod: NetworkPod): boolean => !pod.onHost && (entered.has(pod) || open.egress.length > 0)
  const unused = known.services.all.filter(
    ({ resource, namespace, pods }) =>
      namespace.name === name &&
      pods.some(isConcerned) &&
      // A policy that is there names pods, not their Services.
      !pods.every((pod) => known.at(pod, 'ingress').some(({ service }) => service === resource || service === null))
  )
  if (unused.length === 0) return []
  const names = [...new Set(unused.map(({ resource }) => resource.name ?? ''))]
  const services = `${names.length === 1 ? 'Service' : 'Services'} ${shortList(names)}`
  const note = `Nothing in the input names ${services}: whoever uses ${names.length === 1 ? 'it' : 'them'} is cut off`
  return [{ what: `who uses ${services}`, note }]
}

function unseenPods({ unseen }: NamespaceContents): Unknown[] {
  if (unseen.length === 0) return []
  const note = `Pods that come of ${shortList(unseen.map(workloadName))} are not seen: they are cut off but for DNS`
  return [{ what: 'what pods need that operators make', note }]
}

function barePods(open: OpenPods): Unknown[] {
  const bare = [...new Set([...open.ingress, ...open.egress])].filter((pod) => podSelector(pod) === null)
  return bare.map(({ resource }) => ({
    what: 'how to tell some pods apart',
    note: `Pods of ${workloadName(resource)} have no labels, so that no policy can allow them anything alone`
  }))
}

/** The one connection that is known and not allowed. */
function metadataUsers(estate: Estate, { egress }: OpenPods): Unknown[] {
  return egress.flatMap((pod) => {
    const found = connectionsOf(estate)
      .at(pod, 'egress')
      .find(({ to }) => to.is === 'metadata-service')
    if (found === undefined) return []
    const note = `${workloadName(pod.resource)} asks the metadata service of the cloud (${found.proof}), which is not let through: give its account an identity of its own in the cloud`
    return [{ what: 'how to do without the metadata service of the cloud', note }]
  })
}

function meshNeeds(contents: NamespaceContents): Unknown[] {
  const mesh = injectedMesh(contents)
  if (mesh === null) return []
  const note = `Pods get sidecars of ${mesh.name}: see that they reach its control plane in namespace ${mesh.namespace}, and each other`
  return [{ what: 'what the sidecars of the mesh need', note }]
}
