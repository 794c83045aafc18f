import { CelOpaque } from '../../values.ts'
import { quoted } from '../quoted-text.ts'
import { IpAddress } from './ip-address.ts'
import { isMapped, type NetworkFault, parseAnyAddress } from './parse-ip.ts'

/** A network in CIDR notation. Bits behind the prefix may be set. */
export class Cidr extends CelOpaque {
  readonly typeName = 'net.CIDR'
  readonly address: IpAddress
  readonly length: number

  constructor(address: IpAddress, length: number) {
    super()
    this.address = address
    this.length = length
  }

  override equals(other: CelOpaque): boolean {
    return other instanceof Cidr && other.length === this.length && other.address.equals(this.address)
  }

  override toString(): string {
    return `${this.address}/${this.length}`
  }

  containsIp(other: IpAddress): boolean {
    return other.family === this.address.family && other.prefix(this.length) === this.address.prefix(this.length)
  }

  containsCidr(other: Cidr): boolean {
    return this.length <= other.length && this.containsIp(other.address)
  }

  /** The same network with no bits behind the prefix. */
  masked(): Cidr {
    const { family } = this.address
    const host = BigInt((family === 4 ? 32 : 128) - this.length)
    return new Cidr(new IpAddress(family, this.address.prefix(this.length) << host), this.length)
  }
}

/** Reads a network as the API server's `cidr()` does. */
export function parseCidr(text: string): Cidr | NetworkFault {
  const parsed = parsePrefix(text)
  if (!('fault' in parsed) && isMapped(parsed.address))
    return { fault: `IPv4-mapped IPv6 address ${quoted(text)} is not allowed` }
  return parsed
}

/** `netip.ParsePrefix`. */
function parsePrefix(text: string): Cidr | NetworkFault {
  const refuse = (why: string): NetworkFault => ({
    fault: `network address parse error during conversion from string: netip.ParsePrefix(${quoted(text)}): ${why}`
  })
  const slash = text.lastIndexOf('/')
  if (slash === -1) return refuse("no '/'")
  const parsed = parseAnyAddress(text.slice(0, slash))
  if ('fault' in parsed) return refuse(parsed.fault)
  if (parsed.zone !== '') return refuse('IPv6 zones cannot be present in a prefix')
  const digits = text.slice(slash + 1)
  if (!/^(?:0|[1-9]\d{0,17})$/.test(digits)) return refuse(`bad bits after slash: ${quoted(digits)}`)
  const length = Number(digits)
  if (length > (parsed.address.family === 4 ? 32 : 128)) return refuse('prefix length out of range')
  return new Cidr(parsed.address, length)
}
