import type { FrameworkData } from '../../src/report/html/framework-data.ts'
import type { ItemChapter } from '../model/items.ts'
import { chapterId } from './chapter-id.ts'
import { ItemCard } from './item-card.tsx'

interface ChapterSectionProps {
  readonly chapter: ItemChapter
  readonly data: FrameworkData
  readonly onPaper: boolean
}

/** The items of a chapter. */
export function ChapterSection({ chapter: { title, items }, data, onPaper }: ChapterSectionProps) {
  const id = chapterId(title)
  return (
    <section class="chapter-items" aria-labelledby={id}>
      <h2 id={id} class={title === null ? 'unseen' : undefined}>
        {title ?? 'Items'}
      </h2>
      {items.map((item) => (
        <ItemCard key={item.id} item={item} data={data} onPaper={onPaper} />
      ))}
    </section>
  )
}
