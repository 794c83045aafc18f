import { selectFrameworks } from '../controls/frameworks/select-frameworks.ts'
import { isPolicyControlId } from '../controls/policy-control-id.ts'
import type { Registry } from '../controls/registry.ts'
import { didYouMean } from '../names/nearest-name.ts'
import type { Config } from './config.ts'
import { ofKey, type ShapeProblem } from './shape-problems.ts'

/** Frameworks and controls that a configuration names and that do not exist. Admission policies may be known elsewhere. */
export function nameProblems(
  { frameworks = [], severities = {}, exceptions = [] }: Config,
  registry: Registry
): ShapeProblem[] {
  const known = registry.controls.map(({ id }) => id)
  const isUnknown = (id: string): boolean => registry.find(id) === undefined && !isPolicyControlId(id)
  const unknown = Object.keys(severities).filter(isUnknown)
  return [
    ...frameworks.flatMap((name, index) =>
      selectFrameworks([name]).problems.map((message) => ({ path: ['frameworks', index], message }))
    ),
    ...exceptions.flatMap(({ controls }, index) =>
      controls.flatMap((id, number) =>
        isUnknown(id)
          ? [
              {
                path: ['exceptions', index, 'controls', number],
                message: `unknown control "${id}"${didYouMean(id, known)}`
              }
            ]
          : []
      )
    ),
    ...unknown.map((id) => ({
      path: ['severities', id, ofKey],
      message: `unknown control "${id}"${didYouMean(id, known)}`
    }))
  ]
}
