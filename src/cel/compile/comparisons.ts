/** `==`, `!=` and `in`, in place where static types or plain data allow it. */
import type { Call, Expression } from '../syntax/expression.ts'
import { type Fragment, fragment } from './fragment.ts'
import type { Generation } from './generation.ts'
import { literalFragment } from './literals.ts'

/** Types whose equal values are identical in JavaScript. */
const identical = new Set(['int', 'string', 'bool', 'null'])

export function generateEquality(generation: Generation, { args, name, offset }: Call): Fragment {
  const [left, right] = args
  const [a, b] = generation.values(args)
  if (!left || !right || !a || !b) throw new Error('equality has two sides')
  const fails = a.fails || b.fails
  const equals = name === '_==_'
  if (isIdentity(generation, left, a, right, b))
    return fragment(`(${a.js} ${equals ? '===' : '!=='} ${b.js})`, { fails })
  if (!equals) return fragment(`${generation.code.core('notEqual')}(${a.js}, ${b.js})`, { fails })
  const callee = generation.code.core('equal')
  if (isComparable(generation, left, a) && isComparable(generation, right, b)) {
    return fragment(`${callee}(${a.js}, ${b.js})`, { fails })
  }
  return fragment(generation.call(offset, callee, [a, b]), { fails: true })
}

/** Whether a value can be none of a library's types, which alone may fail to compare. */
function isComparable(generation: Generation, node: Expression, { plain }: Fragment): boolean {
  const type = generation.typeOf(node)
  return plain || (type.kind !== 'dyn' && type.kind !== 'opaque')
}

/** Whether `===` tells what `==` of CEL does. */
function isIdentity(generation: Generation, left: Expression, a: Fragment, right: Expression, b: Fragment): boolean {
  const leftType = generation.typeOf(left).kind
  const rightType = generation.typeOf(right).kind
  if (leftType === rightType) return identical.has(leftType)
  return decidesAlone(leftType) || decidesAlone(rightType) || isSmallInt(a, b) || isSmallInt(b, a)
}

/** Plain data holds a number that is equal to an int of 53 bits only as that very number. */
function isSmallInt({ constant }: Fragment, other: Fragment): boolean {
  return typeof constant === 'number' && Number.isSafeInteger(constant) && other.plain
}

/** Whether a value of this type is equal only to what it is identical to; an int may be equal to other numbers. */
function decidesAlone(type: string): boolean {
  return type === 'string' || type === 'bool' || type === 'null'
}

/** From this many elements on a set is faster than a search. */
const setSize = 8

export function generateMembership(generation: Generation, { args, offset }: Call): Fragment {
  const [elementNode, containerNode] = args
  // The API server does not evaluate what cannot be in the empty list.
  if (containerNode?.kind === 'list' && containerNode.elements.length === 0) return literalFragment(generation, false)
  const [element, container] = generation.values(args)
  if (!elementNode || !containerNode || !element || !container) throw new Error('membership has two sides')
  const { code } = generation
  const fails = element.fails || container.fails
  const type = generation.typeOf(containerNode)
  const kind = generation.typeOf(elementNode).kind
  if (type.kind === 'list' && identical.has(type.element.kind)) {
    const isExact = type.element.kind === kind || decidesAlone(type.element.kind)
    const { constant } = container
    if (isExact && Array.isArray(constant) && constant.length > setSize) {
      return fragment(`${code.constant(`new Set(${container.js})`)}.has(${element.js})`, { fails })
    }
    if (isExact) return fragment(`${container.js}.includes(${element.js})`, { fails })
  }
  const callee = code.core('isIn')
  if (type.kind === 'list' || type.kind === 'map')
    return fragment(`${callee}(${element.js}, ${container.js})`, { fails })
  return fragment(generation.call(offset, callee, [element, container]), { fails: true })
}
