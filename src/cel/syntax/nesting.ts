/**
 * The API server's limits on nesting, counted as cel-go counts them: how often a grammar rule is inside itself while
 * parsing, and how many operators, selections and calls lie on one path of the tree. They also keep every recursion
 * over the tree within the stack.
 */
import type { Expression } from './expression.ts'
import { SyntaxFault } from './syntax-fault.ts'

const limit = 250

export type GrammarRule = 'expr' | 'relation' | 'calc'

export class Nesting {
  readonly #inside: Record<GrammarRule, number> = { expr: 0, relation: 0, calc: 0 }
  /** By node id: the longest path below, counted in operators, selections and member calls. */
  readonly #heights: number[] = []

  /** Runs the parser of a grammar rule one level deeper. */
  enter<T>(rule: GrammarRule, index: number, parse: () => T): T {
    if (++this.#inside[rule] > limit) throw new SyntaxFault(`expression recursion limit exceeded: ${limit}`, index)
    const result = parse()
    this.#inside[rule]--
    return result
  }

  /** Notes a node over its parts; `counted` where the node itself makes the path longer. */
  above<E extends Expression>(node: E, parts: readonly Expression[], counted: boolean, index: number): E {
    const below = parts.reduce((highest, part) => Math.max(highest, this.#heights[part.id] ?? 0), 0)
    const height = below + (counted ? 1 : 0)
    if (height > limit) throw new SyntaxFault('max recursion depth exceeded', index)
    this.#heights[node.id] = height
    return node
  }
}
