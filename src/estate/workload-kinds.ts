import { groupOf } from './resource.ts'

/** A kind that carries a pod spec, and where. */
export interface WorkloadKind {
  readonly kind: string
  /** Exact `apiVersion`, or null for every version of the groups in `groups`. */
  readonly apiVersion: string | null
  /** API groups, or null for any. */
  readonly groups: readonly string[] | null
  /** To the pod spec; `'*'` stands for each element of a list. */
  readonly specPath: readonly string[]
  readonly crossesLists: boolean
}

/** What `bulwark.yaml` says about one more kind: `path` is such as `spec.template.spec` or `spec.groups[].template.spec`. */
export interface ConfiguredWorkload {
  readonly apiVersion?: string
  readonly kind: string
  readonly path: string
}

/** Kinds with a pod spec, by kind. */
export type WorkloadKinds = ReadonlyMap<string, readonly WorkloadKind[]>

/**
 * Every group that ever served one of the built-in kinds. A manifest with a wrong one of these (`v1` Deployment) is
 * still judged: none of them can belong to a custom resource.
 */
const builtInGroups = ['', 'apps', 'batch', 'extensions'] as const

const builtInPaths: Readonly<Record<string, string>> = {
  Pod: 'spec',
  PodTemplate: 'template.spec',
  ReplicationController: 'spec.template.spec',
  ReplicaSet: 'spec.template.spec',
  Deployment: 'spec.template.spec',
  StatefulSet: 'spec.template.spec',
  DaemonSet: 'spec.template.spec',
  Job: 'spec.template.spec',
  CronJob: 'spec.jobTemplate.spec.template.spec'
}

export const workloadKindNames: readonly string[] = Object.keys(builtInPaths)

/** The kinds of Kubernetes itself that hold a pod or a template of one. */
export const builtInWorkloads: WorkloadKinds = new Map(
  Object.entries(builtInPaths).map(([kind, path]) => [
    kind,
    [{ kind, apiVersion: null, groups: builtInGroups, ...wayTo(path) }]
  ])
)

/** The built-in kinds and the user's own. A built-in kind stays what it is: no entry can hide its pods. */
export function workloadKinds(configured: readonly ConfiguredWorkload[]): WorkloadKinds {
  const kinds = new Map<string, readonly WorkloadKind[]>(builtInWorkloads)
  for (const { apiVersion = null, kind, path } of configured) {
    kinds.set(kind, [...(kinds.get(kind) ?? []), { kind, apiVersion, groups: null, ...wayTo(path) }])
  }
  return kinds
}

/** Which entry is about this type, if any. */
export function workloadKindOf(kinds: WorkloadKinds, apiVersion: string, kind: string): WorkloadKind | undefined {
  const candidates = kinds.get(kind)
  if (candidates === undefined) return undefined
  const group = groupOf(apiVersion)
  for (const candidate of candidates) {
    if (candidate.apiVersion !== null && candidate.apiVersion !== apiVersion) continue
    if (candidate.groups === null || candidate.groups.includes(group)) return candidate
  }
  return undefined
}

/** Why a configured path cannot be used, or null. */
export function workloadPathProblem(path: string): string | null {
  if (/^[A-Za-z_][\w-]*(\[\])?(\.[A-Za-z_][\w-]*(\[\])?)*$/.test(path)) return null
  return `"${path}" is not a path to a pod spec; write it like spec.template.spec, with [] after a list: spec.groups[].template.spec`
}

function wayTo(path: string): { specPath: readonly string[]; crossesLists: boolean } {
  return { specPath: path.replaceAll('[]', '.*').split('.'), crossesLists: path.includes('[]') }
}
