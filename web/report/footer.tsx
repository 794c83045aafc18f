import type { ReportData } from '../../src/report/html/report-data.ts'
import { Colophon } from '../components/colophon.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'

/** How to use the page, and what it is made of. */
export function Footer({ data }: { readonly data: ReportData }) {
  return (
    <footer>
      <KeyboardHelp />
      <Colophon version={data.bulwark} />
    </footer>
  )
}
