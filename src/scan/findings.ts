import type { Control } from '../controls/control.ts'
import { formatPath, type Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { Position, Unread } from '../sources/unit.ts'
import type { AnalysisVerdict } from './analysis-verdict.ts'
import type { FailingSet } from './failing-set.ts'
import type { Failure } from './failure.ts'
import type { AppliedException, Finding, ResourceIdentity } from './finding.ts'
import { hashDigits, hashText } from './fingerprint.ts'
import { Fingerprints } from './identity.ts'
import { mapsOf, mapsOfAll } from './maps.ts'
import { messageOf } from './message.ts'
import { byText } from './report-order.ts'

const noExceptions: ReadonlyMap<Failure, AppliedException> = new Map()

/** What reports list of a resource: what rules and what analyses say. */
export type Listed = Failure | AnalysisVerdict

/** Where it stands, in the same order; null for a live object. */
export type Positions = readonly (Position | null)[] | null

/**
 * Turns what reports list of one resource into findings as they show them.
 * @param fingerprints Those of the resource, where its findings are made in several parts.
 * @param excepted Failures that somebody tolerates.
 */
export function findingsOf(
  resource: Resource,
  listed: readonly Listed[],
  positions: Positions,
  fingerprints: Fingerprints = new Fingerprints(resource),
  excepted: ReadonlyMap<Failure, AppliedException> = noExceptions
): Finding[] {
  const identity = identityOf(resource)
  const prefix = pathPrefix(resource)
  return listed.map((each, index): Finding => {
    if ('verdict' in each) return verdictFinding(each, identity, prefix, positions?.[index] ?? null, fingerprints)
    const { planned, item, fails, speaksFor, unknown } = each
    const { control } = planned
    const position = positions?.[index]
    const exception = excepted.get(each) ?? null
    return {
      control: control.id,
      severity: control.severity,
      status: exception !== null ? 'excepted' : unknown === null ? 'fail' : 'unknown',
      reason: unknown,
      resource: identity,
      container: item.container,
      file: position?.file ?? resource.origin.file,
      document: position?.document ?? (resource.origin.file === null ? null : resource.origin.document),
      line: position?.line ?? null,
      column: position?.column ?? null,
      located: position?.located ?? null,
      path: pathOf(prefix, each),
      message: unknown === null ? messageOf(planned.message, item) : `${item.where} cannot be judged`,
      where: item.where,
      fix: control.fix?.grade ?? null,
      fingerprint: fingerprints.of(each),
      maps: speaksFor.length === 0 ? mapsOf(control, fails) : mapsOfAll([control, ...speaksFor], fails),
      fails: fails.frameworks,
      exception
    }
  })
}

/** What an analysis says, as a finding. */
function verdictFinding(
  { planned: { control }, verdict, exception, fails, speaksFor }: AnalysisVerdict,
  identity: ResourceIdentity,
  prefix: string,
  position: Position | null,
  fingerprints: Fingerprints
): Finding {
  const { resource, path, item, container, problem, unknown } = verdict
  const status = exception !== null ? 'excepted' : unknown !== null ? 'unknown' : problem === null ? 'pass' : 'fail'
  return {
    control: control.id,
    severity: control.severity,
    status,
    reason: unknown,
    resource: identity,
    container,
    file: position?.file ?? resource.origin.file,
    document: position?.document ?? (resource.origin.file === null ? null : resource.origin.document),
    line: position?.line ?? null,
    column: position?.column ?? null,
    located: position?.located ?? null,
    path: joined(prefix, formatPath(path)),
    message: unknown === null ? (problem ?? control.title) : 'cannot be judged',
    where: 'pod',
    fix: status === 'pass' ? null : (control.fix?.grade ?? null),
    fingerprint: fingerprints.ofItem(control.id, item),
    maps: speaksFor.length === 0 ? mapsOf(control, fails) : mapsOfAll([control, ...speaksFor], fails),
    fails: status === 'pass' ? [] : fails.frameworks,
    exception
  }
}

/** A control that objects may fall short of which the cluster did not give. */
export function unreadFinding(
  control: Control,
  fails: FailingSet,
  { kind, group, namespace, reason }: Unread
): Finding {
  const resource = { apiVersion: group === '' ? 'v1' : group, kind, namespace, name: null }
  return {
    control: control.id,
    severity: control.severity,
    status: 'unknown',
    reason,
    resource,
    container: null,
    file: null,
    document: null,
    line: null,
    column: null,
    located: null,
    path: '',
    message: 'cannot be judged',
    where: 'pod',
    fix: null,
    fingerprint: hashDigits(hashText(0, `${group}/${kind}/${namespace ?? ''}`)) + hashDigits(hashText(0, control.id)),
    maps: mapsOf(control, fails),
    fails: fails.frameworks,
    exception: null
  }
}

/** The field that is meant, from the object's root. */
export function fieldOf(listed: Listed): Path {
  return 'verdict' in listed ? listed.verdict.path : listed.item.fieldAt(listed.planned.at)
}

/** What precedes the path of an object that is an item of a List: `items[3]`. */
function pathPrefix({ origin }: Resource): string {
  return formatPath(origin.prefix)
}

function pathOf(prefix: string, listed: Listed): string {
  if ('verdict' in listed) return joined(prefix, formatPath(listed.verdict.path))
  const {
    planned: { atText },
    item: { pathText, view }
  } = listed
  if (view !== null) return joined(prefix, formatPath(fieldOf(listed)))
  return joined(prefix, pathText === '' ? atText.slice(1) : pathText + atText)
}

function joined(prefix: string, own: string): string {
  if (prefix === '') return own
  return own === '' ? prefix : `${prefix}.${own}`
}

/** What reports list of one resource, sorted as its findings will be. */
export function listedInOrder(listed: readonly Listed[]): Listed[] {
  return listed
    .map((each) => ({ each, path: pathOf('', each) }))
    .sort((a, b) => byText(a.path, b.path) || byText(a.each.planned.control.id, b.each.planned.control.id))
    .map(({ each }) => each)
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
