import { readFileSync } from 'node:fs'
import { decodeText } from '../yaml/decode.ts'
import { refusal } from './refusal.ts'
import { UserError } from './user-error.ts'

/**
 * The text of a file.
 * @throws UserError where it cannot be read.
 */
export function textOf(file: string): string {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    throw new UserError(`cannot read ${file}: ${refusal(error)}`)
  }
  const decoded = decodeText(bytes)
  if ('problem' in decoded) throw new UserError(`${file}:${decoded.line}:${decoded.column}: ${decoded.problem}`)
  return decoded.text
}
