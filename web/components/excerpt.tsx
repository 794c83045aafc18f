import { dedented, type ExcerptLine } from '../model/excerpts.ts'
import { lineParts } from '../model/line-parts.ts'

/** Lines of a manifest, with the place that is meant marked. What all are indented by is left out. */
export function Excerpt({
  lines: indented,
  label
}: {
  readonly lines: readonly ExcerptLine[]
  readonly label: string
}) {
  const lines = dedented(indented)
  return (
    // A region that scrolls has to be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="excerpt" tabIndex={0} aria-label={label}>
      <pre>
        {lines.map((line, index) => {
          const before = lines[index - 1]
          return <Line key={line.number} line={line} isGap={before !== undefined && before.number < line.number - 1} />
        })}
      </pre>
    </section>
  )
}

function Line({ line, isGap }: { readonly line: ExcerptLine; readonly isGap: boolean }) {
  const isPointed = line.caret !== null
  return (
    <>
      {isGap && (
        <span class="gap" aria-hidden="true">
          {'⋯\n'}
        </span>
      )}
      <span class={isPointed ? 'line pointed' : 'line'}>
        <span class="number">{line.number}</span>
        <code>
          {isPointed && <span class="unseen">here: </span>}
          {lineParts(line).map(({ text, role }, index) => (
            <Part key={`${index}:${role}`} text={text} role={role} />
          ))}
        </code>
        {'\n'}
      </span>
    </>
  )
}

function Part({ text, role }: { readonly text: string; readonly role: string }) {
  if (role === 'place') return <mark>{text}</mark>
  return role === 'plain' ? text : <span class={role}>{text}</span>
}
