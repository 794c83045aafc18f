/** Chains of selections and indexes, `a.b[0].?c`, which are evaluated as one: from the first `?` on all is optional. */
import type { Expression } from '../syntax/expression.ts'
import { heldType, isOptionalType, type Type } from '../type.ts'
import type { Generation } from './generation.ts'

/** One selection or index. */
export interface Step {
  readonly key: Expression | string
  readonly optional: boolean
  /** What it is taken from; where that is an optional, what it holds. */
  readonly from: Type
  /** What it gives, likewise. */
  readonly gives: Type
  /** A step from an optional that an earlier value held, not one that the chain made. */
  readonly fromStored: boolean
  readonly offset: number
}

export interface Chain {
  readonly base: Expression
  readonly steps: readonly Step[]
}

/** Whether a node is a selection or an index, and not the name of a variable or a test. */
export function isChain(generation: Generation, node: Expression): boolean {
  if (node.kind === 'select') return node.mode !== 'presence' && generation.referenceOf(node) === undefined
  return node.kind === 'call' && (node.name === '_[_]' || node.name === '_[?_]')
}

/** The steps of a node that is a chain; of any other, no steps from the node itself. */
export function chainOf(generation: Generation, node: Expression): Chain {
  const steps: Step[] = []
  let base = node
  while (isChain(generation, base)) {
    const { operand, key, optional } = partsOf(base)
    steps.unshift(stepOf(generation, base, operand, key, optional))
    base = operand
  }
  return { base, steps: markStored(generation, base, steps) }
}

interface Parts {
  readonly operand: Expression
  readonly key: Expression | string
  readonly optional: boolean
}

function partsOf(node: Expression): Parts {
  if (node.kind === 'select') return { operand: node.operand, key: node.field, optional: node.mode === 'optional' }
  const [operand = node, key = node] = node.kind === 'call' ? node.args : []
  const isText = key.kind === 'literal' && typeof key.value === 'string'
  return { operand, key: isText ? String(key.value) : key, optional: node.kind === 'call' && node.name === '_[?_]' }
}

function stepOf(
  generation: Generation,
  node: Expression,
  operand: Expression,
  key: Step['key'],
  optional: boolean
): Step {
  const operandType = generation.typeOf(operand)
  return {
    key,
    optional,
    from: heldType(operandType),
    gives: heldType(generation.typeOf(node)),
    fromStored: isOptionalType(operandType),
    offset: node.offset
  }
}

/** A step from an optional is from a stored one where neither the base nor a step before it made the chain optional. */
function markStored(generation: Generation, base: Expression, steps: readonly Step[]): Step[] {
  let optional = isOptionalType(generation.typeOf(base))
  return steps.map((step) => {
    const fromStored = step.fromStored && !optional
    optional ||= step.optional
    return { ...step, fromStored }
  })
}
