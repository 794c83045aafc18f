import { parseAnyAddress } from '../addresses/parse-ip.ts'
import { quotedBytes, toText } from './byte-text.ts'
import { percentDecode, percentEncode, type UrlFault } from './percent-encoding.ts'

/** What stands between `//` and the path. */
export interface Authority {
  /** With the port, as bytes; an IPv6 address in brackets. */
  readonly host: string
  /** User and password as a URL writes them, undefined without. */
  readonly user: string | undefined
}

/** `parseAuthority` of Go's `net/url`. */
export function parseAuthority(scheme: string, authority: string): Authority | UrlFault {
  const at = authority.lastIndexOf('@')
  const host = parseHost(scheme, authority.slice(at + 1))
  if (typeof host === 'object') return host
  if (at === -1) return { host, user: undefined }
  const user = parseUser(authority.slice(0, at))
  return typeof user === 'object' ? user : { host, user }
}

function parseUser(text: string): string | UrlFault {
  if (!/^[-A-Za-z0-9._:~!$&'()*+,;=%@]*$/.test(text)) return { fault: 'net/url: invalid userinfo' }
  const colon = text.indexOf(':')
  const names = colon === -1 ? [text] : [text.slice(0, colon), text.slice(colon + 1)]
  const escaped: string[] = []
  for (const name of names) {
    const plain = percentDecode(name, 'user')
    if (typeof plain === 'object') return plain
    escaped.push(percentEncode(plain, 'user'))
  }
  return escaped.join(':')
}

function parseHost(scheme: string, host: string): string | UrlFault {
  const bracket = host.lastIndexOf('[')
  if (bracket > 0) return { fault: 'invalid IP-literal' }
  if (bracket === 0) return parseIpLiteral(host)
  // Other schemes' hosts may be lists of hosts with ports.
  const colon = scheme === 'http' || scheme === 'https' ? host.indexOf(':') : host.lastIndexOf(':')
  const port = colon === -1 ? '' : host.slice(colon)
  return isPort(port) ? percentDecode(host, 'host') : invalidPort(port)
}

function parseIpLiteral(host: string): string | UrlFault {
  const bracket = host.lastIndexOf(']')
  if (bracket === -1) return { fault: "missing ']' in host" }
  const port = host.slice(bracket + 1)
  if (!isPort(port)) return invalidPort(port)
  const name = unescapeZoned(host.slice(1, bracket))
  if (typeof name === 'object') return name
  const parsed = parseAnyAddress(toText(name))
  if ('fault' in parsed) return { fault: `invalid host: ${parsed.fault}` }
  return parsed.address.family === 4 ? { fault: 'invalid IP-literal' } : `[${name}]${port}`
}

/** An escaped percent sign begins the zone, which may hold more kinds of escapes than a host (RFC 6874). */
function unescapeZoned(name: string): string | UrlFault {
  const zoneStart = name.indexOf('%25')
  if (zoneStart === -1) return percentDecode(name, 'host')
  const address = percentDecode(name.slice(0, zoneStart), 'host')
  if (typeof address === 'object') return address
  const zone = percentDecode(name.slice(zoneStart), 'zone')
  return typeof zone === 'object' ? zone : address + zone
}

export function isPort(text: string): boolean {
  return text === '' || /^:[0-9]*$/.test(text)
}

function invalidPort(port: string): UrlFault {
  return { fault: `invalid port ${quotedBytes(port)} after host` }
}
