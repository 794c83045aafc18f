/**
 * From the checked tree to JavaScript. User text never becomes code: names are generated and values are literals.
 */
import type { Call, Expression, Identifier } from '../syntax/expression.ts'
import { isOptionalType } from '../type.ts'
import { generateBinding } from './bindings.ts'
import { generateCall } from './calls.ts'
import { isChain } from './chain-steps.ts'
import { boxed, generateChain, generatePresence } from './chains.ts'
import { generateEquality, generateMembership } from './comparisons.ts'
import { chooseMaybe, generateConditional, generateLogic } from './conditionals.ts'
import { type Fragment, fragment, type Maybe } from './fragment.ts'
import type { Generation, Makers, Unbox } from './generation.ts'
import { generateList, generateMap, generateMessage, literalFragment } from './literals.ts'
import { generateListTransform, generateMapTransform, generateQuantifier } from './loops.ts'
import { maybeCall, optionalCall } from './optional-calls.ts'

function value(generation: Generation, node: Expression): Fragment {
  const reference = generation.referenceOf(node)
  if (reference?.kind === 'variable' && !reference.local) return generation.variable(reference.name)
  switch (node.kind) {
    case 'literal':
      return literalFragment(generation, node.value)
    case 'identifier':
      return identifier(generation, node)
    case 'select':
      return select(generation, node)
    case 'call':
      return call(generation, node)
    case 'list':
      return generateList(generation, node)
    case 'map':
      return generateMap(generation, node)
    case 'message':
      return generateMessage(generation, node)
    case 'quantifier':
      return generateQuantifier(generation, node)
    case 'listTransform':
      return generateListTransform(generation, node)
    case 'mapTransform':
      return generateMapTransform(generation, node)
    case 'binding':
      return generateBinding(generation, node, (body) => generation.value(body))
  }
}

function identifier(generation: Generation, node: Identifier): Fragment {
  const reference = generation.referenceOf(node)
  if (reference?.kind === 'type') return typeValue(generation, reference.name)
  const local = generation.local(node.name)
  if (local === undefined) throw new Error(`${node.name} was not resolved`)
  return 'none' in local ? fragment(boxed(generation, local)) : local
}

function typeValue({ code }: Generation, name: string): Fragment {
  return fragment(code.constant(`new ${code.core('CelType')}(${JSON.stringify(name)})`), { stable: true })
}

function select(generation: Generation, node: Expression & { kind: 'select' }): Fragment {
  const reference = generation.referenceOf(node)
  if (reference?.kind === 'type') return typeValue(generation, reference.name)
  return node.mode === 'presence'
    ? generatePresence(generation, node)
    : box(generation, generateChain(generation, node))
}

function call(generation: Generation, node: Call): Fragment {
  switch (node.name) {
    case '_&&_':
    case '_||_':
      return generateLogic(generation, node)
    case '_?_:_':
      return generateConditional(generation, node)
    case '_[_]':
    case '_[?_]':
      return box(generation, generateChain(generation, node))
    case '_==_':
    case '_!=_':
      return generateEquality(generation, node)
    case '@in':
      return generateMembership(generation, node)
  }
  const held = maybeCall(generation, node)
  return held ? box(generation, held) : (optionalCall(generation, node) ?? generateCall(generation, node))
}

function box(generation: Generation, made: Fragment | Maybe): Fragment {
  return 'none' in made ? fragment(boxed(generation, made), { fails: made.fails }) : made
}

function maybe(generation: Generation, node: Expression, unbox: Unbox): Maybe {
  const direct = directMaybe(generation, node)
  if (direct !== undefined) return direct
  const made = generation.value(node)
  const js = generation.call(node.offset, generation.code.core(unbox), [made])
  return { ...fragment(js, { fails: true, plain: made.plain }), none: 'undefined' }
}

/** What an optional holds, of nodes that need not make it. */
function directMaybe(generation: Generation, node: Expression): Maybe | undefined {
  if (!isOptionalType(generation.typeOf(node))) return undefined
  if (isChain(generation, node)) {
    const made = generateChain(generation, node)
    return 'none' in made ? made : unboxed(made)
  }
  if (node.kind === 'identifier') {
    const local = generation.local(node.name)
    return local && 'none' in local && !node.name.startsWith('.') ? local : undefined
  }
  if (node.kind === 'binding') return generateBinding(generation, node, (body) => generation.maybe(body))
  if (node.kind !== 'call') return undefined
  return node.name === '_?_:_' ? chooseMaybe(generation, node) : maybeCall(generation, node)
}

/** What a chain holds that the runtime made an optional of. */
function unboxed({ js, fails, plain }: Fragment): Maybe {
  return { ...fragment(`${js}.value`, { fails, plain }), none: 'undefined' }
}

export const makers: Makers = { value, maybe }
