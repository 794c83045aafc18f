import { printableLines } from '../printable.ts'

/**
 * What makes a spreadsheet take a cell for a formula, which could run programs or send the sheet away: these characters
 * at its beginning, in their wide forms too, even behind blanks.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^(?:[\t\r\n]|\s*[=+\-@\uff0b\uff0d\uff1d\uff20])/

/** A lone dash, which stands for standard input, is text to every spreadsheet. */
const dash = '-'

const quoted = /[",\r\n]/

/** Nearly every cell is left as it is, which is quicker to find out than to do. */
const plain = /^[A-Za-z0-9][ !#-+\--~]*$/

/**
 * A cell as RFC 4180 has it, quoted where it has to be. One that would be run as a formula gets an apostrophe before it,
 * which spreadsheets take as the mark of a text.
 */
export function csvCell(text: string): string {
  if (text === '' || plain.test(text)) return text
  const safe = text !== dash && formula.test(text) ? `'${text}` : text
  const shown = printableLines(safe)
  return quoted.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown
}
