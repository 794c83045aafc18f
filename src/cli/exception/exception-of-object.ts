import { formatPath } from '../../estate/path.ts'
import type { Resource } from '../../estate/resource.ts'
import { grantedInCluster } from '../../exceptions/granted.ts'
import { type ExceptionPlace, type ListedException, listed, refused } from './listed-exception.ts'

/** What a `HardeningException` grants, or why it grants nothing. */
export function exceptionOfObject(
  resource: Resource,
  place: ExceptionPlace,
  known: ReadonlySet<string>,
  now: Date
): ListedException {
  const granted = grantedInCluster(resource)
  if ('exception' in granted) return listed(granted.exception, place, known, now)
  const problems = granted.map(({ path, message }) => `${formatPath(path)}: ${message}`)
  return refused(resource.name ?? '(no name)', problems, place)
}
