import { createHash, createPrivateKey, sign } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sumsFile = 'SHA256SUMS'

/**
 * Writes `SHA256SUMS` over the files of a folder, as `sha256sum -c` reads it, and its Ed25519 signature where there is a
 * key.
 * @param key A private key in PEM, or undefined for no signature.
 */
export function writeChecksums(folder: string, key: string | undefined): void {
  const names = readdirSync(folder).filter((name) => !name.startsWith(sumsFile))
  const sums = names.sort().map((name) => `${digest(join(folder, name))}  ${name}\n`)
  const text = Buffer.from(sums.join(''))
  writeFileSync(join(folder, sumsFile), text)
  if (key !== undefined) writeFileSync(join(folder, `${sumsFile}.sig`), sign(null, text, createPrivateKey(key)))
}

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
