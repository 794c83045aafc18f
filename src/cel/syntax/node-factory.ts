import type { Issue } from '../issue.ts'
import type { CelValue } from '../values.ts'
import type { Call, Expression } from './expression.ts'
import type { ExpressionBuilder } from './macro-call.ts'

/** Hands out node ids, from 1. */
export class NodeFactory {
  #last = 0

  node<N extends { readonly kind: string }>(
    offset: number,
    parts: N
  ): N & { readonly id: number; readonly offset: number } {
    return { id: ++this.#last, offset, ...parts }
  }

  call(offset: number, name: string, args: readonly Expression[], target?: Expression): Call {
    return this.node(offset, { kind: 'call', name, args, ...(target && { target }) })
  }

  /** A builder for the replacement of a macro that is called at `offset`. */
  builder(offset: number): ExpressionBuilder {
    return {
      literal: (value: CelValue) => this.node(offset, { kind: 'literal', value }),
      identifier: (name) => this.node(offset, { kind: 'identifier', name }),
      call: (name, ...args) => this.call(offset, name, args),
      memberCall: (name, target, ...args) => this.call(offset, name, args, target),
      presence: (operand, field) => this.node(offset, { kind: 'select', operand, field, mode: 'presence' }),
      quantifier: (parts) => this.node(offset, { kind: 'quantifier', ...parts }),
      listTransform: (parts) => this.node(offset, { kind: 'listTransform', ...parts }),
      mapTransform: (parts) => this.node(offset, { kind: 'mapTransform', ...parts }),
      binding: (variable, value, body) => this.node(offset, { kind: 'binding', variable, value, body }),
      issue: (at, message): Issue => ({ stage: 'parse', message, offset: at.offset })
    }
  }
}
