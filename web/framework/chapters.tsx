import { type ItemChapter, verdictCounts, verdictNames, verdicts } from '../model/items.ts'
import { chapterId } from './chapter-id.ts'

/** How each chapter does; a chapter leads to its items. */
export function Chapters({ chapters }: { readonly chapters: readonly ItemChapter[] }) {
  if (chapters.length < 2) return null
  return (
    <nav class="panel scores" aria-labelledby="chapters">
      <h2 id="chapters">Items that pass, by chapter</h2>
      <ul>
        {chapters.map((chapter) => (
          <li key={chapter.title}>
            <Chapter chapter={chapter} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Chapter({ chapter: { title, items } }: { readonly chapter: ItemChapter }) {
  const counts = verdictCounts(items)
  const said = verdicts.filter((verdict) => counts[verdict] > 0).map((name) => `${counts[name]} ${verdictNames[name]}`)
  return (
    <a class="chapter" href={`#${chapterId(title)}`} title={said.join(', ')}>
      <span class="name">{title ?? 'Others'}</span>
      <span class="gauge" aria-hidden="true">
        <span data-part="pass" style={{ flexGrow: counts.pass }} />
        <span data-part="fail" style={{ flexGrow: counts.fail }} />
        <span data-part="unknown" style={{ flexGrow: counts.unknown }} />
      </span>
      <span class="value" aria-hidden="true">
        {counts.pass}/{items.length}
      </span>
      <span class="unseen">: {said.join(', ')}</span>
    </a>
  )
}
