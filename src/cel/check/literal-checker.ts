/** List, map and message literals. The elements of one literal have one type, as the API server wants it. */
import type { ListLiteral, MapLiteral, MessageLiteral } from '../syntax/expression.ts'
import { dynType, formatType, heldType, isOptionalType, listType, mapType, optionalType, type Type } from '../type.ts'
import { moreGeneral } from './assignability.ts'
import type { CheckContext } from './check-context.ts'
import { objectFieldType } from './select-checker.ts'

export function checkList(context: CheckContext, { elements }: ListLiteral): Type {
  let type: Type | undefined
  for (const { value, optional } of elements) {
    const checked = context.check(value)
    const element = optional ? unwrap(context, checked, value.offset) : checked
    type = join(context, type, element)
  }
  return listType(type ?? context.freshParameter())
}

export function checkMap(context: CheckContext, { entries }: MapLiteral): Type {
  let keyType: Type | undefined
  let valueType: Type | undefined
  for (const { key, value, optional } of entries) {
    keyType = join(context, keyType, context.check(key))
    const checked = context.check(value)
    const element = optional ? unwrap(context, checked, value.offset) : checked
    valueType = join(context, valueType, element)
  }
  return mapType(keyType ?? context.freshParameter(), valueType ?? context.freshParameter())
}

export function checkMessage(context: CheckContext, message: MessageLiteral): Type {
  const name = message.type.replace(/^\./, '')
  const named = context.environment.typeNamed(name)
  if (named === undefined) return context.reportUndeclared(message.offset, message.type, [])
  const type = named.kind === 'type' && named.of?.kind === 'object' ? named.of : undefined
  if (type === undefined) return context.report(message.offset, `'${name}' is not a message type`)
  context.references.set(message.id, { kind: 'type', name })
  for (const field of message.fields) {
    const checked = context.check(field.value)
    const declared = objectFieldType(context, name, field.name, field.offset)
    const given = field.optional ? unwrap(context, checked, field.value.offset) : checked
    if (context.accept([declared], [given])) continue
    const types = `'${formatType(declared)}' but provided type is '${formatType(given)}'`
    context.report(field.offset, `expected type of field '${field.name}' is ${types}`)
  }
  return type
}

/** What `?element` holds; anything but an optional (or dyn) is an issue. */
function unwrap(context: CheckContext, type: Type, offset: number): Type {
  if (isOptionalType(type)) return heldType(type)
  if (type.kind !== 'dyn') context.reportMismatch(offset, optionalType(type), type)
  return type
}

/**
 * The type of a literal's elements so far and one more, dyn where they differ: the validators refuse that later, except
 * in arguments of functions that take mixed ones.
 */
function join(context: CheckContext, known: Type | undefined, added: Type): Type {
  if (known === undefined) return added
  return context.accept([known], [added]) ? moreGeneral(known, added) : dynType
}
