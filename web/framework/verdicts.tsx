import type { ItemData, VerdictName } from '../../src/report/html/framework-data.ts'
import { verdictCounts, verdictNames, verdicts } from '../model/items.ts'

interface VerdictsProps {
  readonly items: readonly ItemData[]
  readonly chosen: ReadonlySet<VerdictName>
  onChoose(chosen: ReadonlySet<VerdictName>): void
}

/** How many items have each verdict; each number filters by it. */
export function Verdicts({ items, chosen, onChoose }: VerdictsProps) {
  const counts = verdictCounts(items)
  const most = Math.max(1, ...Object.values(counts))
  return (
    <section class="panel totals" aria-labelledby="verdicts">
      <h2 id="verdicts">
        <span class="big">{counts.pass}</span> of {items.length} items pass
      </h2>
      <ul class="tiles">
        {verdicts.map((verdict) => (
          <li key={verdict}>
            <button
              type="button"
              data-tone={verdict}
              aria-pressed={chosen.has(verdict)}
              onClick={() => onChoose(chosen.symmetricDifference(new Set([verdict])))}
            >
              <span class="figure">{counts[verdict]}</span> <span class="name">{verdictNames[verdict]}</span>
              <span class="share" aria-hidden="true">
                {counts[verdict] > 0 && <span style={{ width: `${(100 * counts[verdict]) / most}%` }} />}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
