import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { refusal } from '../refusal.ts'
import { UserError } from '../user-error.ts'

/** Beside the bundle; for the command run from its sources, where the last build left it. */
const places = ['.', '../../../dist/current']

/**
 * A page of an HTML report, without data: that of a scan or that of a framework.
 * @throws UserError where there is none.
 */
export function reportPage(name: 'report' | 'framework'): string {
  let reason = ''
  for (const place of places) {
    try {
      return readFileSync(join(dirname(import.meta.filename), place, `${name}.html`), 'utf8')
    } catch (error) {
      reason = refusal(error)
    }
  }
  throw new UserError(`the page of the HTML report is not there (${reason}): install Bulwark again`)
}
