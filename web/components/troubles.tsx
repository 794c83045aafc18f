import { grouped } from '../model/numbers.ts'
import { type NotJudged, type TroubleGroup, troubleGroups } from '../model/trouble-groups.ts'

/** As many are put into the page; a report of thousands of them has a cause that the first ones show. */
const most = 500

/** What was not judged, each group folded until it is asked for. */
export function Troubles({ data }: { readonly data: NotJudged }) {
  const groups = troubleGroups(data)
  if (groups.length === 0) return null
  return (
    <section class="troubles" aria-label="What was not judged">
      {groups.map((group) => (
        <details key={group.title} class="trouble" data-tone={group.tone}>
          <summary>{group.title}</summary>
          <TroubleLines group={group} />
        </details>
      ))}
    </section>
  )
}

/** The same for paper, unfolded. */
export function PrintedTroubles({ data }: { readonly data: NotJudged }) {
  return troubleGroups(data).map((group) => (
    <section key={group.title} class="trouble">
      <h3>{group.title}</h3>
      <TroubleLines group={group} />
    </section>
  ))
}

function TroubleLines({ group: { hint, lines } }: { readonly group: TroubleGroup }) {
  return (
    <>
      <p>{hint}</p>
      <ul>
        {lines.slice(0, most).map(({ place, message }, index) => (
          <li key={`${index}:${place}`}>
            <code>{place}</code> {message}
          </li>
        ))}
      </ul>
      {lines.length > most && <p>… and {grouped(lines.length - most)} more: the JSON report lists them all.</p>}
    </>
  )
}
