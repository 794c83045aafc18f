import { frameworks } from '../controls/frameworks/frameworks.ts'
import { endOf } from '../exceptions/exception.ts'
import { didYouMean } from '../names/nearest-name.ts'
import type { Config } from './config.ts'
import type { ShapeProblem } from './shape-problems.ts'

/** Evidence for frameworks or items that do not exist, for items that need none, and dates that are none. */
export function evidenceProblems({ evidence = [] }: Config): ShapeProblem[] {
  return evidence.flatMap((record, index) => {
    const problems = [itemProblem(record.framework, record.item)]
    for (const key of ['recorded', 'expires'] as const) {
      const isDate = endOf(record[key]) !== undefined
      problems.push(
        isDate ? null : { path: [key], message: `${key} cannot be "${record[key]}": write a day, like 2027-03-31` }
      )
    }
    return problems.flatMap((problem) =>
      problem === null ? [] : [{ path: ['evidence', index, ...problem.path], message: problem.message }]
    )
  })
}

function itemProblem(name: string, item: string): ShapeProblem | null {
  const framework = frameworks.find((candidate) => candidate.name === name)
  if (framework === undefined) {
    const known = frameworks.map((candidate) => candidate.name)
    return { path: ['framework'], message: `unknown framework "${name}"${didYouMean(name, known)}` }
  }
  const versions = framework.versions.length === 0 ? [''] : framework.versions
  const items = versions.flatMap((version) => framework.items(version)).filter(({ evidence }) => evidence !== undefined)
  if (items.some(({ id }) => id === item)) return null
  const known = new Set(items.map(({ id }) => id))
  return { path: ['item'], message: `${name} has no item "${item}" that needs evidence${didYouMean(item, known)}` }
}
