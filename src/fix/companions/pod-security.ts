import { type PodSecurityLevel, podSecurityLevels } from '../../controls/analysis.ts'
import { enforceLabel, podAdmission } from '../../controls/judging/admission-coverage.ts'
import { formatMinor } from '../../controls/kubernetes-version.ts'
import type { Estate } from '../../estate/estate.ts'
import type { Resource } from '../../estate/resource.ts'
import { labelsOf } from '../../estate/selectors.ts'
import type { PodView } from '../../estate/workload.ts'
import type { Companion, FieldChange } from './companion.ts'
import { companionControls } from './companion-controls.ts'
import { injectedMesh } from './injected-mesh.ts'
import type { NamespaceContents } from './namespace-contents.ts'
import { shortList } from './short-list.ts'
import { workloadName } from './workload-name.ts'

const prefix = 'pod-security.kubernetes.io/'

/** What decides how strict a namespace can be. */
export interface PodSecurityOptions {
  /** The highest level of Pod Security that the pods of an object are fit for, by the version that is enforced. */
  readonly levelOf: (resource: Resource, pods: readonly PodView[]) => PodSecurityLevel
  /** The Kubernetes minor version of the cluster; null where nobody says. */
  readonly minor: number | null
}

/**
 * Labels that enforce the strictest level that everything in a namespace is fit for already. Null where that is enforced,
 * where an admission policy sees to it, and where something there, or a mesh, needs more than the level "baseline" allows.
 */
export function podSecurityCompanion(
  estate: Estate,
  contents: NamespaceContents,
  { levelOf, minor }: PodSecurityOptions
): Companion | null {
  const { name, object, pods } = contents
  const labels = object === null ? {} : labelsOf(object)
  const present = labels[enforceLabel]
  const enforced = (podSecurityLevels as readonly unknown[]).indexOf(present)
  if (present === undefined && podAdmission(estate).enforcedBy(name, labels) !== null) return null
  if (injectedMesh(contents)?.privileged === true) return null
  const byResource = Map.groupBy(pods, ({ resource }) => resource)
  const levels = [...byResource].map(([resource, own]) => podSecurityLevels.indexOf(levelOf(resource, own)))
  const fit = Math.min(podSecurityLevels.length - 1, ...levels)
  const level = podSecurityLevels[fit]
  if (level === undefined || level === 'privileged' || fit <= enforced) return null
  const wanted = wantedLabels(level, minor, labels)
  const unfit = [...byResource.keys()].filter((_, index) => levels[index] === fit)
  const holding = [...new Set(unfit.map(workloadName))]
  const why =
    level === 'restricted'
      ? []
      : [`${shortList(holding)} ${holding.length === 1 ? 'does' : 'do'} not fit for "restricted" yet`]
  return {
    namespace: name,
    theme: 'pod-security',
    controls: companionControls['pod-security'],
    ...gradeOf(contents, level),
    ...(object === null ? asObject(name, wanted) : { objects: [], changes: changesOf(estate, name, wanted) }),
    notes: [
      ...why,
      ...(object === null ? [`The input has no Namespace ${name}: this is one, to be merged with the real one`] : [])
    ]
  }
}

/** The version is that of the cluster where it is known, so that an upgrade of Kubernetes refuses nothing unasked. */
function wantedLabels(
  level: PodSecurityLevel,
  minor: number | null,
  present: Readonly<Record<string, unknown>>
): Record<string, string> {
  const wanted: Record<string, string> = { [enforceLabel]: level }
  const versionLabel = `${prefix}enforce-version`
  if (present[versionLabel] === undefined) wanted[versionLabel] = minor === null ? 'latest' : `v${formatMinor(minor)}`
  for (const mode of ['audit', 'warn']) {
    if (present[`${prefix}${mode}`] === undefined) wanted[`${prefix}${mode}`] = 'restricted'
  }
  return wanted
}

function gradeOf(
  { pods, unseen, object, live }: NamespaceContents,
  level: string
): Pick<Companion, 'grade' | 'argument'> {
  if (live) return { grade: 'safe', argument: `Everything that runs in the namespace is fit for "${level}".` }
  if (pods.length === 0) {
    return {
      grade: 'breaking',
      argument:
        'What runs in this namespace is not part of the input: what is not fit for the level cannot be made again.'
    }
  }
  if (unseen.length > 0) {
    return {
      grade: 'review',
      argument: `The workloads are fit for "${level}"; of pods that operators make there, the input does not say.`
    }
  }
  if (object === null) {
    return {
      grade: 'review',
      argument: `The workloads are fit for "${level}"; the namespace belongs to somebody else, and may hold more.`
    }
  }
  return { grade: 'safe', argument: `Every workload of the namespace is fit for "${level}" as it is.` }
}

function asObject(name: string, labels: Record<string, string>): Pick<Companion, 'objects' | 'changes'> {
  const value = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } }
  return { objects: [{ value, comments: [] }], changes: [] }
}

/** Of every manifest of the namespace: each environment may have its own. */
function changesOf(estate: Estate, name: string, wanted: Record<string, string>): Companion['changes'] {
  const manifests = estate.named({ kind: 'Namespace', name, namespace: null, group: '' })
  return manifests.map((resource) => {
    const changes = Object.entries(wanted).map(
      ([key, set]): FieldChange => ({ path: ['metadata', 'labels', key], set })
    )
    return { resource, changes }
  })
}
