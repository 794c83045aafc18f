import type { FunctionDeclaration } from '../../../declarations.ts'
import type { Expression } from '../../../syntax/expression.ts'
import type { Type } from '../../../type.ts'
import { typeNameOfType } from '../../../type-name.ts'
import { interpolate } from './clause.ts'
import { misuse } from './format.ts'

/** Kinds of types that a clause takes, besides dyn. */
const accepted: Readonly<Record<string, readonly Type['kind'][]>> = {
  s: ['list', 'map', 'int', 'uint', 'double', 'bool', 'string', 'timestamp', 'bytes', 'duration', 'type', 'null'],
  d: ['int', 'uint'],
  // Some strings name numbers.
  f: ['double', 'string'],
  e: ['double', 'string'],
  b: ['int', 'uint', 'bool'],
  x: ['int', 'uint', 'string', 'bytes'],
  X: ['int', 'uint', 'string', 'bytes'],
  o: ['int', 'uint']
}

/** Checks a literal format string against the types of a literal list of arguments. */
export const checkFormat: NonNullable<FunctionDeclaration['validate']> = (call, typeOf) => {
  const { target, args } = call
  const [list] = args
  if (target?.kind !== 'literal' || typeof target.value !== 'string' || list?.kind !== 'list') return undefined
  const elements = list.elements.map(({ value }) => value)
  let blamed: Expression | undefined
  const result = interpolate(target.value, {
    count: elements.length,
    eager: false,
    format: (index, { verb }) => {
      blamed = misfit(elements[index], verb, typeOf)
      return blamed === undefined ? '' : { fault: `${misuse[verb]}${typeNameOfType(typeOf(blamed))}` }
    }
  })
  if ('fault' in result) return { stage: 'check', message: result.fault, offset: (blamed ?? call).offset }
  if (result.taken >= elements.length) return undefined
  const message = `too many arguments supplied to string.format (expected ${result.taken}, got ${elements.length})`
  return { stage: 'check', message, offset: call.offset }
}

/** The argument, or the part of a literal argument of `%s`, whose type the clause does not take. */
function misfit(
  argument: Expression | undefined,
  verb: string,
  typeOf: (part: Expression) => Type
): Expression | undefined {
  if (argument === undefined) return undefined
  const { kind } = typeOf(argument)
  if (kind !== 'dyn' && !accepted[verb]?.includes(kind)) return argument
  if (verb !== 's') return undefined
  for (const part of partsOf(argument)) {
    const bad = misfit(part, verb, typeOf)
    if (bad !== undefined) return bad
  }
  return undefined
}

function partsOf(expression: Expression): Expression[] {
  if (expression.kind === 'list') return expression.elements.map(({ value }) => value)
  return expression.kind === 'map' ? expression.entries.flatMap(({ key, value }) => [key, value]) : []
}
