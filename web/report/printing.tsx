import { render } from 'preact'
import { PrintedFindings } from './printed-findings.tsx'
import type { ReportState } from './report-state.ts'

/** Puts what the filter lets through on paper: made when the browser is about to print, gone afterwards. */
export function followPrinting(state: ReportState, place: HTMLElement): void {
  addEventListener('beforeprint', () => render(<PrintedFindings state={state} />, place))
  addEventListener('afterprint', () => render(null, place))
}
