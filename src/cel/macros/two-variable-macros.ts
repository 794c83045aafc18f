/** Comprehensions with two variables, index and element or key and value (cel-go ext.TwoVarComprehensions). */
import type { Library, Macro } from '../declarations.ts'
import type { Issue } from '../issue.ts'
import type { Expression, MapTransform, Quantifier } from '../syntax/expression.ts'
import type { ExpressionBuilder, MacroCall } from '../syntax/macro-call.ts'
import { loopVariable } from './loop-variable.ts'

/** What a macro of this file loops over. */
interface Range {
  readonly range: Expression
  readonly variables: readonly [string, string]
}

/** Builds the replacement from the loop and the arguments after the two names. */
type Make = (build: ExpressionBuilder, loop: Range, body: readonly Expression[]) => Expression | undefined

function macro(name: string, arity: number, make: Make): Macro {
  const expand = ({ target, args: [first, second, ...body], build }: MacroCall) => {
    if (!target || !first || !second) return undefined
    const one = loopVariable(first, build, 'argument must be a simple name')
    if (typeof one !== 'string') return one
    const two = secondVariable(second, one, build)
    return typeof two === 'string' ? make(build, { range: target, variables: [one, two] }, body) : two
  }
  return { name, member: true, arity, expand }
}

function secondVariable(argument: Expression, first: string, build: ExpressionBuilder): string | Issue {
  const name = loopVariable(argument, build, 'argument must be a simple name')
  return name === first ? build.issue(argument, `duplicate variable name: ${first}`) : name
}

function quantifier(name: string, kind: Quantifier['quantifier']): Macro {
  return macro(name, 3, (build, loop, [predicate]) => {
    return predicate && build.quantifier({ ...loop, quantifier: kind, predicate })
  })
}

const expandList: Make = (build, loop, [first, second]) => {
  if (second === undefined) return first && build.listTransform({ ...loop, transform: first })
  return first && build.listTransform({ ...loop, filter: first, transform: second })
}

function mapTransform(name: string, result: MapTransform['result']): Macro[] {
  const expand: Make = (build, loop, [first, second]) => {
    if (second === undefined) return first && build.mapTransform({ ...loop, result, transform: first })
    return first && build.mapTransform({ ...loop, result, filter: first, transform: second })
  }
  return [macro(name, 3, expand), macro(name, 4, expand)]
}

const macros: readonly Macro[] = [
  quantifier('all', 'all'),
  quantifier('exists', 'exists'),
  quantifier('existsOne', 'existsOne'),
  quantifier('exists_one', 'existsOne'),
  macro('transformList', 3, expandList),
  macro('transformList', 4, expandList),
  ...mapTransform('transformMap', 'value'),
  ...mapTransform('transformMapEntry', 'entry')
]

export const twoVariableLibrary: Library = { name: 'cel.lib.ext.comprev2', macros }
