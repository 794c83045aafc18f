import { type Severity, severities } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'

/** What is wrong at one position of one object, the worst first. */
export type Place = readonly [Finding, ...Finding[]]

/**
 * Sorts as people read: a file from its top, the worst of a place first. A live object has no lines: its containers and
 * volumes keep the order in which they come.
 */
export function inReadingOrder(findings: Finding[]): readonly Finding[] {
  if (findings[0]?.file !== null) return findings.sort(byPosition)
  const subjects = Map.groupBy(findings, (finding) => (isPass(finding) ? '' : subjectOf(finding)))
  return [...subjects.values()].flatMap((sameSubject) => sameSubject.sort(byPosition))
}

/** Findings at one position of one object, which one code frame shows; what the object passes is a place of its own. */
export function* places(findings: readonly Finding[]): Generator<Place> {
  let place: [Finding, ...Finding[]] | undefined
  for (const finding of findings) {
    if (place !== undefined && samePlace(place[0], finding)) {
      place.push(finding)
      continue
    }
    if (place !== undefined) yield place
    place = [finding]
  }
  if (place !== undefined) yield place
}

function samePlace(a: Finding, b: Finding): boolean {
  const samePosition = a.line === b.line && a.column === b.column
  return samePosition && isPass(a) === isPass(b) && subjectOf(a) === subjectOf(b)
}

export function isPass({ status }: Finding): boolean {
  return status === 'pass'
}

/** No name that Kubernetes takes is longer. */
const longestObject = 400

/** The object that a finding is about and what is meant in it, as a heading. That of a live object is below its namespace's. */
export function subjectOf({ file, resource: { kind, namespace, name }, where }: Finding): string {
  const object = `${kind} ${namespace === null || file === null ? '' : `${namespace}/`}${name ?? '(no name)'}`
  const short = object.length <= longestObject ? object : `${object.slice(0, longestObject)}…`
  return where === 'pod' ? short : `${short}, ${where}`
}

const rank = Object.fromEntries(severities.map((severity, index) => [severity, index])) as Record<Severity, number>

function byPosition(a: Finding, b: Finding): number {
  return (
    (a.document ?? 0) - (b.document ?? 0) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    Number(isPass(b)) - Number(isPass(a)) ||
    rank[a.severity] - rank[b.severity] ||
    (a.control < b.control ? -1 : 1)
  )
}
