import { kindsRead, podsOfAllKinds } from '../../controls/analysis.ts'
import type { Control } from '../../controls/control.ts'
import type { Estate } from '../../estate/estate.ts'
import type { Resource } from '../../estate/resource.ts'
import type { PodView } from '../../estate/workload.ts'
import { NamespaceLevels } from '../../scan/namespace-levels.ts'
import type { Plan, PlannedAnalysis } from '../../scan/plan.ts'
import type { PodVerdict } from './pod-verdicts.ts'

/** What analyses say of one object's pods, by control. */
export type AnalysisVerdicts = ReadonlyMap<Control, PodVerdict>

/** The analyses of a plan that judge pods. */
export function podAnalyses({ analyses }: Plan): readonly PlannedAnalysis[] {
  return analyses.filter(({ analyse }) => analyse.reads.includes(podsOfAllKinds))
}

/** A test for the objects that analyses of pods need besides the pods. */
export function neededByAnalyses(plan: Plan): (resource: Resource) => boolean {
  const needs = podAnalyses(plan).map(({ analyse }) => ({
    kinds: new Set(kindsRead(analyse)),
    isNeeded: 'inspect' in analyse ? null : (analyse.needs ?? null)
  }))
  return (resource) => needs.some(({ kinds, isNeeded }) => kinds.has(resource.kind) && (isNeeded?.(resource) ?? true))
}

/**
 * What the analyses that judge pods say of each object of `about`. A control that has nothing to say of an object is not
 * among its verdicts.
 */
export function analysePods(
  plan: Plan,
  estate: Estate,
  about: ReadonlyMap<Resource, readonly PodView[]>
): ReadonlyMap<Resource, AnalysisVerdicts> {
  const verdicts = new Map([...about.keys()].map((resource) => [resource, new Map<Control, PodVerdict>()]))
  const levels = new NamespaceLevels(plan.levelOf)
  for (const [resource, pods] of about) levels.add(resource, pods)
  for (const { control, analyse } of podAnalyses(plan)) {
    const judged =
      'inspect' in analyse
        ? [...about].flatMap(([resource, pods]) => [...analyse.inspect(resource, pods, plan.settings)])
        : analyse.judge(estate, [], (namespace) => levels.of(namespace), plan.settings)
    for (const { resource, problem, unknown, container } of judged) {
      const own = verdicts.get(resource)
      if (own === undefined) continue
      const known = own.get(control)
      const status = problem !== null ? 'fail' : unknown !== null ? 'unknown' : 'pass'
      const failing = status === 'pass' || container?.name == null ? [] : [container.name]
      own.set(control, joined(known ?? { status: 'pass', containers: [] }, { status, containers: failing }))
    }
  }
  return verdicts
}

/** What two verdicts on the same pods amount to: the worse of them. */
export function joined(a: PodVerdict, b: PodVerdict): PodVerdict {
  const order = ['pass', 'unknown', 'fail'] as const
  const status = order.indexOf(a.status) > order.indexOf(b.status) ? a.status : b.status
  return { status, containers: [...new Set([...a.containers, ...b.containers])] }
}
