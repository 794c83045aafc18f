import { quotedBytes } from './byte-text.ts'

/** Parts of a URL, which differ in the characters that may stand unescaped. */
export type UrlPart = 'path' | 'host' | 'zone' | 'user' | 'query' | 'fragment'

/** Why a text is not a URL, in the words of Go's `net/url`. */
export interface UrlFault {
  readonly fault: string
}

const host = /[-_.~!$&'()*+,;=:[\]<>"a-zA-Z0-9]/
const plain: Readonly<Record<UrlPart, RegExp>> = {
  path: /[-_.~$&+,/:;=@a-zA-Z0-9]/,
  host,
  zone: host,
  user: /[-_.~$&+,;=a-zA-Z0-9]/,
  query: /[-_.~a-zA-Z0-9]/,
  fragment: /[-_.~$&+,/:;=?@!()*a-zA-Z0-9]/
}

/** Escapes the bytes that may not stand for themselves in the part. */
export function percentEncode(bytes: string, part: UrlPart): string {
  return bytes.replace(/./gs, (byte) => (plain[part].test(byte) ? byte : percent(byte)))
}

export function isPlain(byte: string, part: UrlPart): boolean {
  return plain[part].test(byte)
}

function percent(byte: string): string {
  return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

/** Reads escapes, and `+` as a space in a query. In a host only what cannot be written otherwise may be escaped. */
export function percentDecode(bytes: string, part: UrlPart): string | UrlFault {
  for (let i = 0; i < bytes.length; i++) {
    const fault = faultAt(bytes, i, part)
    if (fault !== undefined) return fault
    if (bytes[i] === '%') i += 2
  }
  const spaced = part === 'query' ? bytes.replaceAll('+', ' ') : bytes
  return spaced.replace(/%([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function faultAt(bytes: string, i: number, part: UrlPart): UrlFault | undefined {
  const byte = bytes.charAt(i)
  const inHost = part === 'host' || part === 'zone'
  if (byte !== '%') {
    if (!inHost || byte >= '\x80' || isPlain(byte, part)) return undefined
    return { fault: `invalid character ${quotedBytes(byte)} in host name` }
  }
  const escaped = bytes.slice(i, i + 3)
  if (/^%[0-9a-fA-F]{2}$/.test(escaped) && !(inHost && isRefused(escaped, part))) return undefined
  return { fault: `invalid URL escape ${quotedBytes(escaped)}` }
}

/** RFC 3986 allows escapes in a host for other than ASCII only; RFC 6874 adds `%25`. */
function isRefused(escaped: string, part: UrlPart): boolean {
  if (escaped === '%25') return false
  const byte = String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
  return part === 'host' ? byte < '\x80' : byte !== ' ' && !isPlain(byte, 'host')
}
