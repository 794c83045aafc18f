/** Indexing, membership, size, and the insertion that map comprehensions are checked against. */
import type { FunctionDeclaration } from '../declarations.ts'
import { index, indexIfPresent } from '../runtime/access.ts'
import { isIn } from '../runtime/collection.ts'
import { MapBuilder } from '../runtime/map-builder.ts'
import { boxOptional } from '../runtime/optional.ts'
import { size } from '../runtime/size.ts'
import { boolType, bytesType, intType, optionalType, stringType, type Type } from '../type.ts'
import type { CelValue } from '../values.ts'
import { listOfA, mapOfAB, optionalOfA, paramA, paramB, type Signature, selfDispatching } from './signatures.ts'

const optionalOfB = optionalType(paramB)

const sized: Readonly<Record<string, Type>> = { bytes: bytesType, list: listOfA, map: mapOfAB, string: stringType }

const sizes = Object.entries(sized).flatMap(([name, type]): Signature[] => {
  const inline = name === 'list' ? { inline: (list = '') => `${list}.length` } : {}
  return [
    [`size_${name}`, [type], intType, { total: true, ...inline }],
    [`${name}_size`, [type], intType, { total: true, member: true, ...inline }]
  ]
})

function insert(map: CelValue, ...entry: CelValue[]): CelValue {
  const builder = new MapBuilder()
  builder.insertAll(map)
  const [key = null, value] = entry
  if (value === undefined) builder.insertAll(key)
  else builder.insert(key, value)
  return builder.build()
}

export const collectionFunctions: readonly FunctionDeclaration[] = [
  selfDispatching('_[_]', index, [
    ['index_list', [listOfA, intType], paramA],
    ['index_map', [mapOfAB, paramA], paramB],
    ['optional_list_index_int', [optionalType(listOfA), intType], optionalOfA],
    ['optional_map_index_value', [optionalType(mapOfAB), paramA], optionalOfB]
  ]),
  selfDispatching('_[?_]', (value: CelValue, key: CelValue) => boxOptional(indexIfPresent(value, key)), [
    ['list_optindex_optional_int', [listOfA, intType], optionalOfA],
    ['optional_list_optindex_optional_int', [optionalType(listOfA), intType], optionalOfA],
    ['map_optindex_optional_value', [mapOfAB, paramA], optionalOfB],
    ['optional_map_optindex_optional_value', [optionalType(mapOfAB), paramA], optionalOfB]
  ]),
  selfDispatching('@in', isIn, [
    ['in_list', [paramA, listOfA], boolType, { total: true }],
    ['in_map', [paramA, mapOfAB], boolType, { total: true }]
  ]),
  selfDispatching('size', size, sizes),
  selfDispatching('cel.@mapInsert', insert, [
    ['@mapInsert_map_key_value', [mapOfAB, paramA, paramB], mapOfAB],
    ['@mapInsert_map_map', [mapOfAB, mapOfAB], mapOfAB]
  ])
]
