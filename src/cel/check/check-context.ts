import { nearestName } from '../../names/nearest-name.ts'
import type { DeclaredFunction, Environment } from '../environment.ts'
import type { Issue } from '../issue.ts'
import type { Expression } from '../syntax/expression.ts'
import { errorType, formatType, type Type, typeParameter } from '../type.ts'
import { assign } from './assignability.ts'
import type { Reference } from './checked.ts'
import { findLocal, localNames, type Scope } from './scope.ts'
import { Substitution } from './substitution.ts'

/** What one run of the checker knows and has found so far. */
export class CheckContext {
  readonly environment: Environment
  readonly types = new Map<number, Type>()
  readonly references = new Map<number, Reference>()
  readonly issues: Issue[] = []
  readonly #solved = new Substitution()
  #scope: Scope | undefined
  #freeParameters = 0

  readonly #typeOf: (context: CheckContext, expression: Expression) => Type

  /** `typeOf` checks one node; it calls back here for the nodes below. */
  constructor(environment: Environment, typeOf: (context: CheckContext, expression: Expression) => Type) {
    this.environment = environment
    this.#typeOf = typeOf
  }

  /** Checks a node and everything below it, notes its type and gives it. */
  check(expression: Expression): Type {
    const type = this.#typeOf(this, expression)
    this.types.set(expression.id, type)
    return type
  }

  /** The type that a node was found to have. */
  typeOf(expression: Expression): Type {
    return this.types.get(expression.id) ?? errorType
  }

  /** A type parameter that stands for one unknown type of this expression. */
  freshParameter(): Type {
    return typeParameter(`_var${this.#freeParameters++}`)
  }

  /** Whether the types can be assigned in order; what that says about type parameters is kept if so. */
  accept(from: readonly Type[], to: readonly Type[]): boolean {
    return assign(this.#solved, from, to)
  }

  /** The type with what is known about its parameters. */
  resolve(type: Type, final = false): Type {
    return this.#solved.apply(type, final)
  }

  /** Runs `check` where the names are local variables. */
  within<T>(variables: readonly (readonly [string, Type])[], check: () => T): T {
    this.#scope = { variables: new Map(variables), outer: this.#scope }
    const result = check()
    this.#scope = this.#scope.outer
    return result
  }

  local(name: string): Type | undefined {
    return findLocal(this.#scope, name)
  }

  /** A function by its name, with or without a leading dot. */
  functionNamed(name: string): DeclaredFunction | undefined {
    return this.environment.functions.get(name.replace(/^\./, ''))
  }

  report(offset: number, message: string, suggestion?: string): Type {
    this.issues.push({ stage: 'check', message, offset, ...(suggestion !== undefined && { suggestion }) })
    return errorType
  }

  reportMismatch(offset: number, expected: Type, found: Type): Type {
    return this.report(offset, `expected type '${formatType(expected)}' but found '${formatType(found)}'`)
  }

  reportUndeclared(offset: number, name: string, known: Iterable<string>): Type {
    return this.report(offset, `undeclared reference to '${name}' (in container '')`, nearestName(name, known))
  }

  *variableNames(): Generator<string> {
    yield* localNames(this.#scope)
    yield* this.environment.variables.keys()
  }
}
