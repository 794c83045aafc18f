import { useState } from 'preact/hooks'
import type { FrameworkData, VerdictName } from '../../src/report/html/framework-data.ts'
import { Colophon } from '../components/colophon.tsx'
import { PageHead } from '../components/page-head.tsx'
import { SettledStatus } from '../components/settled-status.tsx'
import { Troubles } from '../components/troubles.tsx'
import { chaptersOf, filteredItems } from '../model/items.ts'
import { counted } from '../model/numbers.ts'
import { ChapterSection } from './chapter-section.tsx'
import { Chapters } from './chapters.tsx'
import { Verdicts } from './verdicts.tsx'

interface FrameworkPageProps {
  readonly data: FrameworkData
  /** Everything is unfolded. */
  readonly onPaper: boolean
}

const every: ReadonlySet<VerdictName> = new Set()

/** The whole report: verdicts at a glance, then each item by chapter. */
export function FrameworkPage({ data, onPaper }: FrameworkPageProps) {
  const [chosen, setChosen] = useState(every)
  const [query, setQuery] = useState('')
  const { framework, version, subjects, live, items, resources, files } = data
  const shown = filteredItems(data, { verdicts: chosen, query })
  const chapters = chaptersOf(shown)
  const title = `${framework} ${version}`.trim()
  const shows =
    shown.length === items.length ? counted(items.length, 'item') : `${shown.length} of ${items.length} items`
  return (
    <>
      <PageHead name={title} subjects={subjects} live={live}>
        {counted(resources, 'object')}
        {files > 0 && ` in ${counted(files, 'file')}`}, held against {title}, {counted(items.length, 'item')}
      </PageHead>
      <main>
        <div class="overview">
          <Verdicts items={items} chosen={chosen} onChoose={setChosen} />
          <Chapters chapters={chaptersOf(items)} />
        </div>
        <Troubles data={data} />
        <search class="itemsearch">
          <input
            type="search"
            placeholder="Find items and controls"
            aria-label="Find items and controls"
            value={query}
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          />
          <span class="found" aria-hidden="true">
            {shows}
          </span>
          <SettledStatus text={shows} />
        </search>
        {shown.length === 0 && <p class="nothing">No item is left. Choose another verdict, or search for less.</p>}
        {chapters.map((chapter) => (
          <ChapterSection key={chapter.title} chapter={chapter} data={data} onPaper={onPaper} />
        ))}
      </main>
      <footer>
        <Colophon version={data.bulwark} />
      </footer>
    </>
  )
}
