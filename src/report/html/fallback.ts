import { severities } from '../../controls/control.ts'
import type { ScanResult } from '../../scan/scan.ts'
import { printable } from '../printable.ts'
import { escapedHtml } from './escaped-html.ts'

/** The summary as plain HTML, for viewers that run no scripts. The page takes its place where they run. */
export function fallback(frameworks: readonly string[], { summary, errors }: ScanResult): string {
  const counts = severities.map((severity) => `<li>${severity}: ${summary.findings[severity]}</li>`).join('')
  const unread = errors.length === 0 ? '' : `<p>Not read as it should be: ${errors.length}.</p>`
  return [
    '<h1>Bulwark: hardening report</h1>',
    `<p>${summary.resources} objects in ${summary.files} files, judged by ${frameworks.map((name) => escapedHtml(printable(name))).join(', ')}.</p>`,
    `<ul>${counts}</ul>`,
    unread,
    '<p>The findings are in this file. This viewer runs no scripts, so it cannot show them: open the file in a browser.</p>'
  ].join('')
}
