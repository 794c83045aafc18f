import type { Library } from '../declarations.ts'
import {
  boolType,
  bytesType,
  doubleType,
  durationType,
  intType,
  nullType,
  stringType,
  timestampType,
  typeOfType,
  uintType
} from '../type.ts'
import { collectionFunctions } from './collections.ts'
import { conversionFunctions } from './conversions.ts'
import { operatorFunctions } from './operators.ts'
import { optionalFunctions } from './optionals.ts'
import { listOfA, mapOfAB, optionalOfA } from './signatures.ts'
import { stringFunctions } from './strings.ts'
import { timeFunctions } from './time.ts'

const standard: Library = {
  name: 'stdlib',
  functions: [
    ...operatorFunctions,
    ...collectionFunctions,
    ...conversionFunctions,
    ...stringFunctions,
    ...timeFunctions
  ],
  types: [
    boolType,
    bytesType,
    doubleType,
    durationType,
    intType,
    listOfA,
    mapOfAB,
    nullType,
    stringType,
    timestampType,
    typeOfType(),
    uintType
  ]
}

const optional: Library = { name: 'optional', functions: optionalFunctions, types: [optionalOfA] }

/** In every environment: the CEL specification and optionals. */
export const standardLibraries: readonly Library[] = [standard, optional]
