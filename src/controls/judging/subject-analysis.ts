import { accessOf } from '../../access/access.ts'
import type { AccessBinding, BoundSubject } from '../../access/bindings.ts'
import type { Path } from '../../estate/path.ts'
import { type Analysis, fails, passes, type Verdict } from '../analysis.ts'
import { accessKinds } from './grant-analysis.ts'
import { scopeWords, subjectWords } from './grant-words.ts'

/**
 * Fails each binding that grants anything to certain subjects. What Kubernetes grants by itself passes.
 * @param at Where the finding points to, given the first of the subjects.
 */
export function subjectAnalysis(
  isOffending: (bound: BoundSubject, binding: AccessBinding) => boolean,
  at: (first: BoundSubject) => Path = ({ index }) => ['subjects', index, 'name']
): Analysis {
  return {
    reads: accessKinds,
    *judge(estate): Generator<Verdict> {
      for (const binding of accessOf(estate).bindings) {
        const offending = binding.subjects.filter((bound) => !bound.builtIn && isOffending(bound, binding))
        const [first] = offending
        yield first === undefined
          ? passes(binding.resource)
          : fails(binding.resource, bindingProblem(binding, offending), { path: at(first) })
      }
    }
  }
}

function bindingProblem(binding: AccessBinding, offending: readonly BoundSubject[]): string {
  const { kind, name } = binding.reference
  return `${subjectWords(offending)} ${offending.length === 1 ? 'has' : 'have'} the rights of ${kind} "${name}" ${scopeWords(binding)}`
}
