import type { FunctionDeclaration, Overload } from '../declarations.ts'
import { compilePattern } from '../library/regex/pattern.ts'
import { noSuchOverload } from '../runtime/fault.ts'
import { boolType, stringType } from '../type.ts'
import { CelError, type CelValue } from '../values.ts'
import { selfDispatching } from './signatures.ts'

/** A test of one string against another that JavaScript has as a method. */
function stringTest(name: string, id: string, method: 'includes' | 'endsWith' | 'startsWith'): FunctionDeclaration {
  const call = (text: CelValue, part: CelValue): boolean =>
    typeof text === 'string' && typeof part === 'string' ? text[method](part) : noSuchOverload()
  const inline = (text = '', part = ''): string => `${text}.${method}(${part})`
  return selfDispatching(name, call, [[id, [stringType, stringType], boolType, { member: true, total: true, inline }]])
}

function matches(text: CelValue, pattern: CelValue): boolean {
  if (typeof text !== 'string' || typeof pattern !== 'string') return noSuchOverload()
  return compilePattern(pattern).test(text)
}

const matchesOverload: Overload = {
  id: 'matches',
  parameters: [stringType, stringType],
  result: boolType,
  call: matches,
  prepared: {
    argument: 1,
    prepare: (source: string) => {
      const pattern = compilePattern(source)
      return (text: CelValue) => (typeof text === 'string' ? pattern.test(text) : noSuchOverload())
    }
  }
}

function isPattern(literal: CelValue): boolean {
  try {
    return typeof literal !== 'string' || compilePattern(literal) !== undefined
  } catch (error) {
    if (error instanceof CelError) return false
    throw error
  }
}

export const stringFunctions: readonly FunctionDeclaration[] = [
  stringTest('contains', 'contains_string', 'includes'),
  stringTest('endsWith', 'ends_with_string', 'endsWith'),
  stringTest('startsWith', 'starts_with_string', 'startsWith'),
  {
    name: 'matches',
    overloads: [matchesOverload, { ...matchesOverload, id: 'matches_string', member: true }],
    selfDispatching: true,
    acceptsLiteral: isPattern
  }
]
