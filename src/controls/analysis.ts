import type { Estate } from '../estate/estate.ts'
import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { Container, PodView } from '../estate/workload.ts'
import { workloadKindNames } from '../estate/workload-kinds.ts'
import type { ExceptionUse } from '../exceptions/book.ts'
import { documentedFacts, type RtfFacts } from '../rtf/facts/facts.ts'

/** In `reads`, stands for all kinds that hold pods. */
export const podsOfAllKinds = 'workloads'

/** In `reads`, stands for the components of the cluster, whatever configures them. */
export const componentsOfAllKinds = 'components'

/** In `reads`, stands for every kind that there is. */
export const everyKind = '*'

/** How a control judges where CEL cannot: by the whole estate, or by one object after the other. */
export type Analysis = EstateAnalysis | Inspection

/**
 * How a control judges that no single object can answer: whether a namespace has a quota depends on other objects than
 * the namespace. It sees everything that was read and says of each object that it is about whether that is as it should
 * be.
 */
export interface EstateAnalysis {
  /**
   * The kinds that it reads; a verdict is unknown where the cluster did not give one of them. `workloads` stands for all
   * kinds that hold pods, `*` for every kind.
   */
  readonly reads: readonly string[]
  /** Objects of these kinds that it needs; all where it is absent. What nobody needs is not kept in memory. */
  readonly needs?: (resource: Resource) => boolean
  /** Kinds among them of which the names and labels are enough. */
  readonly byName?: readonly string[]
  /** It asks which level of Pod Security workloads are fit for, which has to be found out while they are at hand. */
  readonly readsLevels?: true
  /**
   * The field that verdicts on a pod point to: it is found while the text is at hand, or each file with such a verdict
   * would have to be read again.
   */
  readonly pointsTo?: (pod: PodPlaces) => Path
  /**
   * Every verdict, passes too, so that what was judged can be counted. In no particular order.
   * @param exceptions Those that hold for this scan and how often they were needed; none for an analysis that does not read
   * `HardeningException`.
   * @param fitness What the workloads of a namespace are fit for; known where `readsLevels` asks for it.
   */
  judge(
    estate: Estate,
    exceptions: readonly JudgedException[],
    fitness: (namespace: string) => Fitness,
    settings: Settings
  ): Iterable<Verdict>
}

/** Where a pod stands in its object. */
export type PodPlaces = Pick<PodView, 'specPath' | 'metaPath'>

/** From what allows everything to what allows least. */
export const podSecurityLevels = ['privileged', 'baseline', 'restricted'] as const
export type PodSecurityLevel = (typeof podSecurityLevels)[number]

/** The workloads of a namespace, but for those that another one made. */
export interface Fitness {
  readonly workloads: number
  /** The highest level of Pod Security that all of them are fit for. */
  readonly level: PodSecurityLevel
}

/** An exception as a subject of controls. */
export interface JudgedException extends ExceptionUse {
  /** Everything that it could cover was judged: one without use is needless. */
  readonly complete: boolean
}

/** How a control judges each object by itself, as soon as it is read, so that nothing has to be kept. */
export interface Inspection {
  /** The kinds that it is about; `workloads` stands for all kinds that hold pods, `*` for every kind. */
  readonly reads: readonly string[]
  /** It is about what is written in files: live objects, read or not, mean nothing to it. */
  readonly filesOnly?: true
  /** Every verdict on one object, passes too; none where the control does not apply to it. */
  inspect(resource: Resource, pods: readonly PodView[], settings: Settings): Iterable<Verdict>
}

/** What of `bulwark.yaml` and of the command line verdicts depend on. */
export interface Settings {
  /** Registries and repositories whose images may run; empty where the user names none. */
  readonly trustedRegistries: readonly string[]
  /** What is known of Runtime Fabric. */
  readonly rtf: RtfFacts
  /** The minor version of Kubernetes, as the user or the cluster says; null where neither does. */
  readonly kubernetes: number | null
}

export const defaultSettings: Settings = { trustedRegistries: [], rtf: documentedFacts, kubernetes: null }

/** What an analysis says of one object, or of one item in it. */
export interface Verdict {
  readonly resource: Resource
  /** The field that a finding points to, from the object's root; empty for the object itself. */
  readonly path: Path
  /** What tells the item apart from others of the object, by name; empty for the object itself. Fingerprints hold by it. */
  readonly item: string
  /** Where one container is meant. */
  readonly container: Container | null
  /** What is wrong, in one line for the user; null where nothing is. */
  readonly problem: string | null
  /** Why nobody can tell; null where one can. */
  readonly unknown: string | null
}

/** The kinds that an analysis reads, each by its own name. */
export function kindsRead({ reads }: Analysis): readonly string[] {
  return reads.flatMap((kind) => {
    if (kind === podsOfAllKinds) return workloadKindNames
    return kind === componentsOfAllKinds ? ['Pod'] : [kind]
  })
}

/** The object is as it should be. */
export function passes(resource: Resource): Verdict {
  return { resource, path: [], item: '', container: null, problem: null, unknown: null }
}

/**
 * The object falls short.
 * @param problem One line for the user.
 */
export function fails(
  resource: Resource,
  problem: string,
  place: Partial<Pick<Verdict, 'path' | 'item' | 'container'>> = {}
): Verdict {
  return { ...passes(resource), ...place, problem }
}

/** The input does not say whether the object is as it should be. */
export function undecided(resource: Resource, unknown: string, place: Partial<Pick<Verdict, 'path'>> = {}): Verdict {
  return { ...passes(resource), ...place, unknown }
}
