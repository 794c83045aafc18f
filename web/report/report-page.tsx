import { Troubles } from '../components/troubles.tsx'
import { FindingsSection } from './findings-section.tsx'
import { focusList, focusSearch } from './focus.ts'
import { Footer } from './footer.tsx'
import { Masthead } from './masthead.tsx'
import { Overview } from './overview.tsx'
import type { ReportState } from './report-state.ts'

/** The whole report. */
export function ReportPage({ state }: { readonly state: ReportState }) {
  return (
    <>
      <nav class="skips" aria-label="Skip">
        <button type="button" onClick={focusSearch}>
          Skip to the search
        </button>
        <button type="button" onClick={focusList}>
          Skip to the findings
        </button>
      </nav>
      <Masthead state={state} />
      <main>
        <Overview state={state} />
        <Troubles data={state.findings.data} />
        <FindingsSection state={state} />
      </main>
      <Footer data={state.findings.data} />
    </>
  )
}
