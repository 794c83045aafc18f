import { printable } from '../printable.ts'

/**
 * What Markdown or HTML would take for markup. An at sign or a number sign that GitHub or GitLab would make a mention or
 * a reference of, and the colon of an address, are parted from what follows by an empty comment: names in manifests
 * notify nobody and link nowhere.
 */
const special = /[\\`*_[\]~|$<>&!]|[@#](?=\w)|:(?=\/\/)|(?<=www)\./g

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }
const parted = '@#:.'

/** Text from outside for one line of Markdown, in a table or not. */
export function markdownText(text: string): string {
  return printable(text.toWellFormed()).replace(special, (character) => {
    const entity = entities[character]
    if (entity !== undefined) return entity
    return parted.includes(character) ? `${character}<!-- -->` : `\\${character}`
  })
}

/** The same as code. Markdown's own marks for it would need counting, and cannot hold a bar in a table. */
export function markdownCode(text: string): string {
  return `<code>${markdownText(text)}</code>`
}
