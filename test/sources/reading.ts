/** What a scan reads, in a form that tests can compare. */
import { formatPath, type Path } from '../../src/estate/path.ts'
import type { Resource } from '../../src/estate/resource.ts'
import { locateInOrigin } from '../../src/sources/locate.ts'
import type { SourceOptions } from '../../src/sources/options.ts'
import { readSources } from '../../src/sources/read.ts'
import type { InputError, Skipped, SourceUnit } from '../../src/sources/unit.ts'

export interface Read {
  readonly unit: SourceUnit
  readonly resource: Resource
}

export interface Reading {
  readonly read: readonly Read[]
  readonly skipped: readonly Skipped[]
  readonly errors: readonly InputError[]
  readonly files: number
}

export function readAll(paths: readonly string[], options: SourceOptions = {}): Reading {
  const units = [...readSources(paths, options)]
  return {
    read: units.flatMap((unit) => unit.resources.map((resource) => ({ unit, resource }))),
    skipped: units.flatMap(({ skipped }) => skipped),
    errors: units.flatMap(({ errors }) => errors),
    files: units.reduce((sum, { files }) => sum + files, 0)
  }
}

/** `Deployment shop/web`, sorted. */
export function identities(reading: Reading): string[] {
  return reading.read.map(({ resource }) => identity(resource)).sort()
}

function identity({ kind, namespace, name }: Resource): string {
  return `${kind} ${namespace === null ? '' : `${namespace}/`}${name}`
}

/** Where fields of one resource stand: `file:line:column exact`, the file relative to `root`. */
export function positions(
  reading: Reading,
  which: string,
  paths: readonly Path[],
  root: string
): Record<string, string> {
  const found = reading.read.find(({ resource }) => identity(resource) === which)
  if (found === undefined) throw new Error(`${which} was not read`)
  const located = locateInOrigin(found.unit, found.resource, paths)
  return Object.fromEntries(
    located.map((place, index) => [
      formatPath(paths[index] ?? []),
      place === null
        ? 'nowhere'
        : `${place.file.replace(`${root}/`, '')}:${place.line}:${place.column} ${place.located}`
    ])
  )
}
