import type { ScanResult } from '../../scan/scan.ts'
import { type InputTrouble, inputTroubles } from '../input-troubles.ts'
import { type Counts, suiteEnd, suiteStart } from './suite.ts'
import { attributeText } from './xml-text.ts'

/**
 * Whether all could be read: an error for each place where it could not, a skipped test for what a cluster did not give,
 * else one test that passes. So a report of input that is all well has a test, too: readers take none for a mistake.
 */
export function inputSuite(result: ScanResult): { readonly text: string; readonly counts: Counts } {
  const troubles = inputTroubles(result)
  const errors = troubles.filter(({ kind }) => kind === 'error').length
  const counts = { tests: Math.max(1, troubles.length), failures: 0, errors, skipped: troubles.length - errors }
  const passed = '    <testcase classname="bulwark.input" name="everything could be read" time="0"/>\n'
  const cases = troubles.length === 0 ? passed : troubles.map(troubleCase).join('')
  return { text: suiteStart('input', counts) + cases + suiteEnd, counts }
}

function troubleCase({ place, message, kind }: InputTrouble): string {
  const start = `    <testcase classname="bulwark.input" name="${attributeText(place)}" time="0">\n`
  const element = kind === 'error' ? '<error type="input"' : '<skipped'
  return `${start}      ${element} message="${attributeText(message)}"/>\n    </testcase>\n`
}
