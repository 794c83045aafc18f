import { quoted } from '../quoted-text.ts'
import type { NetworkFault } from './parse-ip.ts'

/** The 32 bits of an address in dotted decimal form. Of several faults the first from the left is told. */
export function parseIpv4Fields(text: string): bigint | NetworkFault {
  let bits = 0n
  let fields = 0
  let field = ''
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (char === '.') {
      if (field === '' || i === text.length - 1)
        return { fault: `IPv4 field must have at least one digit (at ${quoted(text.slice(i))})` }
      if (fields === 3) return { fault: 'IPv4 address too long' }
      bits = (bits << 8n) | BigInt(field)
      fields++
      field = ''
    } else {
      if (char < '0' || char > '9') return { fault: `unexpected character (at ${quoted(text.slice(i))})` }
      if (field === '0') return { fault: 'IPv4 field has octet with leading zero' }
      field += char
      if (Number(field) > 255) return { fault: 'IPv4 field has value >255' }
    }
  }
  return fields < 3 ? { fault: 'IPv4 address too short' } : (bits << 8n) | BigInt(field)
}
