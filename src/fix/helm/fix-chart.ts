import { isDeepStrictEqual } from 'node:util'
import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import { type Path, valueAt } from '../../estate/path.ts'
import type { Change } from '../../yaml/edit/change.ts'
import { changed } from '../../yaml/edit/changed.ts'
import type { Files, Outcome, Wish } from '../rendered/wish.ts'
import { isBetween, isReached } from './between.ts'
import { candidatesFor, pathsIn } from './candidates.ts'
import { type ChartObject, type ChartSource, scopeOf } from './chart-values.ts'
import { valuesNamedIn } from './references.ts'
import { effectiveValues, writeValue } from './values-text.ts'

/**
 * Has a chart render its objects as wished, by its values: for each field, the values that may become it are tried, the
 * likeliest first. Nothing is taken for done unless Helm renders exactly what is wished, and nothing else otherwise.
 * What no value sets stands in a template, which nobody edits but its author.
 */
export function fixChart(chart: ChartSource, wishes: readonly Wish[]): Outcome {
  const before = chart.render(new Map())
  if ('problem' in before) {
    return { files: new Map(), done: [], refused: wishes.map((wish) => ({ wish, reason: before.problem })) }
  }
  return new ChartFix(chart, before).fix(wishes)
}

/** A wish with the place of its object among those that Helm renders. */
interface Placed {
  readonly wish: Wish
  readonly index: number
}

/** Files, and what Helm renders of them. */
interface State {
  readonly files: Files
  readonly objects: readonly ChartObject[]
}

class ChartFix {
  readonly #chart: ChartSource
  readonly #before: readonly ChartObject[]
  readonly #named: ReadonlyMap<string, readonly Path[]>
  /** Where among the values a mapping of an object comes from, as far as it was found. */
  readonly #sources = new Map<string, Path>()
  #after: readonly Mapping[] = []
  #state: State

  constructor(chart: ChartSource, before: readonly ChartObject[]) {
    this.#chart = chart
    this.#before = before
    this.#state = { files: new Map(), objects: before }
    this.#named = new Map(
      chart.templates.map(({ name, text }) => {
        const scope = scopeOf(name)
        return [name, valuesNamedIn(text).map((path) => (path[0] === 'global' ? path : [...scope, ...path]))]
      })
    )
  }

  fix(wishes: readonly Wish[]): Outcome {
    const done: Wish[] = []
    const refused: { wish: Wish; reason: string }[] = []
    const placed: Placed[] = []
    for (const wish of wishes) {
      const index = this.#before.findIndex(({ object }) => isDeepStrictEqual(object, wish.resource.object))
      if (index < 0) refused.push({ wish, reason: 'Helm does not render this object by itself' })
      else placed.push({ wish, index })
    }
    this.#after = this.#before.map(({ object }, index) => {
      const changes = placed.flatMap((each) => (each.index === index ? each.wish.changes : []))
      const after = changed(object, changes)
      return isMapping(after) ? after : object
    })
    for (const each of placed) {
      const missing = this.#grant(each)
      if (missing === null) done.push(each.wish)
      else refused.push({ wish: each.wish, reason: missing })
    }
    return { files: this.#state.files, done, refused }
  }

  /** Null where all changes of the wish came about; else why not, and then none of them is kept. */
  #grant({ wish, index }: Placed): string | null {
    const before = this.#state
    for (const change of wish.changes) {
      if (isReached(this.#state.objects[index]?.object, change) || this.#reach(change, index)) continue
      this.#state = before
      return 'no value of the chart sets this field alone: it is to be changed in the template'
    }
    return null
  }

  #reach(change: Change, index: number): boolean {
    const values = effectiveValues(this.#chart, this.#state.files)
    for (const path of this.#places(change, index, values)) {
      for (const writes of attempts({ ...change, path }, values)) {
        const files = new Map(this.#state.files)
        if (!writes.every((write) => writeValue(this.#chart, write, files))) continue
        const objects = this.#chart.render(files)
        if ('problem' in objects || !this.#isWished(objects) || !isReached(objects[index]?.object, change)) continue
        this.#state = { files, objects }
        this.#learn(change.path, path, index)
        return true
      }
    }
    return false
  }

  #isWished(objects: readonly ChartObject[]): boolean {
    return (
      objects.length === this.#before.length &&
      objects.every(({ object }, at) => isBetween(object, this.#before[at]?.object, this.#after[at]))
    )
  }

  #places(change: Change, index: number, values: Mapping): Path[] {
    const known = this.#sources.get(sourceKey(index, change.path.slice(0, -1)))
    const learned = known === undefined ? [] : [[...known, ...change.path.slice(-1)]]
    const { object, template } = this.#before[index] ?? { object: {}, template: null }
    const own = (template === null ? undefined : this.#named.get(template)) ?? []
    const all = [...pathsIn(values), ...[...this.#named.values()].flat()]
    const unique = [...new Map(all.map((path) => [path.join('\0'), path])).values()]
    const field = {
      path: change.path,
      names: namesOf(object, change.path),
      named: new Set(own.map((each) => each.join('.')))
    }
    return [...learned, ...candidatesFor(field, values, unique).map(({ path }) => path)]
  }

  /** Fields of one mapping mostly come from one place. */
  #learn(field: Path, value: Path, index: number): void {
    if (field.at(-1) === value.at(-1) && typeof field.at(-1) === 'string') {
      this.#sources.set(sourceKey(index, field.slice(0, -1)), value.slice(0, -1))
    }
  }
}

/** Some charts leave a mapping out until its `enabled` is true. */
function attempts(write: Change, values: Mapping): Change[][] {
  const switchPath = [...write.path.slice(0, -1), 'enabled']
  return valueAt(values, switchPath) === false ? [[write], [write, { path: switchPath, set: true }]] : [[write]]
}

function sourceKey(index: number, path: Path): string {
  return JSON.stringify([index, ...path])
}

/** The names of everything on the way to a field, and of the object's component. */
function namesOf(object: Mapping, path: Path): string[] {
  const names: string[] = []
  for (const [depth, step] of path.entries()) {
    if (typeof step !== 'number') continue
    const element = valueAt(object, path.slice(0, depth + 1))
    const name = isMapping(element) ? stringAt(element, 'name') : null
    if (name !== null) names.push(name)
  }
  const labels = mappingAt(mappingAt(object, 'metadata') ?? {}, 'labels') ?? {}
  const component = stringAt(labels, 'app.kubernetes.io/component')
  return component === null ? names : [...names, component]
}
