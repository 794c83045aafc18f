import type { FunctionDeclaration, Library } from '../declarations.ts'
import { boolType, listType, typeParameter } from '../type.ts'
import type { CelValue } from '../values.ts'
import { isEqual } from './lists/comparable.ts'

type List = readonly CelValue[]

/** A test for membership: strings, which only strings equal, are looked up, others compared one by one. */
function membership(list: List): (element: CelValue) => boolean {
  const strings = new Set<CelValue>(list.filter((element) => typeof element === 'string'))
  const others = list.filter((element) => typeof element !== 'string')
  return (element) => {
    return typeof element === 'string' ? strings.has(element) : others.some((other) => isEqual(element, other))
  }
}

function contains(list: List, sublist: List): boolean {
  return sublist.every(membership(list))
}

function declare(name: string, call: (list: List, other: List) => boolean): FunctionDeclaration {
  const list = listType(typeParameter('T'))
  const id = `list_sets_${name}_list`
  return { name: `sets.${name}`, overloads: [{ id, parameters: [list, list], result: boolType, call, total: true }] }
}

/** Lists as sets: `cel.lib.ext.sets` of cel-go, in the API server since Kubernetes 1.29. */
export const setsLibrary: Library = {
  name: 'cel.lib.ext.sets',
  functions: [
    declare('contains', contains),
    declare('equivalent', (one, other) => contains(one, other) && contains(other, one)),
    declare('intersects', (one, other) => one.some(membership(other)))
  ]
}
