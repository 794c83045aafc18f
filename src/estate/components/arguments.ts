import type { FlagTypes } from '../../kubernetes/flag-table.ts'
import type { Path } from '../path.ts'

/** One word of a command line, and where it is written. */
export interface Word {
  readonly text: string
  readonly path: Path
}

/** A flag as it is given once. */
export interface GivenFlag {
  readonly name: string
  /** Null where a value is missing. */
  readonly text: string | null
  readonly path: Path
}

/** Single-dash words of pflag's programs are bundles of these. */
const shortFlags: Readonly<Record<string, string>> = { v: 'v', h: 'help' }

/**
 * The flags of a command line, as pflag reads them: `--name=value`, `--name value`, and `--name` alone for what is true
 * or false; nothing after `--`. etcd, which uses Go's own package, takes one dash as well.
 */
export function givenFlags(words: readonly Word[], types: FlagTypes, oneDash: boolean): GivenFlag[] {
  const given: GivenFlag[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index]
    if (word === undefined || word.text === '--') break
    const match = /^(--?)([^-=][^=]*)(?:=([\s\S]*))?$/.exec(word.text)
    if (match === null) continue
    const [, dashes = '', written = '', value] = match
    const name = dashes === '--' || oneDash ? written.replaceAll('_', '-') : (shortFlags[written[0] ?? ''] ?? written)
    const attached = dashes === '-' && !oneDash && written.length > 1 ? written.slice(1) : value
    if (attached !== undefined) {
      given.push({ name, text: attached, path: word.path })
    } else if (types.get(name)?.kind === 'boolean') {
      given.push({ name, text: 'true', path: word.path })
    } else {
      const next = words[index + 1]
      const isValue = next !== undefined && (types.has(name) || !next.text.startsWith('-'))
      given.push({ name, text: isValue ? next.text : null, path: word.path })
      if (isValue) index++
    }
  }
  return given
}
