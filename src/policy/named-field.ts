import { childrenOf } from '../cel/syntax/children.ts'
import type { Expression } from '../cel/syntax/expression.ts'
import type { Path } from '../estate/path.ts'
import type { CompiledExpression, Policy } from './policy.ts'

/**
 * The field of the object that an expression plainly names: the part that all its selections from `object` share, or where
 * it has none, those of the variables that it uses. Empty where they share nothing.
 */
export function namedField(policy: Policy, { tree }: CompiledExpression): Path {
  const own: string[][] = []
  const used = new Set<string>()
  collect(tree, own, used)
  if (own.length > 0) return sharedPart(own)
  // Those that variables use are added to the end of what is gone through.
  for (const name of used) {
    const variable = policy.variables.find((one) => one.name === name)
    if (variable !== undefined) collect(variable.tree, own, used)
  }
  return sharedPart(own)
}

function sharedPart([first = [], ...others]: readonly string[][]): Path {
  let length = first.length
  for (const path of others) {
    let shared = 0
    while (shared < length && path[shared] === first[shared]) shared++
    length = shared
  }
  return first.slice(0, length)
}

/** Notes the selections from `object`, and the variables that are used. */
function collect(node: Expression, paths: string[][], used: Set<string>): void {
  const chain = chainOf(node)
  if (chain === null) {
    for (const child of childrenOf(node)) collect(child, paths, used)
    return
  }
  const [root = '', ...path] = chain
  if (root === 'object') paths.push(path)
  if (root === 'variables' && path[0] !== undefined) used.add(path[0])
}

/** The names of `object.a.?b.c`; null where a node is no such chain from a name. */
function chainOf(node: Expression): string[] | null {
  if (node.kind === 'identifier') return [node.name]
  if (node.kind !== 'select') return null
  const chain = chainOf(node.operand)
  chain?.push(node.field)
  return chain
}
