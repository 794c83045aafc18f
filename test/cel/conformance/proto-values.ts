/** Values and types of the conformance data in this project's form. */
import { parseDuration } from '../../../src/cel/runtime/duration.ts'
import { MapBuilder } from '../../../src/cel/runtime/map-builder.ts'
import { double, int } from '../../../src/cel/runtime/number.ts'
import { parseTimestamp } from '../../../src/cel/runtime/timestamp.ts'
import {
  boolType,
  bytesType,
  doubleType,
  durationType,
  dynType,
  intType,
  listType,
  mapType,
  nullType,
  opaqueType,
  stringType,
  type Type,
  timestampType,
  typeOfType,
  typeParameter,
  uintType
} from '../../../src/cel/type.ts'
import { CelType, CelUint, type CelValue } from '../../../src/cel/values.ts'
import type { ProtoType, ProtoValue } from './conformance-data.ts'

/** A value, or undefined where it is a message that the language itself does not have. */
export function celValueOf(proto: ProtoValue): CelValue | undefined {
  if (proto.int64Value !== undefined) return int(BigInt(proto.int64Value))
  if (proto.uint64Value !== undefined) return new CelUint(BigInt(proto.uint64Value))
  if (proto.doubleValue !== undefined) return double(Number(proto.doubleValue))
  if (proto.bytesValue !== undefined) return new Uint8Array(Buffer.from(proto.bytesValue, 'base64'))
  if (proto.typeValue !== undefined) return new CelType(proto.typeValue)
  if (proto.listValue !== undefined) return allOf((proto.listValue.values ?? []).map(celValueOf))
  if (proto.mapValue !== undefined) return mapOf(proto.mapValue)
  if (proto.objectValue !== undefined) return messageOf(proto.objectValue)
  return proto.boolValue ?? proto.stringValue ?? proto.nullValue
}

function allOf<T>(items: readonly (T | undefined)[]): T[] | undefined {
  const present = items.filter((item) => item !== undefined)
  return present.length === items.length ? present : undefined
}

function mapOf({ entries = [] }: NonNullable<ProtoValue['mapValue']>): CelValue | undefined {
  const builder = new MapBuilder()
  for (const entry of entries) {
    const key = celValueOf(entry.key)
    const value = celValueOf(entry.value)
    if (key === undefined || value === undefined) return undefined
    builder.set(key, value)
  }
  return builder.build()
}

/** The messages that stand for values of the language. */
function messageOf({ '@type': type, value = '' }: NonNullable<ProtoValue['objectValue']>): CelValue | undefined {
  if (type.endsWith('google.protobuf.Timestamp')) return parseTimestamp(value)
  return type.endsWith('google.protobuf.Duration') ? parseDuration(value) : undefined
}

const named: Readonly<Record<string, Type>> = {
  BOOL: boolType,
  BYTES: bytesType,
  DOUBLE: doubleType,
  INT64: intType,
  STRING: stringType,
  UINT64: uintType,
  TIMESTAMP: timestampType,
  DURATION: durationType,
  'google.protobuf.Timestamp': timestampType,
  'google.protobuf.Duration': durationType
}

/** A type, or undefined where it is a message or a wrapper. */
export function celTypeOf(proto: ProtoType): Type | undefined {
  const name = proto.primitive ?? proto.wellKnown ?? proto.messageType
  if (name !== undefined) return named[name]
  if (proto.dyn !== undefined) return dynType
  if ('null' in proto) return nullType
  if (proto.typeParam !== undefined) return typeParameter(proto.typeParam)
  if (proto.type !== undefined) return typeOfType(celTypeOf(proto.type))
  return typeWithParts(proto)
}

function typeWithParts({ listType: list, mapType: map, abstractType: abstract }: ProtoType): Type | undefined {
  const element = list && partOf(list.elemType)
  if (element !== undefined) return listType(element)
  const key = map && partOf(map.keyType)
  const value = map && partOf(map.valueType)
  if (key !== undefined && value !== undefined) return mapType(key, value)
  const parameters = abstract && allOf((abstract.parameterTypes ?? []).map(celTypeOf))
  return abstract && parameters && opaqueType(abstract.name, ...parameters)
}

function partOf(proto: ProtoType | undefined): Type | undefined {
  return proto === undefined ? dynType : celTypeOf(proto)
}
