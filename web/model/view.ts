import { type FacetKey, facetKeys } from './facets.ts'
import type { Selection } from './filter.ts'
import { type Grouping, groupings } from './ordering.ts'

/** What of a report is shown: kept in the address, so that it can be passed on and gone back to. */
export interface View {
  readonly query: string
  readonly selection: Selection
  readonly grouping: Grouping
  /** Fingerprint of the finding shown in full; empty for none. */
  readonly finding: string
}

export const emptyView: View = { query: '', selection: {}, grouping: 'severity', finding: '' }

/** The part of an address behind `#`. */
export function viewToHash({ query, selection, grouping, finding }: View): string {
  const parameters = new URLSearchParams()
  if (query !== '') parameters.set('q', query)
  for (const key of facetKeys) for (const value of selection[key] ?? []) parameters.append(key, value)
  if (grouping !== emptyView.grouping) parameters.set('by', grouping)
  if (finding !== '') parameters.set('f', finding)
  return parameters.toString()
}

/** Whatever the address says that is no view is left out. */
export function viewFromHash(hash: string): View {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''))
  const chosen = facetKeys.flatMap((key) => {
    const values = parameters.getAll(key)
    return values.length === 0 ? [] : [[key, new Set(values)] as const]
  })
  return {
    query: parameters.get('q') ?? '',
    selection: Object.fromEntries(chosen),
    grouping: groupings.find((name) => name === parameters.get('by')) ?? emptyView.grouping,
    finding: parameters.get('f') ?? ''
  }
}

/** Chooses a value, or takes the choice back. */
export function toggled(selection: Selection, key: FacetKey, value: string): Selection {
  const chosen = new Set(selection[key])
  if (!chosen.delete(value)) chosen.add(value)
  return withChosen(selection, key, chosen)
}

/** The same selection but for one facet. */
export function withChosen(selection: Selection, key: FacetKey, chosen: ReadonlySet<string>): Selection {
  const { [key]: _, ...others } = selection
  return chosen.size === 0 ? others : { ...others, [key]: chosen }
}
