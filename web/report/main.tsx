import { render } from 'preact'
import type { ReportData } from '../../src/report/html/report-data.ts'
import { followAddress } from './address.ts'
import { followPrinting } from './printing.tsx'
import { ReportPage } from './report-page.tsx'
import { ReportState } from './report-state.ts'

/** Ids of the elements that `page.html` has. */
const ids = { page: 'page', data: 'data', print: 'print' } as const

start()

function start(): void {
  const page = element(ids.page)
  const data = readData()
  page.replaceChildren()
  if (data === null) {
    page.append('This file is not whole: its data ends early. Get it again, or run bulwark scan again.')
    return
  }
  const state = new ReportState(data)
  followAddress(state)
  render(<ReportPage state={state} />, page)
  followPrinting(state, element(ids.print))
  const { fail } = data.summary.status
  document.title = `${fail.toLocaleString('en')} ${fail === 1 ? 'finding' : 'findings'} · Bulwark`
}

/** The text is given back at once: with the decoded data it would be in memory twice. */
function readData(): ReportData | null {
  const script = document.getElementById(ids.data)
  try {
    // Bulwark wrote it in this shape, together with this page.
    return JSON.parse(script?.textContent ?? '') as ReportData
  } catch {
    return null
  } finally {
    script?.remove()
  }
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`the page has no element #${id}`)
  return found
}
