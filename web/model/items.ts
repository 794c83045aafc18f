import type { AnsweringControl, FrameworkData, ItemData, VerdictName } from '../../src/report/html/framework-data.ts'

/** What needs somebody first. */
export const verdicts: readonly VerdictName[] = ['fail', 'unknown', 'excepted', 'pass', 'notApplicable']

/** Verdicts in words. */
export const verdictNames: Readonly<Record<VerdictName, string>> = {
  fail: 'fail',
  unknown: 'unknown',
  excepted: 'excepted',
  pass: 'pass',
  notApplicable: 'not applicable'
}

/** Items of a framework that stand together. */
export interface ItemChapter {
  /** Null where the framework has no chapters. */
  readonly title: string | null
  readonly items: readonly ItemData[]
}

/** The items by chapter, in the framework's order. */
export function chaptersOf(items: readonly ItemData[]): readonly ItemChapter[] {
  return [...Map.groupBy(items, ({ chapter }) => chapter)].map(([title, own]) => ({ title, items: own }))
}

/** How many items have each verdict. */
export function verdictCounts(items: readonly ItemData[]): Readonly<Record<VerdictName, number>> {
  const counts = { pass: 0, fail: 0, unknown: 0, excepted: 0, notApplicable: 0 }
  for (const { status } of items) counts[status]++
  return counts
}

/** Which items somebody wants to see. */
export interface ItemFilter {
  /** Every verdict where it is empty. */
  readonly verdicts: ReadonlySet<VerdictName>
  /** Words that an item has to name, itself or by its controls; every item where there are none. */
  readonly query: string
}

/** The items that a filter lets through. */
export function filteredItems({ items, controls }: FrameworkData, filter: ItemFilter): readonly ItemData[] {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean)
  return items.filter((item) => {
    if (filter.verdicts.size > 0 && !filter.verdicts.has(item.status)) return false
    const own = item.controls.flatMap((index) => [controls[index]?.id, controls[index]?.title])
    const text = [item.id, item.title, item.chapter, item.evidence, ...own].join('\n').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** One finding of a control. */
export interface Found {
  readonly object: string
  /** Empty for a live object. */
  readonly place: string
  readonly message: string
  /** Empty for a failure. */
  readonly note: string
  readonly status: AnsweringControl['statuses'][number]
}

/** The first findings of a control. */
export function foundBy(control: AnsweringControl, texts: readonly string[], most: number): readonly Found[] {
  const text = (column: readonly number[], index: number): string => texts[column[index] ?? 0] ?? ''
  return control.object.slice(0, most).map((_, index) => ({
    object: text(control.object, index),
    place: text(control.place, index),
    message: text(control.message, index),
    note: text(control.note, index),
    status: control.statuses[control.status[index] ?? 0] ?? 'fail'
  }))
}
