import { type DecodedText, decodeText } from '../../yaml/decode.ts'
import { readBytes } from './read-bytes.ts'

/**
 * The text of a file.
 * @param regular The folder's listing said that this is a regular file.
 */
export function readDecoded(file: string, regular: boolean): DecodedText | { readonly problem: string } {
  const bytes = readBytes(file, regular)
  return 'problem' in bytes ? bytes : decodeText(bytes)
}
