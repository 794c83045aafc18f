import type { FrameworkData, ItemData } from '../../src/report/html/framework-data.ts'
import { verdictNames } from '../model/items.ts'
import { counted } from '../model/numbers.ts'
import { ControlFindings } from './control-findings.tsx'

interface ItemCardProps {
  readonly item: ItemData
  readonly data: FrameworkData
  readonly onPaper: boolean
}

/** One item: its verdict, what that rests on, and the objects that show it. */
export function ItemCard({ item, data, onPaper }: ItemCardProps) {
  const { id, title, status, evidence, unknown } = item
  const heading = `item-${id}`
  return (
    <article class="item" aria-labelledby={heading} data-tone={status}>
      <h3 id={heading}>
        <span class="mark" data-tone={status}>
          {verdictNames[status]}
        </span>{' '}
        <span class="id">{id}</span> {title}
      </h3>
      {unknown === null ? <p class="rests">{evidence}</p> : <UnknownReason item={item} />}
      <Evidence item={item} />
      <Controls item={item} data={data} onPaper={onPaper} />
    </article>
  )
}

function UnknownReason({ item: { unknown } }: { readonly item: ItemData }) {
  return (
    <p class="callout" data-tone="unknown">
      <strong>Unknown:</strong> {unknown}
    </p>
  )
}

/** What a person has to show, and what is on record. */
function Evidence({ item: { question, record, unknown } }: { readonly item: ItemData }) {
  // The reason of what is unknown for want of evidence says the question.
  const isSaid = question !== null && unknown?.includes(question) === true
  if (question === null || (isSaid && record === null)) return null
  return (
    <dl class="facts evidence">
      {!isSaid && (
        <div>
          <dt>To be shown</dt>
          <dd>{question}</dd>
        </div>
      )}
      {record !== null && (
        <div>
          <dt>On record</dt>
          <dd>
            {record.met ? '' : 'Not met: '}
            {record.evidence} ({record.owner}, {record.recorded}, counts until {record.expires})
          </dd>
        </div>
      )}
    </dl>
  )
}

function Controls({ item, data, onPaper }: ItemCardProps) {
  const controls = item.controls.flatMap((index) => data.controls[index] ?? [])
  if (controls.length === 0) return null
  const count = controls.reduce((sum, { object }) => sum + object.length, 0)
  const label = count === 0 ? 'Judged by' : `${counted(count, 'finding')} of`
  return (
    <details class="controls" open={onPaper}>
      <summary>
        {label} {counted(controls.length, 'control')}
        <span class="unseen"> for {item.id}</span>
      </summary>
      {controls.map((control) => (
        <ControlFindings key={control.id} control={control} texts={data.texts} onPaper={onPaper} />
      ))}
    </details>
  )
}
