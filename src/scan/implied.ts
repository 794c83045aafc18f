import type { Control } from '../controls/control.ts'
import { covers } from './failing-set.ts'
import type { Failure } from './failure.ts'

/** Which controls' failures cover a failure of which weaker control, directly or through others. */
export type Implications = ReadonlyMap<string, ReadonlySet<string>>

/** Weaker control id → ids of the stricter controls among `controls`. */
export function implicationsOf(controls: readonly Control[]): Implications {
  const byId = new Map(controls.map((control) => [control.id, control]))
  const stricter = new Map<string, Set<string>>()
  for (const control of controls) {
    const open = [...(control.implies ?? [])]
    const seen = new Set<string>()
    for (let weaker = open.pop(); weaker !== undefined; weaker = open.pop()) {
      if (seen.has(weaker)) continue
      seen.add(weaker)
      const set = stricter.get(weaker) ?? new Set()
      stricter.set(weaker, set.add(control.id))
      open.push(...(byId.get(weaker)?.implies ?? []))
    }
  }
  return stricter
}

/**
 * Leaves out each failure that a stricter control's failure on the same item says already, unless a framework was
 * selected that asks for the weaker control alone.
 */
export function withoutImplied(failures: readonly Failure[], implications: Implications): readonly Failure[] {
  if (!failures.some(({ planned }) => implications.has(planned.control.id))) return failures
  return failures.filter((weaker) => {
    const stricter = implications.get(weaker.planned.control.id)
    if (stricter === undefined) return true
    return !failures.some(
      (other) =>
        stricter.has(other.planned.control.id) && concernsItem(other, weaker) && covers(other.fails, weaker.fails)
    )
  })
}

/** The same item, or the pod or container that the weaker failure's item lies in. */
function concernsItem(stricter: Failure, weaker: Failure): boolean {
  const { path } = stricter.item
  return path.length <= weaker.item.path.length && path.every((step, index) => step === weaker.item.path[index])
}
