/**
 * When a value of one type may stand where another is wanted: unification with gradual `dyn`, in cel-go's order of
 * rules (checker/types.go), since its answers decide which expressions the API server accepts.
 */
import type { Type } from '../type.ts'
import { partsOf, type Substitution, sameType } from './substitution.ts'

/** Whether each type of `from` is assignable to the one in its place in `to`. What that takes is added to `solved`. */
export function assign(solved: Substitution, from: readonly Type[], to: readonly Type[]): boolean {
  return solved.try(() => allAssignable(solved, from, to))
}

function allAssignable(solved: Substitution, from: readonly Type[], to: readonly Type[]): boolean {
  return from.length === to.length && from.every((type, index) => isAssignable(solved, type, to[index] ?? type))
}

function isAssignable(solved: Substitution, from: Type, to: Type): boolean {
  if (to.kind === 'parameter') {
    if (canStandFor(solved, from, to)) return true
    if (solved.find(to) !== undefined) return false
  }
  if (from.kind === 'parameter') return canStandFor(solved, to, from)
  if (isWild(from) || isWild(to)) return true
  if (from.kind === 'null') return isNullable(to)
  if (to.kind === 'null') return isNullable(from)
  if (from.kind !== to.kind) return false
  switch (from.kind) {
    case 'type':
      return true
    case 'list':
    case 'map':
    case 'opaque':
      if (from.kind === 'opaque' && to.kind === 'opaque' && from.name !== to.name) return false
      return allAssignable(solved, partsOf(from), partsOf(to))
    default:
      return sameType(from, to)
  }
}

/** Whether `type` can be what `parameter` is, noting it where that is new. */
function canStandFor(solved: Substitution, type: Type, parameter: Type): boolean {
  if (sameType(type, parameter)) return true
  const known = solved.find(parameter)
  if (known === undefined) {
    if (!isFreeOf(solved, parameter, type)) return false
    solved.add(parameter, type)
    return true
  }
  if (sameType(type, known)) return true
  if (!isAssignable(solved, type, known)) return false
  const general = moreGeneral(type, known)
  if (isFreeOf(solved, parameter, general)) solved.add(parameter, general)
  return true
}

/** Whether the parameter occurs nowhere in the type: it cannot be a part of itself. */
function isFreeOf(solved: Substitution, parameter: Type, type: Type): boolean {
  if (sameType(parameter, type)) return false
  if (type.kind === 'parameter') {
    const known = solved.find(type)
    return known === undefined || isFreeOf(solved, parameter, known)
  }
  return partsOf(type).every((part) => isFreeOf(solved, parameter, part))
}

/** Of two types that unify, the one that says less. */
export function moreGeneral(one: Type, other: Type): Type {
  return isAsGeneral(one, other) ? one : other
}

function isAsGeneral(one: Type, other: Type): boolean {
  if (one.kind === 'dyn' || one.kind === 'parameter') return true
  if (other.kind === 'dyn' || other.kind === 'parameter') return false
  if (one.kind !== other.kind) return false
  if (one.kind === 'type') return true
  if (one.kind !== 'list' && one.kind !== 'map' && one.kind !== 'opaque') return sameType(one, other)
  if (one.kind === 'opaque' && other.kind === 'opaque' && one.name !== other.name) return false
  const parts = partsOf(one)
  const otherParts = partsOf(other)
  return (
    parts.length === otherParts.length && parts.every((part, index) => isAsGeneral(part, otherParts[index] ?? part))
  )
}

function isWild(type: Type): boolean {
  return type.kind === 'dyn' || type.kind === 'error'
}

function isNullable(type: Type): boolean {
  return ['opaque', 'object', 'duration', 'timestamp', 'null'].includes(type.kind)
}
