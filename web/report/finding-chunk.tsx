import type { ComponentChildren } from 'preact'
import type { Chunk, Section } from '../model/chunks.ts'
import { grouped } from '../model/numbers.ts'
import { FindingRow } from './finding-row.tsx'
import type { ReportState } from './report-state.ts'
import type { ShownChunks } from './shown-chunks.ts'

interface FindingChunkProps {
  readonly state: ReportState
  readonly chunk: Chunk
  readonly index: number
  readonly shown: ShownChunks
  /** The finding shown in full, and the one that Tab goes to; -1 where they are in another chunk. */
  readonly current: number
  readonly tabbable: number
}

/** A chunk of the list: its rows, or as much room as they will take. Drawn anew only where something in it changed. */
export function FindingChunk({ state, chunk, index, shown, current, tabbable }: FindingChunkProps) {
  const { sections, start, end } = chunk
  const room = { '--rows': String(end - start), '--heads': String(sections.filter(({ total }) => total > 0).length) }
  if (!shown.isShown(index)) return <div class="chunk" style={room} data-chunk={index} ref={shown.watch} />
  const { hits } = state.result.peek()
  return (
    <div class="chunk filled" style={room}>
      {sections.map((section) => (
        <ChunkSection key={section.start} state={state} section={section}>
          {[...hits.subarray(section.start, section.end)].map((finding, offset) => (
            <FindingRow
              key={finding}
              state={state}
              finding={finding}
              position={section.start + offset + 1}
              size={hits.length}
              isCurrent={finding === current}
              isTabbable={finding === tabbable}
            />
          ))}
        </ChunkSection>
      ))}
    </div>
  )
}

interface ChunkSectionProps {
  readonly state: ReportState
  readonly section: Section
  readonly children: ComponentChildren
}

function ChunkSection({ state, section: { group, total }, children }: ChunkSectionProps) {
  const title = state.ordering.peek().title(group)
  return (
    <>
      {total > 0 && (
        <h3>
          <span class="group">{title}</span> <span class="count">{grouped(total)}</span>
        </h3>
      )}
      <ul aria-label={title}>{children}</ul>
    </>
  )
}
