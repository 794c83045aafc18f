/** What generated code uses of the runtime besides the functions of libraries. */
import { chain, chainHas, index, indexIfPresent, property } from '../runtime/access.ts'
import { caught, toCondition, unbound } from '../runtime/boundary.ts'
import { elementsOf, isIn, pairsOf } from '../runtime/collection.ts'
import { doubleIfAny, toDouble } from '../runtime/conversion.ts'
import { equal, notEqual } from '../runtime/equality.ts'
import { noSuchKey, outOfBounds } from '../runtime/fault.ts'
import { MapBuilder } from '../runtime/map-builder.ts'
import {
  boxOptional,
  holdsValue,
  isNone,
  noneDereference,
  presentElements,
  unboxInitializer,
  unboxOptional,
  unlessZero
} from '../runtime/optional.ts'
import { CelDouble, CelType, CelUint } from '../values.ts'

export const core = {
  CelDouble,
  CelType,
  CelUint,
  MapBuilder,
  boxOptional,
  caught,
  chain,
  chainHas,
  doubleIfAny,
  elementsOf,
  equal,
  holdsValue,
  index,
  indexIfPresent,
  isIn,
  isNone,
  noSuchKey,
  noneDereference,
  notEqual,
  outOfBounds,
  pairsOf,
  presentElements,
  property,
  toCondition,
  toDouble,
  unbound,
  unboxInitializer,
  unboxOptional,
  unlessZero
}

export type Core = typeof core
