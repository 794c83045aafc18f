import { YamlFault } from '../problem.ts'
import type { ScalarText } from './node.ts'

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** The bytes of a `!!binary` scalar as the text that Go's JSON encoder makes of them. */
export function decodeBinary(node: ScalarText): string {
  const encoded = node.text.replace(/[\r\n]/g, '')
  if (!base64.test(encoded)) throw new YamlFault(node.contentStart, '!!binary needs base64 text')
  return decodeGoUtf8(Buffer.from(encoded, 'base64'))
}

/** UTF-8 where each byte that belongs to no character becomes U+FFFD, one for one, unlike `TextDecoder`. */
function decodeGoUtf8(bytes: Uint8Array): string {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] ?? 0)
    const piece = decodeOrUndefined(strict, bytes.subarray(at, at + length))
    text += piece ?? '\ufffd'
    at += piece === undefined ? 1 : length
  }
  return text
}

function sequenceLength(lead: number): number {
  if (lead < 0xc0) return 1
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : 4
}

function decodeOrUndefined(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
