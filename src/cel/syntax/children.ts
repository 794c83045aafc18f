import type { Expression } from './expression.ts'

/** The expressions directly within one, in the order in which they are written. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'identifier':
      return []
    case 'select':
      return [expression.operand]
    case 'call':
      return expression.target === undefined ? expression.args : [expression.target, ...expression.args]
    case 'list':
      return expression.elements.map((element) => element.value)
    case 'map':
      return expression.entries.flatMap((entry) => [entry.key, entry.value])
    case 'message':
      return expression.fields.map((field) => field.value)
    case 'quantifier':
      return [expression.range, expression.predicate]
    case 'listTransform':
    case 'mapTransform':
      return [expression.range, ...(expression.filter ? [expression.filter] : []), expression.transform]
    case 'binding':
      return [expression.value, expression.body]
  }
}
