import { useState } from 'preact/hooks'
import type { AnsweringControl } from '../../src/report/html/framework-data.ts'
import { RichText } from '../components/rich-text.tsx'
import { SeverityMark } from '../components/severity-mark.tsx'
import { type Found, foundBy } from '../model/items.ts'
import { counted } from '../model/numbers.ts'

/** As many are shown without asking for more, and on paper. */
const few = { screen: 20, paper: 200 } as const

interface ControlFindingsProps {
  readonly control: AnsweringControl
  readonly texts: readonly string[]
  readonly onPaper: boolean
}

/** What one control found, and what to do about it. */
export function ControlFindings({ control, texts, onPaper }: ControlFindingsProps) {
  const [isOpen, setOpen] = useState(false)
  const all = control.object.length
  const most = isOpen ? all : onPaper ? few.paper : few.screen
  return (
    <section class="control-findings">
      <h4>
        {control.title} <code>{control.id}</code>
      </h4>
      {all > 0 && (
        <p class="note">
          <RichText text={control.remedy} />
        </p>
      )}
      <ul>
        {foundBy(control, texts, most).map((found, index) => (
          <li key={`${index}:${found.object}`}>
            <FoundLine found={found} control={control} />
          </li>
        ))}
      </ul>
      {all > most && onPaper && <p class="note">… and {counted(all - most, 'object')} more.</p>}
      {all > few.screen && !onPaper && (
        <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show fewer' : `Show all ${counted(all, 'object')}`}
          <span class="unseen"> of {control.title}</span>
        </button>
      )}
    </section>
  )
}

function FoundLine({ found, control }: { readonly found: Found; readonly control: AnsweringControl }) {
  const { object, place, message, note, status } = found
  return (
    <>
      <SeverityMark severity={control.severity} status={status} />
      <span class="what">
        <strong>{object}</strong> {message}
        {note !== '' && <span class="reason"> ({note})</span>}
      </span>
      {place !== '' && <code class="place">{place}</code>}
    </>
  )
}
