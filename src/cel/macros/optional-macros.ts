/** `optMap` and `optFlatMap`: compute with an optional's value where there is one (cel-go OptionalTypes). */
import type { Macro } from '../declarations.ts'
import type { Expression } from '../syntax/expression.ts'
import type { ExpressionBuilder, MacroCall } from '../syntax/macro-call.ts'

/** No user's name begins with `@`. */
const target = '@target'

/** `wrap` makes the optional that the whole call gives from what the body gives. */
function macro(name: string, wrap: (build: ExpressionBuilder, body: Expression) => Expression): Macro {
  const expand = (call: MacroCall) => {
    const [variable, body] = call.args
    if (!call.target || !variable || !body) return undefined
    const { build } = call
    if (variable.kind !== 'identifier') {
      return build.issue(variable, `${name}() variable name must be a simple identifier`)
    }
    const value = build.memberCall('value', build.identifier(target))
    const present = wrap(build, build.binding(variable.name, value, body))
    const test = build.memberCall('hasValue', build.identifier(target))
    return build.binding(target, call.target, build.call('_?_:_', test, present, build.call('optional.none')))
  }
  return { name, member: true, arity: 2, expand }
}

export const optionalMacros: readonly Macro[] = [
  macro('optMap', (build, body) => build.call('optional.of', body)),
  macro('optFlatMap', (_, body) => body)
]
