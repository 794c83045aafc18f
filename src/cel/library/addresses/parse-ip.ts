import { quoted } from '../quoted-text.ts'
import { IpAddress } from './ip-address.ts'
import { parseIpv4Fields } from './parse-ipv4.ts'
import { parseIpv6 } from './parse-ipv6.ts'

/** Why a text is not an address or a network, in the words of Go's `net/netip` and the API server. */
export interface NetworkFault {
  readonly fault: string
}

/** Reads an address as the API server's `ip()` does: no zone, no IPv4 mapped into IPv6, no leading zeros. */
export function parseIp(text: string): IpAddress | NetworkFault {
  const parsed = parseAnyAddress(text)
  if ('fault' in parsed)
    return { fault: `IP Address ${quoted(text)} parse error during conversion from string: ${parsed.fault}` }
  if (parsed.zone !== '') return { fault: `IP address ${quoted(text)} with zone value is not allowed` }
  if (isMapped(parsed.address)) return { fault: `IPv4-mapped IPv6 address ${quoted(text)} is not allowed` }
  return parsed.address
}

/** An address with the zone that `net/netip` accepts behind `%`. */
export interface ZonedAddress {
  readonly address: IpAddress
  readonly zone: string
}

/** `netip.ParseAddr`. */
export function parseAnyAddress(text: string): ZonedAddress | NetworkFault {
  const sign = /[.:%]/.exec(text)?.[0]
  const parsed = sign === '.' ? parseIpv4(text) : sign === ':' ? parseIpv6(text) : { fault: reasonFor(sign) }
  return 'fault' in parsed ? { fault: `ParseAddr(${quoted(text)}): ${parsed.fault}` } : parsed
}

/** Whether an IPv6 address stands for an IPv4 one: `::ffff:0:0/96`. */
export function isMapped(address: IpAddress): boolean {
  return address.family === 6 && address.prefix(96) === 0xffffn
}

function reasonFor(sign: string | undefined): string {
  return sign === '%' ? 'missing IPv6 address' : 'unable to parse IP'
}

function parseIpv4(text: string): ZonedAddress | NetworkFault {
  const bits = parseIpv4Fields(text)
  return typeof bits === 'object' ? bits : { address: new IpAddress(4, bits), zone: '' }
}
