import type { ReportState } from './report-state.ts'

/** What is filtered by; each can be taken back. */
export function ActiveFilters({ state }: { readonly state: ReportState }) {
  if (!state.isFiltered.value) return null
  const query = state.query.value.trim()
  const chosen = state.facets.flatMap(({ key, title }) =>
    [...(state.selection.value[key] ?? [])].map((value) => ({ key, title, value }))
  )
  return (
    <ul class="active" aria-label="Filters in use">
      {query !== '' && (
        <li>
          <button
            type="button"
            onClick={() => {
              state.query.value = ''
            }}
          >
            <span class="unseen">Remove </span>“{query}” <span aria-hidden="true">×</span>
          </button>
        </li>
      )}
      {chosen.map(({ key, title, value }) => (
        <li key={`${key}:${value}`}>
          <button type="button" onClick={() => state.toggle(key, value)}>
            <span class="unseen">Remove </span>
            <span class="facet">{title.toLowerCase()}</span> {value} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" class="quiet" onClick={() => state.clear()}>
          Clear all
        </button>
      </li>
    </ul>
  )
}
