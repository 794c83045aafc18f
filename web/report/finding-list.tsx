import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { type Chunk, chunksOf } from '../model/chunks.ts'
import { FindingChunk } from './finding-chunk.tsx'
import { rowId } from './finding-row.tsx'
import { stepOf } from './keyboard.ts'
import { hasRoomForFinding } from './layout.ts'
import type { ReportState } from './report-state.ts'
import { ShownChunks } from './shown-chunks.ts'

const chunkSize = 100

/**
 * All findings that the filter lets through, in chunks. Those near the window are put into the page at once and stay,
 * so that the browser's own search, printing and screen readers find ordinary text; the rest follows while the browser
 * is idle, up to a number that it carries easily.
 */
export function FindingList({ state }: { readonly state: ReportState }) {
  const chunks = useComputed(() => chunksOf(state.result.value.hits, state.ordering.value.group, chunkSize))
  const shown = useComputed(() => new ShownChunks(chunks.value))
  const cursor = useSignal<number | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const now = shown.value
  useEffect(() => () => now.stop(), [now])

  const { hits } = state.result.value
  const chosen = state.chosen.value
  const current = hasRoomForFinding.value ? (chosen ?? hits[0] ?? -1) : (chosen ?? -1)
  const tabbable = cursor.value ?? (current === -1 ? (hits[0] ?? -1) : current)
  const currentAt = hits.indexOf(current)
  const tabbableAt = hits.indexOf(tabbable)

  // A new list begins at its top, and nothing of the old one is chosen.
  const before = useRef(hits)
  useSignalEffect(() => {
    const { hits: after } = state.result.value
    if (before.current === after) return
    before.current = after
    cursor.value = null
    const kept = state.chosen.peek()
    if (kept !== null && !after.includes(kept)) state.chosen.value = null
    const top = list.current?.getBoundingClientRect().top ?? 0
    if (top < 0) list.current?.scrollIntoView()
  })

  // What was chosen elsewhere is brought into view, too.
  useEffect(() => {
    if (chosen === null || currentAt === -1) return
    now.include(currentAt)
    showRow(chosen, false)
  }, [chosen])

  function onKeyDown(event: KeyboardEvent): void {
    const step = stepOf(event)
    if (step === null || hits.length === 0) return
    event.preventDefault()
    const from = Math.max(0, tabbableAt)
    const at = Math.min(hits.length - 1, Math.max(0, from + step))
    now.include(at)
    cursor.value = hits[at] ?? null
    if (hasRoomForFinding.value) state.chosen.value = cursor.value
    if (cursor.value !== null) showRow(cursor.value, true)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links in it
    <div class="list" data-grouping={state.grouping.value} ref={list} onKeyDown={onKeyDown}>
      {hits.length === 0 && <Nothing state={state} />}
      {chunks.value.map((chunk, index) => (
        <FindingChunk
          key={`${now.generation}:${index}`}
          state={state}
          chunk={chunk}
          index={index}
          shown={now}
          current={isIn(chunk, currentAt) ? current : -1}
          tabbable={isIn(chunk, tabbableAt) ? tabbable : -1}
        />
      ))}
    </div>
  )
}

/** Brings a row into view once it is drawn. */
function showRow(finding: number, focuses: boolean): void {
  requestAnimationFrame(() => {
    const row = document.getElementById(rowId(finding))
    if (focuses) row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  })
}

function isIn({ start, end }: Chunk, at: number): boolean {
  return at >= start && at < end
}

function Nothing({ state }: { readonly state: ReportState }) {
  if (state.findings.data.summary.resources === 0) return <p class="nothing">No Kubernetes objects were found.</p>
  if (!state.isFiltered.value) return <p class="nothing">Nothing falls short of the selected frameworks.</p>
  return (
    <p class="nothing">
      No finding is left.{' '}
      <button type="button" class="quiet" onClick={() => state.clear()}>
        Clear the filters
      </button>
    </p>
  )
}
