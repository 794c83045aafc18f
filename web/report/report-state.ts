import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ReportData } from '../../src/report/html/report-data.ts'
import { findingWithFingerprint, fingerprintOf, placeOf } from '../model/describe.ts'
import { Excerpts } from '../model/excerpts.ts'
import { type Facet, type FacetKey, facetsOf } from '../model/facets.ts'
import { type FilterResult, filterFindings, type Selection } from '../model/filter.ts'
import { decodeFindings, type Findings } from '../model/findings.ts'
import { type Grouping, type Ordering, orderingOf } from '../model/ordering.ts'
import { Search } from '../model/search.ts'
import { sharedFolder } from '../model/shared-folder.ts'
import { emptyView, toggled, type View, withChosen } from '../model/view.ts'

/** What the parts of the page share: the findings, what of them is asked for, and what that comes to. */
export class ReportState {
  readonly findings: Findings
  readonly facets: readonly Facet[]
  readonly excerpts: Excerpts
  /** The folder that all files are in, with its slash; empty where there is none. */
  readonly folder: string
  readonly query: Signal<string> = signal(emptyView.query)
  readonly selection: Signal<Selection> = signal(emptyView.selection)
  readonly grouping: Signal<Grouping> = signal(emptyView.grouping)
  /** The finding that was chosen; null for none. */
  readonly chosen: Signal<number | null> = signal(null)
  readonly ordering: ReadonlySignal<Ordering>
  readonly result: ReadonlySignal<FilterResult>
  readonly isFiltered: ReadonlySignal<boolean>
  readonly #orderings = new Map<Grouping, Ordering>()
  #byObject: ReadonlyMap<number, readonly number[]> | undefined

  constructor(data: ReportData) {
    this.findings = decodeFindings(data)
    this.facets = facetsOf(this.findings)
    this.excerpts = new Excerpts(data)
    this.folder = sharedFolder(this.facet('file').values)
    const search = new Search(this.findings)
    const matches = computed(() => search.matching(this.query.value))
    this.ordering = computed(() => this.#orderingFor(this.grouping.value))
    this.result = computed(() =>
      filterFindings(this.findings, this.facets, this.selection.value, matches.value, this.ordering.value)
    )
    this.isFiltered = computed(() => this.query.value.trim() !== '' || Object.keys(this.selection.value).length > 0)
  }

  facet(key: FacetKey): Facet {
    const found = this.facets.find((facet) => facet.key === key)
    if (found === undefined) throw new Error(`there is no facet ${key}`)
    return found
  }

  /** How many findings a value of a facet would show. */
  countOf(key: FacetKey, value: string): number {
    return this.result.value.counts.get(key)?.[this.facet(key).values.indexOf(value)] ?? 0
  }

  isChosen(key: FacetKey, value: string): boolean {
    return this.selection.value[key]?.has(value) ?? false
  }

  toggle(key: FacetKey, value: string): void {
    this.selection.value = toggled(this.selection.value, key, value)
  }

  /** Chooses these values of some facets instead of what was chosen of them; where they are chosen already, none. */
  choose(choices: Readonly<Partial<Record<FacetKey, string>>>): void {
    const entries = Object.entries(choices) as [FacetKey, string][]
    const already = entries.every(([key, value]) => this.selection.value[key]?.size === 1 && this.isChosen(key, value))
    this.selection.value = entries.reduce(
      (selection, [key, value]) => withChosen(selection, key, new Set(already ? [] : [value])),
      this.selection.value
    )
  }

  /** File and line without the folder that all files are in. */
  shortPlace(finding: number): string {
    return placeOf(this.findings, finding).slice(this.folder.length)
  }

  /** The findings of an object, the worst first, whatever the filter. */
  ofObject(object: number): readonly number[] {
    this.#byObject ??= Map.groupBy(this.#orderingFor('severity').order, (finding) => this.findings.object[finding] ?? 0)
    return this.#byObject.get(object) ?? []
  }

  clear(): void {
    batch(() => {
      this.query.value = emptyView.query
      this.selection.value = emptyView.selection
    })
  }

  get view(): View {
    const chosen = this.chosen.value
    const finding = chosen === null ? '' : fingerprintOf(this.findings, chosen)
    return { query: this.query.value, selection: this.selection.value, grouping: this.grouping.value, finding }
  }

  set view({ query, selection, grouping, finding }: View) {
    batch(() => {
      this.query.value = query
      this.selection.value = selection
      this.grouping.value = grouping
      // Of several with one fingerprint, the chosen one stays.
      const same = this.chosen.value !== null && fingerprintOf(this.findings, this.chosen.value) === finding
      if (!same) this.chosen.value = findingWithFingerprint(this.findings, finding) ?? null
    })
  }

  #orderingFor(grouping: Grouping): Ordering {
    let ordering = this.#orderings.get(grouping)
    if (ordering === undefined) {
      ordering = orderingOf(this.findings, grouping)
      this.#orderings.set(grouping, ordering)
    }
    return ordering
  }
}
