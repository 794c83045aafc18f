import fc from 'fast-check'
import { templates } from './templates.ts'

/** A part of the kind that fits is this many times as likely as one of any kind. */
const fittingWeight = 20

/** `<int>`, `<=list>`. */
const hole = /<(=?)([a-z]+)>/g

/** Arbitrary expressions, mostly well typed. */
export const expressions: fc.Arbitrary<string> = fc.letrec<Record<string, string>>((part) => {
  const fill = (template: string): fc.Arbitrary<string> => {
    const holes = [...template.matchAll(hole)].map(([, exact, kind = 'any']) => (exact ? part(kind) : fitting(kind)))
    const pieces = template.replaceAll(hole, '\0').split('\0')
    return fc.tuple(...holes).map((made) => pieces.map((piece, index) => piece + (made[index] ?? '')).join(''))
  }
  const fitting = (kind: string): fc.Arbitrary<string> => {
    if (kind === 'field') return part(kind)
    return fc.oneof({ weight: fittingWeight, arbitrary: part(kind) }, { weight: 1, arbitrary: part('any') })
  }
  const kinds = Object.entries(templates).map(([kind, { leaves, from }]) => {
    const whole = fc.oneof(
      { depthIdentifier: 'expression', maxDepth: 4 },
      fc.constantFrom(...leaves),
      ...from.map(fill)
    )
    return [kind, whole]
  })
  return Object.fromEntries(kinds)
}).any as fc.Arbitrary<string>
