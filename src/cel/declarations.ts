/**
 * How functions, macros and types are declared. A library is data: the checker reads the signatures, the compiler
 * calls the implementations.
 */

import type { Issue } from './issue.ts'
import type { Call, Expression } from './syntax/expression.ts'
import type { MacroCall } from './syntax/macro-call.ts'
import type { Type } from './type.ts'
import type { CelValue } from './values.ts'

/** One signature of a function. */
export interface Overload {
  /** Unique in an environment, in the words of cel-go where it has one: `size_string`. */
  readonly id: string
  /** Called as `target.name(…)`; the target is then the first of `parameters`. */
  readonly member?: boolean
  readonly parameters: readonly Type[]
  readonly result: Type
  /**
   * The implementation. Its arguments have the kinds that `parameters` name (for lists and maps the outer kind only:
   * what is inside may differ at run time). It has no side effects and fails with `throw new CelError(…)`.
   */
  readonly call: (...args: never[]) => CelValue
  /** True where it cannot fail for arguments of the declared types; the compiled code is then faster. */
  readonly total?: boolean
  /**
   * JavaScript for a call whose arguments have the declared types statically. Arguments come as JavaScript expressions,
   * to be used once each and in order. Its result must equal that of `call`.
   */
  readonly inline?: (...args: string[]) => string
  /** Work that can be done once where an argument is a literal, such as compiling a pattern. */
  readonly prepared?: Preparation
}

/** Specializes an overload for one literal argument. */
export interface Preparation {
  /** Index in `parameters`. */
  readonly argument: number
  /** Gives a function of the remaining arguments, in order. A CelError thrown here is thrown at each evaluation. */
  readonly prepare: (value: never) => (...rest: never[]) => CelValue
}

/** All overloads that one library adds to a function name. Libraries may add to the same name. */
export interface FunctionDeclaration {
  /** Qualified where it is: `sets.contains`, `optional.of`. Operators have cel-go's names, such as `_+_`. */
  readonly name: string
  readonly overloads: readonly Overload[]
  /**
   * Checks the first argument (the target aside) where it is a literal, so that a bad one does not compile:
   * returns false where it is bad. The message is cel-go's: "invalid NAME argument".
   */
  readonly acceptsLiteral?: (literal: CelValue) => boolean
  /** Further checks of a call that type-checks, such as of a format string against its arguments. */
  readonly validate?: (call: Call, typeOf: (part: Expression) => Type) => Issue | undefined
  /** List and map literals within its arguments may mix types, as in `'%s %d'.format([dyn('a'), 1])`. */
  readonly mixesLiterals?: boolean
  /** All overloads have the same `call`, which tells argument types apart itself and fails with "no such overload". */
  readonly selfDispatching?: boolean
  /** A call with constant arguments is evaluated before the rest: where it fails, the expression does not compile. */
  readonly foldsConstants?: boolean
}

/** A call that is rewritten while parsing, before types are known. */
export interface Macro {
  readonly name: string
  /** Called as `target.name(…)`. */
  readonly member: boolean
  /** Number of arguments, the target aside. */
  readonly arity: number
  /** The replacement, what is wrong with the arguments, or undefined to leave the call as it is. */
  readonly expand: (call: MacroCall) => Expression | Issue | undefined
}

/** A named set of declarations. */
export interface Library {
  readonly name: string
  readonly functions?: readonly FunctionDeclaration[]
  readonly macros?: readonly Macro[]
  /** Types whose names are identifiers in expressions: `net.IP` in `type(x) == net.IP`. */
  readonly types?: readonly Type[]
}
