import { useState } from 'preact/hooks'

/** A value that can be chosen, and how much it would show. */
export interface Choice {
  readonly value: string
  readonly label: string
  readonly count: number
  readonly isChosen: boolean
}

interface ChoiceListProps {
  readonly title: string
  /** In the order in which they are shown; where not all are, what is chosen comes first, and what would show nothing last. */
  readonly choices: readonly Choice[]
  onToggle(value: string): void
}

/** As many are shown without asking for more. */
const few = 7
/** As many are shown at once; beyond, one has to narrow them down. */
const many = 200

/** A list of boxes to tick, with a field to narrow a long one down. */
export function ChoiceList({ title, choices, onToggle }: ChoiceListProps) {
  const [isOpen, setOpen] = useState(false)
  const [wanted, setWanted] = useState('')
  const isLong = choices.length > few + 1
  const shown = isLong ? visible(choices, isOpen, wanted) : choices
  const found = wanted === '' ? choices.length : choices.filter((choice) => includes(choice, wanted)).length
  return (
    <fieldset class="choices">
      <legend>{title}</legend>
      {isLong && isOpen && (
        <input
          type="search"
          class="narrow"
          placeholder={`Find in ${choices.length}`}
          aria-label={`Narrow down ${title.toLowerCase()}`}
          value={wanted}
          onInput={({ currentTarget }) => setWanted(currentTarget.value)}
        />
      )}
      <ul>
        {shown.map(({ value, label, count, isChosen }) => (
          <li key={value}>
            <label class={count === 0 && !isChosen ? 'none' : undefined}>
              <input type="checkbox" checked={isChosen} onChange={() => onToggle(value)} />
              <span class="value" title={value}>
                {label}
              </span>
              <span class="count">{count.toLocaleString('en')}</span>
            </label>
          </li>
        ))}
      </ul>
      {isOpen && found > shown.length && (
        <p class="note">
          {shown.length} of {found.toLocaleString('en')}: type above to narrow them down
        </p>
      )}
      {isLong && (
        <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show fewer' : `Show all ${choices.length.toLocaleString('en')}`}
          <span class="unseen"> of {title.toLowerCase()}</span>
        </button>
      )}
    </fieldset>
  )
}

function visible(choices: readonly Choice[], isOpen: boolean, wanted: string): readonly Choice[] {
  if (isOpen) return choices.filter((choice) => includes(choice, wanted)).slice(0, many)
  const chosen = choices.filter(({ isChosen }) => isChosen)
  const others = choices.filter(({ isChosen }) => !isChosen)
  const useful = [...others.filter(({ count }) => count > 0), ...others.filter(({ count }) => count === 0)]
  return [...chosen, ...useful.slice(0, Math.max(0, few - chosen.length))]
}

function includes({ value }: Choice, wanted: string): boolean {
  return value.toLowerCase().includes(wanted.trim().toLowerCase())
}
