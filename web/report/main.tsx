import { render } from 'preact'
import type { ReportData } from '../../src/report/html/report-data.ts'
import { pageParts } from '../components/page-data.ts'
import { followAddress } from './address.ts'
import { followPrinting } from './printing.tsx'
import { ReportPage } from './report-page.tsx'
import { ReportState } from './report-state.ts'

start()

function start(): void {
  const parts = pageParts<ReportData>()
  if (parts === null) return
  const { data, page, print } = parts
  const state = new ReportState(data)
  followAddress(state)
  render(<ReportPage state={state} />, page)
  followPrinting(state, print)
  const { fail } = data.summary.status
  document.title = `${fail.toLocaleString('en')} ${fail === 1 ? 'finding' : 'findings'} · Bulwark`
}
