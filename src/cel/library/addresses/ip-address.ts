import { CelOpaque } from '../../values.ts'

/** An IPv4 or IPv6 address without zone. */
export class IpAddress extends CelOpaque {
  readonly typeName = 'net.IP'
  readonly family: 4 | 6
  /** The address as a number of 32 or 128 bits. */
  readonly bits: bigint

  constructor(family: 4 | 6, bits: bigint) {
    super()
    this.family = family
    this.bits = bits
  }

  override equals(other: CelOpaque): boolean {
    return other instanceof IpAddress && other.family === this.family && other.bits === this.bits
  }

  /** The canonical form: IPv6 in lower case, its longest run of zero groups as `::` (RFC 5952). */
  override toString(): string {
    return this.family === 4 ? this.groups(4, 8).join('.') : shortened(this.groups(8, 16))
  }

  get isUnspecified(): boolean {
    return this.bits === 0n
  }

  get isLoopback(): boolean {
    return this.family === 4 ? this.prefix(8) === 127n : this.bits === 1n
  }

  get isMulticast(): boolean {
    return this.family === 4 ? this.prefix(4) === 0xen : this.prefix(8) === 0xffn
  }

  get isLinkLocalMulticast(): boolean {
    return this.family === 4 ? this.prefix(24) === 0xe00000n : (this.prefix(16) & 0xff0fn) === 0xff02n
  }

  get isLinkLocalUnicast(): boolean {
    return this.family === 4 ? this.prefix(16) === 0xa9fen : this.prefix(10) === 0x3fan
  }

  get isGlobalUnicast(): boolean {
    const isBroadcast = this.family === 4 && this.bits === 0xffffffffn
    return !(isBroadcast || this.isUnspecified || this.isLoopback || this.isMulticast || this.isLinkLocalUnicast)
  }

  /** The first bits of the address, as a number. */
  prefix(length: number): bigint {
    return this.bits >> BigInt((this.family === 4 ? 32 : 128) - length)
  }

  private groups(count: number, width: number): number[] {
    const mask = (1n << BigInt(width)) - 1n
    return Array.from({ length: count }, (_, i) => Number((this.bits >> BigInt(width * (count - 1 - i))) & mask))
  }
}

function shortened(groups: readonly number[]): string {
  const hex = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':')
  const { start, length } = longestZeros(groups)
  if (length < 2) return hex(groups)
  return `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`
}

function longestZeros(groups: readonly number[]): { start: number; length: number } {
  let longest = { start: 0, length: 0 }
  let length = 0
  groups.forEach((group, i) => {
    length = group === 0 ? length + 1 : 0
    if (length > longest.length) longest = { start: i - length + 1, length }
  })
  return longest
}
