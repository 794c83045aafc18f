import type { Resource } from '../../estate/resource.ts'
import { type Exception, type ExceptionState, endOf, exceptionState, isActive } from '../../exceptions/exception.ts'
import { unknownControls } from '../../scan/inline-exceptions.ts'

/** Where an exception is written. A manifest of a `HardeningException` counts once it is applied to a cluster. */
export type ExceptionSource = 'configuration' | 'annotation' | 'manifest' | 'cluster'

/** Where an exception is written, and in which object. */
export interface ExceptionPlace {
  readonly source: ExceptionSource
  /** The object of a cluster or the manifest that holds it; null for one of the configuration. */
  readonly resource: Pick<Resource, 'apiVersion' | 'kind' | 'namespace' | 'name'> | null
  /** As the user would name it; null for an object of a cluster. */
  readonly file: string | null
  /** From 1; null where the whole file is meant. */
  readonly line: number | null
}

/** An exception as it is listed. What is refused counts nowhere, and of it only the place and the problems are known. */
export interface ListedException extends ExceptionPlace {
  readonly id: string
  readonly controls: Exception['controls'] | null
  readonly selector: Exception['selector'] | null
  readonly reason: string | null
  readonly owner: string | null
  readonly expires: string | null
  readonly active: boolean
  readonly state: ExceptionState | 'refused'
  /** What is wrong with it, in words. */
  readonly problems: readonly string[]
}

/**
 * An exception as it is listed at `now`.
 * @param known Ids of all controls that there are.
 */
export function listed(
  exception: Exception,
  { source, resource, file, line }: ExceptionPlace,
  known: ReadonlySet<string>,
  now: Date
): ListedException {
  const { id, controls, selector, reason, owner, expires } = exception
  return {
    id,
    controls,
    selector,
    reason,
    owner,
    expires,
    active: isActive(exception, now),
    state: exceptionState(exception, now),
    source,
    resource: resource === null ? null : identity(resource),
    file,
    line,
    problems: unknownControls(exception, known)
  }
}

/** What was meant as an exception, and counts for nothing. */
export function refused(
  id: string,
  problems: readonly string[],
  { source, resource, file, line }: ExceptionPlace
): ListedException {
  return {
    id,
    controls: null,
    selector: null,
    reason: null,
    owner: null,
    expires: null,
    active: false,
    state: 'refused',
    source,
    resource: resource === null ? null : identity(resource),
    file,
    line,
    problems
  }
}

function identity({ apiVersion, kind, namespace, name }: NonNullable<ExceptionPlace['resource']>) {
  return { apiVersion, kind, namespace, name }
}

/** What is refused first, then the next to end. */
export function byEnd(a: ListedException, b: ListedException): number {
  return endOfListed(a) - endOfListed(b)
}

function endOfListed({ expires }: ListedException): number {
  return expires === null ? 0 : (endOf(expires) ?? 0)
}
