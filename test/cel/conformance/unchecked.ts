/**
 * Expressions that are evaluated without a type check, as some conformance tests want: every type is dyn, and calls
 * choose among all overloads at run time.
 */
import type { Checked, Reference } from '../../../src/cel/check/checked.ts'
import { qualifiedName } from '../../../src/cel/check/select-checker.ts'
import type { DeclaredFunction, Environment } from '../../../src/cel/environment.ts'
import { type Issue, isIssue } from '../../../src/cel/issue.ts'
import { Source } from '../../../src/cel/source.ts'
import { childrenOf } from '../../../src/cel/syntax/children.ts'
import type { Call, Expression, Identifier, Select } from '../../../src/cel/syntax/expression.ts'
import { parse } from '../../../src/cel/syntax/parser.ts'
import { dynType, type Type } from '../../../src/cel/type.ts'
import { CelError } from '../../../src/cel/values.ts'

export function parseOnly(environment: Environment, text: string): Checked | Issue {
  const source = new Source(text)
  const expression = parse(source, environment.macros)
  if (isIssue(expression)) return expression
  const references = new Map<number, Reference>()
  const open = { ...environment, functions: new Map(environment.functions), variables: new Map(environment.variables) }
  resolve(open, references, expression, new Set())
  const isUnknown = expression.kind === 'identifier' && !environment.variables.has(expression.name)
  if (isUnknown && references.get(expression.id)?.kind === 'variable') {
    return { stage: 'check', message: `undeclared reference to '${expression.name}'`, offset: expression.offset }
  }
  return { environment: open, source, expression, type: dynType, types: dynTypes(expression), references }
}

/** An environment to which unknown names are added. Calling an unknown function is an error of the evaluation. */
type OpenEnvironment = Environment & {
  readonly functions: Map<string, DeclaredFunction>
  readonly variables: Map<string, Type>
}

function unboundFunction(name: string): DeclaredFunction {
  const call = (): never => {
    throw new CelError(`unbound function: ${name}`)
  }
  return { name, overloads: [{ id: `unbound_${name}`, parameters: [], result: dynType, call }], selfDispatching: true }
}

function dynTypes(expression: Expression): Map<number, typeof dynType> {
  const types = new Map([[expression.id, dynType]])
  for (const child of childrenOf(expression)) for (const [id, type] of dynTypes(child)) types.set(id, type)
  return types
}

type References = Map<number, Reference>

/** Notes what names and calls mean; an unknown one is an issue. */
function resolve(env: OpenEnvironment, references: References, node: Expression, locals: ReadonlySet<string>): void {
  if (node.kind === 'identifier' || node.kind === 'select') {
    const reference = nameReference(env, node, locals)
    if (reference !== undefined) {
      references.set(node.id, reference)
      return
    }
    if (node.kind === 'identifier') {
      env.variables.set(node.name, dynType)
      references.set(node.id, { kind: 'variable', name: node.name, local: false })
    }
  }
  if (node.kind === 'call' && !/^_(&&|\|\|)_$/.test(node.name)) resolveCall(env, references, node, locals)
  else for (const child of childrenOf(node)) resolve(env, references, child, new Set([...locals, ...namesIn(node)]))
}

/** The variables that a node declares for what is within it. */
function namesIn(node: Expression): readonly string[] {
  if (node.kind === 'binding') return [node.variable]
  return 'variables' in node ? node.variables : []
}

function nameReference(
  env: OpenEnvironment,
  node: Identifier | Select,
  locals: ReadonlySet<string>
): Reference | undefined {
  const parts = qualifiedName(node)
  if (parts === undefined) return undefined
  const [first = ''] = parts
  if (locals.has(first)) return parts.length === 1 ? { kind: 'variable', name: first, local: true } : undefined
  const name = parts.join('.').replace(/^\./, '')
  if (env.variables.has(name)) return { kind: 'variable', name, local: false }
  return env.typeNamed(name) === undefined ? undefined : { kind: 'type', name }
}

function resolveCall(env: OpenEnvironment, references: References, node: Call, locals: ReadonlySet<string>): void {
  const prefix = node.target && qualifiedName(node.target)
  const qualifiedTo = prefix && env.functions.get([...prefix, node.name].join('.'))
  const name = node.name.replace(/^\./, '')
  const fn = qualifiedTo ?? env.functions.get(name) ?? unboundFunction(name)
  env.functions.set(fn.name, fn)
  const overloads = fn.overloads.length === 1 ? [...fn.overloads, ...fn.overloads] : fn.overloads
  references.set(node.id, { kind: 'function', name: fn.name, overloads, qualified: qualifiedTo !== undefined })
  const parts = qualifiedTo === undefined ? childrenOf(node) : node.args
  for (const part of parts) resolve(env, references, part, locals)
}
