import { render } from 'preact'
import type { FrameworkData } from '../../src/report/html/framework-data.ts'
import { pageParts } from '../components/page-data.ts'
import { verdictCounts } from '../model/items.ts'
import { FrameworkPage } from './framework-page.tsx'

start()

function start(): void {
  const parts = pageParts<FrameworkData>()
  if (parts === null) return
  const { data, page } = parts
  const show = (onPaper: boolean): void => render(<FrameworkPage data={data} onPaper={onPaper} />, page)
  show(false)
  // On paper nothing can be unfolded: everything is, made when the browser is about to print.
  addEventListener('beforeprint', () => show(true))
  addEventListener('afterprint', () => show(false))
  const { fail } = verdictCounts(data.items)
  document.title = `${data.framework} ${data.version}: ${fail} of ${data.items.length} items fail · Bulwark`
}
