import type { ReportData } from '../../src/report/html/report-data.ts'
import { KeyboardHelp } from './keyboard-help.tsx'

/** How to use the page, and what it is made of. */
export function Footer({ data }: { readonly data: ReportData }) {
  return (
    <footer>
      <KeyboardHelp />
      <p>
        Written by Bulwark {data.bulwark}. This file holds everything that it shows and asks nobody for anything. It
        contains Preact, © 2015 to present Jason Miller, under the MIT licence.
      </p>
    </footer>
  )
}
