import { type Severity, severities } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'

/** How many failed findings there are of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>

/** Counts findings as they come, for the summary at the end. */
export class Tally {
  readonly #frameworks = new Map<string, Record<Severity, number>>()
  readonly #controls = new Map<string, { readonly severity: Severity; count: number }>()

  add({ status, control, severity, fails }: Finding): void {
    if (status !== 'fail') return
    for (const framework of fails) {
      const counts = this.#frameworks.get(framework) ?? { critical: 0, high: 0, medium: 0, low: 0 }
      counts[severity]++
      this.#frameworks.set(framework, counts)
    }
    const known = this.#controls.get(control)
    if (known === undefined) this.#controls.set(control, { severity, count: 1 })
    else known.count++
  }

  of(framework: string): SeverityCounts {
    return this.#frameworks.get(framework) ?? { critical: 0, high: 0, medium: 0, low: 0 }
  }

  /** The control with the most findings among those of the highest severity found. */
  worst(): string | undefined {
    const rank = ({ severity }: { severity: Severity }): number => severities.indexOf(severity)
    return [...this.#controls].sort(([, a], [, b]) => rank(a) - rank(b) || b.count - a.count)[0]?.[0]
  }
}
