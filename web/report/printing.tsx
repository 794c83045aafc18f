import { render } from 'preact'
import { PrintedFindings } from './printed-findings.tsx'
import type { ReportState } from './report-state.ts'

/**
 * Puts what the filter lets through on paper, and what was not judged in full: made when the browser is about to print,
 * gone afterwards.
 */
export function followPrinting(state: ReportState, place: HTMLElement): void {
  let unfolded: readonly HTMLDetailsElement[] = []
  addEventListener('beforeprint', () => {
    unfolded = [...document.querySelectorAll<HTMLDetailsElement>('.trouble:not([open])')]
    for (const details of unfolded) details.open = true
    render(<PrintedFindings state={state} />, place)
  })
  addEventListener('afterprint', () => {
    for (const details of unfolded) details.open = false
    render(null, place)
  })
}
