/** Runs one test of the public conformance data. */

import type { Checked } from '../../../src/cel/check/checked.ts'
import { check } from '../../../src/cel/check/checker.ts'
import { compile } from '../../../src/cel/compile/compile.ts'
import type { FunctionDeclaration } from '../../../src/cel/declarations.ts'
import { createEnvironment, type Environment } from '../../../src/cel/environment.ts'
import { kubernetesLibraries } from '../../../src/cel/library/kubernetes-libraries.ts'
import { equal } from '../../../src/cel/runtime/equality.ts'
import { entriesOf, findKey, isMap, sizeOfMap } from '../../../src/cel/runtime/map.ts'
import { show } from '../../../src/cel/runtime/show.ts'
import { dynType, formatType, type Type } from '../../../src/cel/type.ts'
import { CelError, type CelValue, typeNameOf } from '../../../src/cel/values.ts'
import type { ConformanceTest, ProtoDeclaration } from './conformance-data.ts'
import { celTypeOf, celValueOf } from './proto-values.ts'
import { parseOnly } from './unchecked.ts'

/** What is wrong, or undefined where the test passes. */
export function runTest(test: ConformanceTest): string | undefined {
  const environment = environmentOf(test)
  if (typeof environment === 'string') return environment
  const checked = prepare(environment, test)
  if (typeof checked === 'string') return test.evalError === undefined ? checked : undefined
  return typeFault(checked, test) ?? (test.checkOnly ? undefined : valueFault(checked, test))
}

function prepare(environment: Environment, { expr, disableCheck }: ConformanceTest): Checked | string {
  if (disableCheck) {
    const parsed = parseOnly(environment, expr)
    return 'stage' in parsed ? `refused: ${parsed.message}` : parsed
  }
  const result = check(environment, expr)
  return 'ok' in result ? result.ok : `refused: ${result.issues.map((issue) => issue.message).join('; ')}`
}

/** Lists and maps may mix types: the tests are for all of CEL, not for the API server's settings. */
function environmentOf({ typeEnv = [], bindings = {} }: ConformanceTest): Environment | string {
  const variables: Record<string, Type> = {}
  const functions: FunctionDeclaration[] = []
  for (const declared of typeEnv) {
    const type = declared.ident?.type && celTypeOf(declared.ident.type)
    if (declared.function !== undefined) functions.push(functionOf(declared))
    else if (type === undefined) return `the type of ${declared.name} is a message`
    else variables[declared.name] = type
  }
  for (const name of Object.keys(bindings)) variables[name] ??= dynType
  const libraries = [...kubernetesLibraries(), { name: 'declared', functions }]
  return createEnvironment({ variables, computed: Object.keys(variables), libraries, homogeneousLiterals: false })
}

/** A function that is only checked. */
function functionOf(declared: ProtoDeclaration): FunctionDeclaration {
  const overloads = (declared.function?.overloads ?? []).map((overload) => ({
    id: overload.overloadId,
    member: overload.isInstanceFunction ?? false,
    parameters: (overload.params ?? []).map((param) => celTypeOf(param) ?? dynType),
    result: (overload.resultType && celTypeOf(overload.resultType)) ?? dynType,
    call: () => null
  }))
  return { name: declared.name, overloads }
}

function typeFault({ type }: Checked, { typedResult }: ConformanceTest): string | undefined {
  if (typedResult?.deducedType === undefined) return undefined
  const expected = celTypeOf(typedResult.deducedType)
  if (expected === undefined) return 'the expected type is a message'
  const found = formatType(type)
  return found === formatType(expected) ? undefined : `has type ${found}, not ${formatType(expected)}`
}

function valueFault(checked: Checked, test: ConformanceTest): string | undefined {
  // Names that are not declared, which only tests without a check can have, are null: everything with them fails.
  const bindings: Record<string, CelValue> = {}
  for (const name of checked.environment.variables.keys()) bindings[name] = null
  for (const [name, { value }] of Object.entries(test.bindings ?? {})) {
    const bound = value && celValueOf(value)
    if (bound === undefined) return `${name} is a message`
    bindings[name] = bound
  }
  const found = compile(checked)(bindings)
  if (test.evalError !== undefined) return found instanceof CelError ? undefined : `gives ${show(found)}, not an error`
  const expected = celValueOf(test.typedResult?.result ?? test.value ?? { boolValue: true })
  if (expected === undefined) return 'the expected value is a message'
  if (found instanceof CelError) return `fails: ${found.message}`
  return isSame(found, expected) ? undefined : `gives ${show(found)}, not ${show(expected)}`
}

/** Equal, and of the same types all through. */
function isSame(a: CelValue, b: CelValue): boolean {
  if (typeNameOf(a) !== typeNameOf(b)) return false
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, at) => isSame(one, b[at] ?? null))
  if (isMap(a) && isMap(b)) {
    return (
      sizeOfMap(a) === sizeOfMap(b) && [...entriesOf(a)].every(([key, one]) => isSame(one, findKey(b, key) ?? null))
    )
  }
  return equal(a, b) || (Number.isNaN(a) && Number.isNaN(b))
}
