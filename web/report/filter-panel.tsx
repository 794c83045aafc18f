import { ChoiceList } from '../components/choice-list.tsx'
import type { Facet } from '../model/facets.ts'
import type { ReportState } from './report-state.ts'

/** Every facet with something to choose. */
export function FilterPanel({ state }: { readonly state: ReportState }) {
  const { counts } = state.result.value
  const occurring = state.facets
    .map((facet) => ({ facet, values: valuesOf(facet) }))
    .filter(({ facet, values }) => values.length > 1 || state.selection.value[facet.key] !== undefined)
  return (
    <div class="filter-panel">
      {occurring.map(({ facet: { key, title }, values }) => (
        <ChoiceList
          key={key}
          title={title}
          choices={values.map(({ value, index }) => ({
            value,
            label: key === 'file' && value.startsWith(state.folder) ? value.slice(state.folder.length) : value,
            count: counts.get(key)?.[index] ?? 0,
            isChosen: state.isChosen(key, value)
          }))}
          onToggle={(value) => state.toggle(key, value)}
        />
      ))}
    </div>
  )
}

/** Those that occur in the report. */
function valuesOf({ values, totals }: Facet): readonly { readonly value: string; readonly index: number }[] {
  return values.map((value, index) => ({ value, index })).filter(({ index }) => (totals[index] ?? 0) > 0)
}
