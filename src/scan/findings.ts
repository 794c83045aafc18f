import type { Control } from '../controls/control.ts'
import { formatPath, type Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { Position } from '../sources/unit.ts'
import type { FailingSet } from './failing-set.ts'
import type { Failure } from './failure.ts'
import type { Finding, ResourceIdentity } from './finding.ts'
import { Fingerprints } from './identity.ts'
import { mapsOf, mapsOfAll } from './maps.ts'
import { messageOf } from './message.ts'
import { byText } from './report-order.ts'

/** Where a resource's failures stand, in their order; null for a live object. */
export type Positions = readonly Position[] | null

/**
 * Turns failures of one resource into findings as reports show them.
 * @param fingerprints Those of the resource, where its failures are turned in several parts.
 */
export function findingsOf(
  resource: Resource,
  failures: readonly Failure[],
  positions: Positions,
  fingerprints: Fingerprints = new Fingerprints(resource)
): Finding[] {
  const identity = identityOf(resource)
  const prefix = pathPrefix(resource)
  return failures.map((failure, index): Finding => {
    const { planned, item, fails, speaksFor, unknown } = failure
    const { control } = planned
    const position = positions?.[index]
    return {
      control: control.id,
      severity: control.severity,
      status: unknown === null ? 'fail' : 'unknown',
      reason: unknown,
      resource: identity,
      container: item.container,
      file: position?.file ?? null,
      document: position?.document ?? null,
      line: position?.line ?? null,
      column: position?.column ?? null,
      located: position?.located ?? null,
      path: pathOf(prefix, failure),
      message: unknown === null ? messageOf(planned.message, item) : `${item.where} cannot be judged`,
      where: item.where,
      fix: control.fix?.grade ?? null,
      fingerprint: fingerprints.of(failure),
      maps: speaksFor.length === 0 ? mapsOf(control, fails) : mapsOfAll([control, ...speaksFor], fails),
      fails: fails.frameworks,
      exception: null
    }
  })
}

/** The field that a failure is about, from the object's root. */
export function fieldOf({ planned, item }: Failure): Path {
  return planned.at.length === 0 ? item.path : [...item.path, ...planned.at]
}

/** What precedes the path of an object that is an item of a List: `items[3]`. */
function pathPrefix({ origin }: Resource): string {
  return formatPath(origin.prefix)
}

function pathOf(prefix: string, { planned: { atText }, item: { pathText } }: Failure): string {
  const own = pathText === '' ? atText.slice(1) : pathText + atText
  if (prefix === '') return own
  return own === '' ? prefix : `${prefix}.${own}`
}

/** Failures of one resource, sorted as their findings will be. */
export function failuresInOrder(failures: readonly Failure[]): Failure[] {
  return failures
    .map((failure) => ({ failure, path: pathOf('', failure) }))
    .sort((a, b) => byText(a.path, b.path) || byText(a.failure.planned.control.id, b.failure.planned.control.id))
    .map(({ failure }) => failure)
}

export function identityOf({ apiVersion, kind, namespace, name }: Resource): ResourceIdentity {
  return { apiVersion, kind, namespace, name }
}

const noFrameworks: FailingSet = { frameworks: [] }

/**
 * A pass for each control that applies to the resource and did not fail.
 * @param position Where the object begins; null for a live one.
 */
export function passesOf(
  resource: Resource,
  controls: Iterable<Control>,
  failures: readonly Failure[],
  position: Position | null
): Finding[] {
  const failed = new Set(failures.map(({ planned }) => planned.control))
  const fingerprints = new Fingerprints(resource)
  const passes: Finding[] = []
  for (const control of controls) {
    if (failed.has(control)) continue
    passes.push({
      control: control.id,
      severity: control.severity,
      status: 'pass',
      reason: null,
      resource: identityOf(resource),
      container: null,
      file: position?.file ?? null,
      document: position?.document ?? null,
      line: position?.line ?? null,
      column: position?.column ?? null,
      located: position?.located ?? null,
      path: pathPrefix(resource),
      message: control.title,
      where: 'pod',
      fix: null,
      fingerprint: fingerprints.ofControl(control.id),
      maps: mapsOfAll([control], noFrameworks),
      fails: [],
      exception: null
    })
  }
  return passes
}
