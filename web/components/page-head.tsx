import type { ComponentChildren } from 'preact'
import { ThemeSelect } from './theme-select.tsx'

interface PageHeadProps {
  /** What kind of report it is. */
  readonly name: string
  /** What was judged, as the user named it. */
  readonly subjects: readonly string[]
  readonly live: boolean
  /** What is printed, where that is not everything. */
  readonly printed?: string | undefined
  /** How much was judged, and by what. */
  readonly children: ComponentChildren
}

/** What this is a report of, the theme and the way to paper. */
export function PageHead({ name, subjects, live, printed, children }: PageHeadProps) {
  const date = fileDate()
  return (
    <header class="masthead">
      <div class="title">
        <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
          <path d="M4 6h5v4h4.500V6h5v4H23V6h5v12c0 6-5 9-12 11C9 27 4 24 4 18z" />
        </svg>
        <h1>
          Bulwark <span>{name}</span>
        </h1>
      </div>
      <p class="subject">
        <Subject subjects={subjects} live={live} />
        {children}
        {date !== null && ` · file of ${date}`}
      </p>
      <div class="tools">
        <ThemeSelect />
        <button type="button" onClick={() => print()}>
          Print
          {printed !== undefined && <span> {printed}</span>}
        </button>
      </div>
    </header>
  )
}

/** What was scanned; the current folder has no name that would say anything later. */
function Subject({ subjects, live }: Pick<PageHeadProps, 'subjects' | 'live'>) {
  const named = subjects.filter((subject) => subject !== '.')
  if (named.length === 0 && !live) return null
  return (
    <>
      {named.length > 0 && <code>{named.join(' ')}</code>}
      {named.length > 0 && live && ' and '}
      {live && 'a live cluster'}
      {' · '}
    </>
  )
}

/** When the file was written: it says so itself nowhere, so that the same input gives the same bytes. */
function fileDate(): string | null {
  const date = new Date(document.lastModified)
  if (location.protocol !== 'file:' || Number.isNaN(date.getTime())) return null
  return date.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
}
