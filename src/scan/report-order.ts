import { formatPath } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { InputError, Skipped } from '../sources/unit.ts'
import type { Finding } from './finding.ts'

/** Sorts as reports list them: file, document, path, control, each by code unit. Live objects come first. */
export function inReportOrder(findings: Finding[]): Finding[] {
  return findings.sort(compareFindings)
}

/** What of a finding decides its place. */
export type PlacedFinding = Pick<Finding, 'file' | 'document' | 'resource' | 'path' | 'control'>

/** Live objects, which have no file, go by kind, namespace and name. */
export function compareFindings(a: PlacedFinding, b: PlacedFinding): number {
  return (
    byText(a.file ?? '', b.file ?? '') ||
    (a.document ?? 0) - (b.document ?? 0) ||
    (a.file === null ? byText(objectOf(a), objectOf(b)) : 0) ||
    byText(a.path, b.path) ||
    byText(a.control, b.control)
  )
}

function objectOf({ resource }: PlacedFinding): string {
  return liveSection(resource) + (resource.name ?? '')
}

/** What live objects of one kind and namespace have in common: it sorts before every file, and as their findings do. */
export function liveSection({ apiVersion, kind, namespace }: Finding['resource']): string {
  return `\0${kind}\0${apiVersion}\0${namespace ?? ''}\0`
}

/**
 * The resources of one file in the order of their findings: items of a List by their index's text, as paths are. So
 * findings can be reported resource by resource.
 */
export function inPathOrder(resources: readonly Resource[]): readonly Resource[] {
  if (resources.every(({ origin }) => origin.prefix.length === 0)) return resources
  return resources
    .map((resource) => ({ resource, prefix: formatPath(resource.origin.prefix) }))
    .sort((a, b) => a.resource.origin.document - b.resource.origin.document || byText(a.prefix, b.prefix))
    .map(({ resource }) => resource)
}

export function errorsInOrder(errors: InputError[]): InputError[] {
  return errors.sort(
    (a, b) => byText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
  )
}

export function skippedInOrder(skipped: Skipped[]): Skipped[] {
  return skipped.sort((a, b) => byText(a.file, b.file) || a.document - b.document)
}

/** By code unit. */
export function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
