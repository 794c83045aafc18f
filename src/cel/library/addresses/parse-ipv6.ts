import { quoted } from '../quoted-text.ts'
import { IpAddress } from './ip-address.ts'
import type { NetworkFault, ZonedAddress } from './parse-ip.ts'
import { parseIpv4Fields } from './parse-ipv4.ts'

/** Groups of an address read so far. */
interface Reading {
  /** What is still to be read. */
  rest: string
  groups: bigint[]
  /** Number of groups before `::`, or undefined without one. */
  ellipsis: number | undefined
}

/** Reads an IPv6 address as `net/netip` does, with its reasons for refusing one. */
export function parseIpv6(text: string): ZonedAddress | NetworkFault {
  const percent = text.indexOf('%')
  const zone = percent === -1 ? '' : text.slice(percent + 1)
  if (percent !== -1 && zone === '') return { fault: 'zone must be a non-empty string' }
  const bare = percent === -1 ? text : text.slice(0, percent)
  const reading: Reading = bare.startsWith('::')
    ? { rest: bare.slice(2), groups: [], ellipsis: 0 }
    : { rest: bare, groups: [], ellipsis: undefined }
  const fault = bare === '::' ? undefined : readGroups(reading)
  if (fault !== undefined) return fault
  const bits = expand(reading)
  return typeof bits === 'object' ? bits : { address: new IpAddress(6, bits), zone }
}

function readGroups(reading: Reading): NetworkFault | undefined {
  while (reading.groups.length < 8) {
    const digits = /^[0-9a-fA-F]{0,5}/.exec(reading.rest)?.[0] ?? ''
    if (digits.length > 4) return at('each group must have 4 or less digits', reading.rest)
    if (digits === '') return at('each colon-separated field must have at least one digit', reading.rest)
    if (reading.rest[digits.length] === '.') return readEmbeddedIpv4(reading)
    reading.groups.push(BigInt(`0x${digits}`))
    reading.rest = reading.rest.slice(digits.length)
    if (reading.rest === '') break
    const fault = readColon(reading)
    if (fault !== undefined) return fault
    if (reading.rest === '') break
  }
  return reading.rest === '' ? undefined : at('trailing garbage after address', reading.rest)
}

/** A colon, or two where they are the ellipsis. */
function readColon(reading: Reading): NetworkFault | undefined {
  const { rest } = reading
  if (!rest.startsWith(':')) return at('unexpected character, want colon', rest)
  if (rest === ':') return at('colon must be followed by more characters', rest)
  reading.rest = rest.slice(1)
  if (!reading.rest.startsWith(':')) return undefined
  if (reading.ellipsis !== undefined) return at('multiple :: in address', reading.rest)
  reading.ellipsis = reading.groups.length
  reading.rest = reading.rest.slice(1)
  return undefined
}

function readEmbeddedIpv4(reading: Reading): NetworkFault | undefined {
  const { rest, groups, ellipsis } = reading
  if (ellipsis === undefined && groups.length !== 6)
    return at('embedded IPv4 address must replace the final 2 fields of the address', rest)
  if (groups.length > 6) return at('too many hex fields to fit an embedded IPv4 at the end of the address', rest)
  const bits = parseIpv4Fields(rest)
  if (typeof bits === 'object') return bits
  groups.push(bits >> 16n, bits & 0xffffn)
  reading.rest = ''
  return undefined
}

function expand({ groups, ellipsis }: Reading): bigint | NetworkFault {
  const missing = 8 - groups.length
  if (missing > 0 && ellipsis === undefined) return { fault: 'address string too short' }
  if (missing === 0 && ellipsis !== undefined) return { fault: 'the :: must expand to at least one field of zeros' }
  const zeros = Array<bigint>(missing).fill(0n)
  const all = [...groups.slice(0, ellipsis ?? 8), ...zeros, ...groups.slice(ellipsis ?? 8)]
  return all.reduce((bits, group) => (bits << 16n) | group, 0n)
}

function at(fault: string, rest: string): NetworkFault {
  return { fault: `${fault} (at ${quoted(rest)})` }
}
