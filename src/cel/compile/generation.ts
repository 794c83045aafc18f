import type { Checked, FunctionReference, Reference } from '../check/checked.ts'
import type { Expression } from '../syntax/expression.ts'
import { dynType, type Type } from '../type.ts'
import { certainTypes } from './certain-types.ts'
import { CodeWriter } from './code-writer.ts'
import { type Fragment, fragment, type Maybe } from './fragment.ts'

/** What a local variable of the expression is in JavaScript. */
export type Local = Fragment | Maybe

/** Functions of the runtime that take an optional's value out, with different errors for other values. */
export type Unbox = 'unboxOptional' | 'unboxInitializer'

/** Makes the JavaScript of one node; for the nodes below it calls back to the generation. */
export interface Makers {
  readonly value: (generation: Generation, node: Expression) => Fragment
  /** For nodes whose type is an optional: what it holds, without making one. */
  readonly maybe: (generation: Generation, node: Expression, unbox: Unbox) => Maybe
}

/** The state of generating one function. */
export class Generation {
  readonly checked: Checked
  readonly code = new CodeWriter()
  readonly #makers: Makers
  readonly #types: ReadonlyMap<number, Type>
  readonly #locals = new Map<string, Local[]>()
  /** Environment variables in use, to their names in JavaScript. */
  readonly variables = new Map<string, string>()

  constructor(checked: Checked, makers: Makers) {
    this.checked = checked
    this.#makers = makers
    this.#types = certainTypes(checked)
  }

  /**
   * The value of a node. Every node whose value is computed passes here or through `maybe`: the place where counting
   * of costs is added, as a statement by node id.
   */
  value(node: Expression): Fragment {
    return this.#makers.value(this, node)
  }

  /** What the optional of a node holds; `unbox` is how to find out where it may turn out not to be one. */
  maybe(node: Expression, unbox: Unbox = 'unboxOptional'): Maybe {
    return this.#makers.maybe(this, node, unbox)
  }

  /** A node's value as a condition of what stands at `offset`: what is not known to be a bool is made sure of. */
  condition(node: Expression, offset: number): Fragment {
    const made = this.value(node)
    if (this.typeOf(node).kind === 'bool') return made
    return fragment(this.call(offset, this.code.core('toCondition'), [made]), { fails: true })
  }

  /** The values of several nodes that are evaluated in order. */
  values(nodes: readonly Expression[]): Fragment[] {
    return this.inOrder(nodes.map((node) => () => this.value(node)))
  }

  /**
   * Makes fragments whose evaluation keeps its order: what may throw is put into a temporary where statements of a
   * later fragment come before its use.
   */
  inOrder<F extends Fragment>(makers: readonly (() => F)[]): F[] {
    const made: F[] = []
    for (const make of makers) {
      const { result, lines } = this.code.capture(make)
      if (lines.length > 0) for (const [index, earlier] of made.entries()) made[index] = this.#settle(earlier)
      this.code.lines(lines)
      made.push(result)
    }
    return made
  }

  #settle<F extends Fragment>(made: F): F {
    return made.fails && !made.stable ? { ...made, ...this.keep(made) } : made
  }

  /** The fragment as a name that may be written twice. */
  keep<F extends Fragment>(made: F): F {
    if (made.stable) return made
    const name = this.code.temporary()
    this.code.line(`${name} = ${made.js}`)
    return { ...made, js: name, stable: true }
  }

  /** The type that a node's value is certain to have. */
  typeOf(node: Expression): Type {
    return this.#types.get(node.id) ?? dynType
  }

  referenceOf(node: Expression): Reference | undefined {
    return this.checked.references.get(node.id)
  }

  /** The only overload that a call can mean, if there is only one. */
  overloadOf(node: Expression): string | undefined {
    const reference: FunctionReference | Reference | undefined = this.referenceOf(node)
    return reference?.kind === 'function' && reference.overloads.length === 1 ? reference.overloads[0]?.id : undefined
  }

  /** JavaScript that notes the position of what may fail, then evaluates it. */
  at(offset: number, js: string): string {
    return `(at = ${offset}, ${js})`
  }

  /**
   * JavaScript that calls what may fail: the position is noted when the arguments, which may fail with positions of
   * their own, have been evaluated.
   */
  call(offset: number, callee: string, args: readonly Fragment[]): string {
    const firsts: string[] = []
    const names = args.map((arg) => {
      if (arg.stable || !args.some(({ fails }) => fails)) return arg.js
      const name = this.code.temporary()
      firsts.push(`${name} = ${arg.js}`)
      return name
    })
    return `(${[...firsts, `at = ${offset}`, `${callee}(${names.join(', ')})`].join(', ')})`
  }

  local(name: string): Local | undefined {
    return this.#locals.get(name)?.at(-1)
  }

  /** Runs `make` where the names are local variables. */
  within<T>(locals: readonly (readonly [string, Local])[], make: () => T): T {
    for (const [name, local] of locals) {
      const stack = this.#locals.get(name)
      if (stack === undefined) this.#locals.set(name, [local])
      else stack.push(local)
    }
    const result = make()
    for (const [name] of locals) this.#locals.get(name)?.pop()
    return result
  }

  /** A variable of the environment. */
  variable(name: string): Fragment {
    const { variables, computed } = this.checked.environment
    const type = variables.get(name)
    const known = this.variables.get(name) ?? this.code.name('v')
    this.variables.set(name, known)
    const plain = !computed.has(name) && type?.kind !== 'opaque' && type?.kind !== 'type'
    const js = type?.kind === 'double' ? `${this.code.core('toDouble')}(${known})` : known
    return fragment(js, { stable: js === known, plain, fails: js !== known })
  }
}
