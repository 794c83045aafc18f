import { useEffect, useRef } from 'preact/hooks'
import { SettledStatus } from '../components/settled-status.tsx'
import { grouped } from '../model/numbers.ts'
import { groupings } from '../model/ordering.ts'
import { isSearchKey } from './keyboard.ts'
import type { ReportState } from './report-state.ts'

interface ToolbarProps {
  readonly state: ReportState
  /** Opens the filters; null where they stand beside the list. */
  readonly onFilters: (() => void) | null
}

/** Search, grouping, and how many findings are left. */
export function Toolbar({ state, onFilters }: ToolbarProps) {
  const { hits } = state.result.value
  const { count } = state.findings
  const found = `${grouped(hits.length)} of ${grouped(count)} ${count === 1 ? 'finding' : 'findings'}`
  const chosen = Object.values(state.selection.value).reduce((sum, { size }) => sum + size, 0)
  return (
    <div class="toolbar">
      <h2 id="findings" tabIndex={-1}>
        Findings
      </h2>
      <SearchField state={state} />
      <label class="grouping">
        <span>Group by</span>
        <select
          value={state.grouping.value}
          onChange={({ currentTarget: { value } }) => {
            state.grouping.value = groupings.find((name) => name === value) ?? 'severity'
          }}
        >
          {groupings.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {onFilters !== null && (
        <button type="button" class="filters" aria-haspopup="dialog" onClick={onFilters}>
          Filters{chosen > 0 && ` (${chosen})`}
        </button>
      )}
      <p class="found" aria-hidden="true">
        {grouped(hits.length)}
        {state.isFiltered.value && ` of ${grouped(count)}`} <span>{count === 1 ? 'finding' : 'findings'}</span>
      </p>
      <SettledStatus text={found} />
    </div>
  )
}

function SearchField({ state }: { readonly state: ReportState }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!isSearchKey(event)) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <search class="search">
      <input
        ref={field}
        type="search"
        aria-label="Search the findings"
        placeholder="Search: message, object, control, file, path"
        autocomplete="off"
        spellcheck={false}
        value={state.query.value}
        onInput={({ currentTarget }) => {
          state.query.value = currentTarget.value
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') state.query.value = ''
        }}
      />
      <span class="key" aria-hidden="true">
        /
      </span>
    </search>
  )
}
