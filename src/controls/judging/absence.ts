import type { Estate } from '../../estate/estate.ts'
import type { Resource } from '../../estate/resource.ts'
import { fails, undecided, type Verdict } from '../analysis.ts'

/**
 * The cluster as a whole lacks something. Where only some of its namespaces were read, it may be in another one.
 * @param anchor What the verdict hangs on.
 */
export function lacks(estate: Estate, anchor: Resource, problem: string): Verdict {
  const { partly } = estate
  return partly === null ? fails(anchor, problem) : undecided(anchor, partly)
}
