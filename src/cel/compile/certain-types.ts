/**
 * What types values are certain to have. The checker's types are not enough: it takes a value of unknown type for what
 * its first use needs (`(object.list + [])[0] < 5` makes it an int), which the value need not be. Here types follow from
 * literals, declarations and the overloads' signatures alone; everything else is dyn.
 */
import type { Checked } from '../check/checked.ts'
import { childrenOf } from '../syntax/children.ts'
import type { Call, Expression, ListTransform, MapTransform, Quantifier, Select } from '../syntax/expression.ts'
import {
  boolType,
  dynType,
  heldType,
  intType,
  isOptionalType,
  listType,
  mapType,
  objectType,
  optionalType,
  type Type,
  typeOfType
} from '../type.ts'
import { joinTypes, resultFor } from './signature-match.ts'

/** The certain type of each node, by id. */
export function certainTypes(checked: Checked): ReadonlyMap<number, Type> {
  const types = new Map<number, Type>()
  infer({ checked, types, scope: new Map() }, checked.expression)
  return types
}

interface Inference {
  readonly checked: Checked
  readonly types: Map<number, Type>
  /** Types of local variables. */
  readonly scope: ReadonlyMap<string, Type>
}

function infer(inference: Inference, node: Expression): Type {
  const type = typeOfName(inference, node) ?? typeOfNode(inference, node)
  inference.types.set(node.id, type)
  return type
}

function typeOfName({ checked, scope }: Inference, { id, kind }: Expression): Type | undefined {
  const reference = checked.references.get(id)
  if (reference?.kind === 'type' && kind !== 'message') return typeOfType()
  if (reference?.kind !== 'variable') return undefined
  const { name, local } = reference
  return (local ? scope.get(name) : checked.environment.variables.get(name)) ?? dynType
}

function typeOfNode(inference: Inference, node: Expression): Type {
  switch (node.kind) {
    case 'literal':
      return inference.checked.types.get(node.id) ?? dynType
    case 'identifier':
      return dynType
    case 'select':
      return typeOfSelect(inference, node)
    case 'call':
      return typeOfCall(inference, node)
    case 'list':
      return listType(join(node.elements.map((element) => typeOfElement(inference, element))))
    case 'map': {
      const keys = node.entries.map(({ key }) => infer(inference, key))
      return mapType(join(keys), join(node.entries.map((entry) => typeOfElement(inference, entry))))
    }
    case 'message':
      for (const part of childrenOf(node)) infer(inference, part)
      return objectType(node.type.replace(/^\./, ''))
    case 'binding':
      return infer(withLocals(inference, [[node.variable, infer(inference, node.value)]]), node.body)
    case 'quantifier':
      infer(insideLoop(inference, node), node.predicate)
      return boolType
    default:
      return typeOfTransform(inference, node)
  }
}

function typeOfElement(inference: Inference, { value, optional }: { value: Expression; optional: boolean }): Type {
  const type = infer(inference, value)
  return optional ? heldType(type) : type
}

/** What all of the types have in common; dyn where there are none. */
function join(types: readonly Type[]): Type {
  return types.length === 0 ? dynType : types.reduce(joinTypes)
}

function typeOfSelect(inference: Inference, { operand, field, mode }: Select): Type {
  const operandType = infer(inference, operand)
  if (mode === 'presence') return boolType
  const from = heldType(operandType)
  const type = fieldType(inference, from, field)
  return mode === 'optional' || isOptionalType(operandType) ? optionalType(type) : type
}

function fieldType({ checked }: Inference, from: Type, field: string): Type {
  if (from.kind === 'map') return from.value
  if (from.kind !== 'object') return dynType
  return checked.environment.types.field(from.name, field)?.type ?? dynType
}

function typeOfCall(inference: Inference, call: Call): Type {
  const reference = inference.checked.references.get(call.id)
  const isQualified = reference?.kind === 'function' && reference.qualified
  const parts = isQualified ? call.args : childrenOf(call)
  const types = parts.map((part) => infer(inference, part))
  const [first = dynType, second = dynType, third = dynType] = types
  switch (call.name) {
    case '_&&_':
    case '_||_':
      return boolType
    case '_?_:_':
      return joinTypes(second, third)
    case 'or':
      // The second is the result as it is, and may be null.
      return isOptionalType(first) && isOptionalType(second) ? joinTypes(first, second) : dynType
    case '_[_]':
    case '_[?_]': {
      const element = elementType(heldType(first))
      return call.name === '_[?_]' || isOptionalType(first) ? optionalType(element) : element
    }
  }
  return reference?.kind === 'function'
    ? join(reference.overloads.map((overload) => resultFor(overload, types)))
    : dynType
}

function elementType(type: Type): Type {
  if (type.kind === 'list') return type.element
  return type.kind === 'map' ? type.value : dynType
}

function typeOfTransform(inference: Inference, loop: ListTransform | MapTransform): Type {
  const inside = insideLoop(inference, loop)
  if (loop.filter !== undefined) infer(inside, loop.filter)
  const transformed = infer(inside, loop.transform)
  if (loop.kind === 'listTransform') return listType(transformed)
  if (loop.result === 'value') return mapType(inside.scope.get(loop.variables[0]) ?? dynType, transformed)
  return transformed.kind === 'map' ? transformed : mapType(dynType, dynType)
}

/** The inference within a loop, where its variables are known. */
function insideLoop(inference: Inference, { range, variables }: Quantifier | ListTransform | MapTransform): Inference {
  const type = infer(inference, range)
  const [first, second] = variables
  if (second === undefined) return withLocals(inference, [[first, type.kind === 'map' ? type.key : elementType(type)]])
  const key = type.kind === 'map' ? type.key : intType
  const locals = [[first, type.kind === 'dyn' ? dynType : key] as const, [second, elementType(type)] as const]
  return withLocals(inference, locals)
}

function withLocals(inference: Inference, locals: readonly (readonly [string, Type])[]): Inference {
  return { ...inference, scope: new Map([...inference.scope, ...locals]) }
}
