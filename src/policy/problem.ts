import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'

/** What is wrong with a policy, a binding or what they name, for whoever wrote it. */
export interface PolicyProblem {
  readonly resource: Resource
  /** The field, from the object's root. */
  readonly path: Path
  /** One line, or several where a place in CEL is shown with a caret. */
  readonly message: string
}
