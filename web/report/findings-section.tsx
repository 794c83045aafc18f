import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Sheet } from '../components/sheet.tsx'
import { ActiveFilters } from './active-filters.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { FindingDetail } from './finding-detail.tsx'
import { FindingList } from './finding-list.tsx'
import { hasRoomForFilters, hasRoomForFinding } from './layout.ts'
import type { ReportState } from './report-state.ts'
import { Toolbar } from './toolbar.tsx'

/** The findings: what to look for, the list, and one of them in full. */
export function FindingsSection({ state }: { readonly state: ReportState }) {
  const areFiltersOpen = useSignal(false)
  return (
    <section class="findings" aria-labelledby="findings">
      <Toolbar
        state={state}
        onFilters={
          hasRoomForFilters.value
            ? null
            : () => {
                areFiltersOpen.value = true
              }
        }
      />
      <ActiveFilters state={state} />
      <div class="columns">
        {hasRoomForFilters.value && (
          <search class="side" aria-label="Filters">
            <FilterPanel state={state} />
          </search>
        )}
        <FindingList state={state} />
        {hasRoomForFinding.value && <SideFinding state={state} />}
      </div>
      {areFiltersOpen.value && !hasRoomForFilters.value && (
        <Sheet
          label="Filters"
          onClose={() => {
            areFiltersOpen.value = false
          }}
        >
          <FilterPanel state={state} />
        </Sheet>
      )}
      {!hasRoomForFinding.value && <FindingSheet state={state} />}
    </section>
  )
}

/** Beside the list there is always one: until another is chosen, the first. */
function SideFinding({ state }: { readonly state: ReportState }) {
  const finding = state.chosen.value ?? state.result.value.hits[0]
  const side = useRef<HTMLElement>(null)
  // Another finding is read from its top.
  useEffect(() => {
    if (finding !== undefined) side.current?.scrollTo(0, 0)
  }, [finding])
  return (
    <aside class="side" aria-label="Finding" ref={side}>
      {finding !== undefined && <FindingDetail state={state} finding={finding} />}
    </aside>
  )
}

function FindingSheet({ state }: { readonly state: ReportState }) {
  const finding = state.chosen.value
  if (finding === null) return null
  return (
    <Sheet
      label="Finding"
      content={finding}
      onClose={() => {
        state.chosen.value = null
      }}
    >
      <FindingDetail state={state} finding={finding} />
    </Sheet>
  )
}
