import { formatPath } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { InputError, Skipped } from '../sources/unit.ts'
import type { Finding } from './finding.ts'

/** Sorts as reports list them: file, document, path, control, each by code unit. Live objects come first. */
export function inReportOrder(findings: Finding[]): Finding[] {
  return findings.sort(compareFindings)
}

/** Live objects, which have no file, go by kind, namespace and name. */
function compareFindings(a: Finding, b: Finding): number {
  // Of neighbours in a file, which nearly all are, nothing has to be made to compare them.
  if (a.file !== null && a.file === b.file) return compareInFile(a, b)
  return byText(sectionOf(a), sectionOf(b)) || comparePlaces(placeIn(a), placeIn(b))
}

/** Where a finding is listed: its file, or what live objects of its kind and namespace have in common. */
export function sectionOf({ file, resource }: Finding): string {
  return file ?? liveSection(resource)
}

/** It sorts before every file, and as the findings of live objects do. */
function liveSection({ apiVersion, kind, namespace }: Finding['resource']): string {
  return `\0${kind}\0${apiVersion}\0${namespace ?? ''}\0`
}

/** What decides where in its section a finding is listed. */
export interface Place extends Pick<Finding, 'document' | 'path' | 'control'> {
  /** Of a live object; null in a file, where names do not matter. */
  readonly name: string | null
}

export function placeIn({ file, document, resource, path, control }: Finding): Place {
  return { document, name: file === null ? resource.name : null, path, control }
}

/** The order of findings of one section. */
export function comparePlaces(a: Place, b: Place): number {
  return a.name === b.name ? compareInFile(a, b) : byText(a.name ?? '', b.name ?? '')
}

function compareInFile(a: Omit<Place, 'name'>, b: Omit<Place, 'name'>): number {
  return (a.document ?? 0) - (b.document ?? 0) || byText(a.path, b.path) || byText(a.control, b.control)
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
