import type { Control } from '../../controls/control.ts'
import type { Resource } from '../../estate/resource.ts'
import type { PodView } from '../../estate/workload.ts'
import type { Failure } from '../../scan/failure.ts'
import type { Finding } from '../../scan/finding.ts'
import { fieldOf, findingsOf } from '../../scan/findings.ts'
import { holds, type Implications } from '../../scan/implied.ts'
import type { JudgedObject } from '../../scan/object-judge.ts'
import type { Subject } from '../subject.ts'
import type { PlanRequest } from './object-planner.ts'
import { parsePath } from './parse-path.ts'
import { isWithinPath } from './path-relation.ts'

/** A finding to repair. */
export interface Task {
  readonly subject: Subject
  /** False for a weaker control that the report leaves out, since a stricter one speaks for it: nobody has counted it. */
  readonly isReported: boolean
  /** Fingerprints of the findings that speak for it; empty where it is reported itself. */
  readonly speakers: readonly string[]
}

/**
 * What there is to repair in one object: the findings of the scan, and what weaker controls say at the same items, or
 * they would be found next.
 */
export function tasksOf(
  resource: Resource,
  judged: JudgedObject,
  findings: readonly Finding[],
  { tolerated, without }: Pick<PlanRequest, 'tolerated' | 'without'>,
  implications: Implications,
  controlOf: (id: string) => Control | undefined
): readonly Task[] {
  const tasks: Task[] = []
  const speakers: (readonly [fingerprint: string, Failure])[] = []
  const reported = new Set<string>()
  for (const finding of findings) {
    const failure = judged.failures.get(finding.fingerprint)
    const control = controlOf(finding.control)
    if (control === undefined) continue
    // An overlay that renders the object otherwise may have nothing of it.
    if (failure === undefined && control.analyse === null) continue
    reported.add(finding.fingerprint)
    if (failure === undefined) tasks.push(reportedTask(ofAnalysis(resource, judged, finding, control)))
    else {
      if (!without.has(finding.fingerprint)) speakers.push([finding.fingerprint, failure])
      tasks.push(reportedTask(ofRule(resource, judged, finding, failure)))
    }
  }
  for (const [fingerprint, failure] of judged.failures) {
    const stricter = implications.get(failure.planned.control.id)
    if (stricter === undefined || reported.has(fingerprint) || tolerated.has(fingerprint)) continue
    const speaking = speakers.filter(
      ([, { planned, item }]) => stricter.has(planned.control.id) && holds(item, failure.item)
    )
    if (speaking.length === 0 || failure.unknown !== null) continue
    const [finding] = findingsOf(resource, [failure], null)
    if (finding === undefined) continue
    const subject = ofRule(resource, judged, { ...finding, fingerprint }, failure)
    tasks.push({ subject, isReported: false, speakers: speaking.map(([speaker]) => speaker) })
  }
  return tasks
}

function reportedTask(subject: Subject): Task {
  return { subject, isReported: true, speakers: [] }
}

function ofRule(resource: Resource, { views, components }: JudgedObject, finding: Finding, failure: Failure): Subject {
  const { planned, item } = failure
  return {
    control: planned.control,
    finding,
    resource,
    pod: viewAround(views, item.path),
    container: item.container,
    component: components.find(({ settings }) => settings === item.self) ?? null,
    rule: planned.rule,
    self: item.self,
    field: fieldOf(failure)
  }
}

function ofAnalysis(
  resource: Resource,
  { views, components }: JudgedObject,
  finding: Finding,
  control: Control
): Subject {
  // Where there is nothing to repair, nobody asks for the field.
  const field = control.fix === undefined ? [] : parsePath(finding.path).slice(resource.origin.prefix.length)
  const pod = viewAround(views, field)
  const self = pod?.spec ?? resource.object
  const component = components.find(({ container }) => container?.name === finding.container?.name) ?? null
  return {
    control,
    finding,
    resource,
    pod,
    container: component?.container ?? null,
    component,
    rule: null,
    self,
    field
  }
}

function viewAround(views: readonly PodView[], path: Subject['field']): PodView | null {
  const inside = views.find(({ specPath, metaPath }) => isWithinPath(path, specPath) || isWithinPath(path, metaPath))
  return inside ?? null
}
