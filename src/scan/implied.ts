import { type Control, severities } from '../controls/control.ts'
import { formatPath } from '../estate/path.ts'
import { covers, type FailingSets } from './failing-set.ts'
import type { Failure } from './failure.ts'
import type { Item } from './item.ts'

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
 * Reports each fault once: where a stricter control fails at an item, a weaker control's failure there is left out, and
 * the stricter one's answers for the weaker one's frameworks too. Of two checks of Pod Security the graver one speaks; they
 * stay apart where levels are judged that ask for either, since their ids say which level a failure belongs to.
 */
export function withoutImplied(
  failures: readonly Failure[],
  implications: Implications,
  sets: FailingSets
): readonly Failure[] {
  if (failures.length < 2) return failures
  const reported: (Failure | null)[] = [...failures]
  const speakers = [...failures.keys()]
  // Of a few failures, looking at all is quicker than finding the near ones.
  const all = failures.length <= few ? speakers.slice() : undefined
  let places: FailuresByPlace | undefined
  for (let index = 0; index < failures.length; index++) {
    const weaker = failures[index]
    if (weaker === undefined || !implications.has(weaker.planned.control.id)) continue
    if (all === undefined) places ??= new FailuresByPlace(failures)
    const around = all ?? places?.around(weaker.item) ?? []
    const stricter = strictestOver(weaker, failures, around, implications)
    if (stricter === undefined) continue
    const speaker = speakers[stricter] ?? stricter
    const spokesman = reported[speaker]
    if (!spokesman) continue
    if (covers(spokesman.fails, weaker.fails)) reported[index] = null
    else if (!bothOfPodSecurity(spokesman, weaker)) {
      reported[index] = null
      reported[speaker] = speakingFor(spokesman, weaker, sets)
    } else if (!failsPodSecurity(weaker)) {
      const isGraver = spokesman.item.pathText === weaker.item.pathText && gravity(weaker) < gravity(spokesman)
      const [kept, dropped] = isGraver ? [index, speaker] : [speaker, index]
      reported[kept] = isGraver ? speakingFor(weaker, spokesman, sets) : speakingFor(spokesman, weaker, sets)
      reported[dropped] = null
      speakers[stricter] = kept
    }
  }
  return reported.filter((failure) => failure !== null)
}

const few = 64

/** Index of a failure that implies this one at its item and is itself implied by none there. */
function strictestOver(
  weaker: Failure,
  failures: readonly Failure[],
  around: readonly number[],
  implications: Implications
): number | undefined {
  let from = 0
  for (;;) {
    const place = stricterIn(weaker, failures, around, from, implications)
    const index = around[place]
    const candidate = index === undefined ? undefined : failures[index]
    if (candidate === undefined) return undefined
    if (stricterIn(candidate, failures, around, 0, implications) === around.length) return index
    from = place + 1
  }
}

/** The first place in `around`, at or behind `from`, of a failure that implies this one at its item; the end for none. */
function stricterIn(
  { planned, item, unknown }: Failure,
  failures: readonly Failure[],
  around: readonly number[],
  from: number,
  implications: Implications
): number {
  const stricter = implications.get(planned.control.id)
  if (stricter === undefined) return around.length
  for (let place = from; place < around.length; place++) {
    const candidate = failures[around[place] ?? -1]
    if (candidate === undefined || !stricter.has(candidate.planned.control.id)) continue
    // A verdict that could not be reached says nothing for a weaker one that was.
    if ((candidate.unknown === null || unknown !== null) && holds(candidate.item, item)) return place
  }
  return around.length
}

function bothOfPodSecurity(a: Failure, b: Failure): boolean {
  return a.planned.control.maps.pss !== undefined && b.planned.control.maps.pss !== undefined
}

function failsPodSecurity({ fails }: Failure): boolean {
  return fails.frameworks.some((name) => name.startsWith('pss-'))
}

/** The less, the graver. */
function gravity({ planned }: Failure): number {
  return severities.indexOf(planned.control.severity)
}

/** The failure of a stricter control, which answers for a weaker one's frameworks, too. */
export function speakingFor(stricter: Failure, weaker: Failure, sets: FailingSets): Failure {
  return {
    ...stricter,
    fails: sets.union(stricter.fails, weaker.fails),
    speaksFor: [...stricter.speaksFor, weaker.planned.control, ...weaker.speaksFor]
  }
}

/** The same item, or the pod or container that the inner one lies in. */
export function holds({ path: outer }: Item, { path: inner }: Item): boolean {
  if (outer === inner) return true
  for (let index = outer.length - 1; index >= 0; index--) {
    if (outer[index] !== inner[index]) return false
  }
  return true
}

/** Failures by the path of their item, so that a pod with thousands of containers is done in one pass. */
class FailuresByPlace {
  /** Path → indexes of the failures. */
  readonly #byPath = new Map<string, number[]>()
  readonly #depths = new Set<number>()

  constructor(failures: readonly Failure[]) {
    for (const [index, { item }] of failures.entries()) {
      const there = this.#byPath.get(item.pathText)
      if (there === undefined) this.#byPath.set(item.pathText, [index])
      else there.push(index)
      this.#depths.add(item.path.length)
    }
  }

  /** Those about an item or what it lies in, the outermost last. */
  around({ path, pathText }: Item): readonly number[] {
    const found = [...(this.#byPath.get(pathText) ?? [])]
    for (let depth = path.length - 1; depth >= 0; depth--) {
      if (this.#depths.has(depth)) found.push(...(this.#byPath.get(formatPath(path.slice(0, depth))) ?? []))
    }
    return found
  }
}
