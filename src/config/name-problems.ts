import { selectFrameworks } from '../controls/frameworks/select-frameworks.ts'
import type { Registry } from '../controls/registry.ts'
import { didYouMean } from '../names/nearest-name.ts'
import type { Config } from './config.ts'
import { ofKey, type ShapeProblem } from './shape-problems.ts'

/** Frameworks and controls that a configuration names and that do not exist. */
export function nameProblems(
  { frameworks = [], severities = {}, exceptions = [] }: Config,
  registry: Registry
): ShapeProblem[] {
  const known = registry.controls.map(({ id }) => id)
  const unknown = Object.keys(severities).filter((id) => registry.find(id) === undefined)
  return [
    ...frameworks.flatMap((name, index) =>
      selectFrameworks([name]).problems.map((message) => ({ path: ['frameworks', index], message }))
    ),
    ...exceptions.flatMap(({ controls }, index) =>
      controls.flatMap((id, number) =>
        registry.find(id) === undefined
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
