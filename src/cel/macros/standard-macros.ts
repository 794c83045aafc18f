/** The macros of the CEL specification. (The API server has `existsOne` with two variables alone.) */
import type { Macro } from '../declarations.ts'
import type { Issue } from '../issue.ts'
import type { Expression, Quantifier } from '../syntax/expression.ts'
import type { MacroCall } from '../syntax/macro-call.ts'
import { loopVariable } from './loop-variable.ts'

const has: Macro = {
  name: 'has',
  member: false,
  arity: 1,
  expand({ args: [field], build }) {
    if (field?.kind === 'select' && field.mode === 'value') return build.presence(field.operand, field.field)
    return field && build.issue(field, 'invalid argument to has() macro')
  }
}

function quantifier(name: string, kind: Quantifier['quantifier']): Macro {
  const expand = ({ target, args: [variable, predicate], build }: MacroCall) => {
    if (!target || !variable || !predicate) return undefined
    const name = loopVariable(variable, build, 'argument must be a simple name')
    if (typeof name !== 'string') return name
    return build.quantifier({ range: target, variables: [name], quantifier: kind, predicate })
  }
  return { name, member: true, arity: 2, expand }
}

/** `map(x, f)` and `map(x, p, f)`. */
function expandMap({ target, args, build }: MacroCall): Expression | Issue | undefined {
  const [variable, first, second] = args
  if (!target || !variable || !first) return undefined
  const name = loopVariable(variable, build, 'argument is not an identifier')
  if (typeof name !== 'string') return name
  if (second === undefined) return build.listTransform({ range: target, variables: [name], transform: first })
  return build.listTransform({ range: target, variables: [name], filter: first, transform: second })
}

const filter: Macro = {
  name: 'filter',
  member: true,
  arity: 2,
  expand({ target, args: [variable, predicate], build }) {
    if (!target || !variable || !predicate) return undefined
    const name = loopVariable(variable, build, 'argument is not an identifier')
    if (typeof name !== 'string') return name
    return build.listTransform({ range: target, variables: [name], filter: predicate, transform: variable })
  }
}

export const standardMacros: readonly Macro[] = [
  has,
  quantifier('all', 'all'),
  quantifier('exists', 'exists'),
  quantifier('exists_one', 'existsOne'),
  { name: 'map', member: true, arity: 2, expand: expandMap },
  { name: 'map', member: true, arity: 3, expand: expandMap },
  filter
]
