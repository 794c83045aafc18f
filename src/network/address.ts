/** An IP address as a number, and which of the two kinds it is. */
export interface Address {
  readonly family: 4 | 6
  readonly value: bigint
}

/** Addresses of one family from `first` to `last`, both included. */
export interface AddressRange {
  readonly family: 4 | 6
  readonly first: bigint
  readonly last: bigint
}

const bits = { 4: 32, 6: 128 } as const

/** The address, or null where the text is none. An IPv4 address in IPv6 form (`::ffff:10.0.0.1`) is the IPv4 address. */
export function parseAddress(text: string): Address | null {
  if (!text.includes(':')) {
    const value = ipv4(text)
    return value === null ? null : { family: 4, value }
  }
  const value = ipv6(text)
  if (value === null) return null
  return value >> 32n === 0xffffn ? { family: 4, value: value & 0xffffffffn } : { family: 6, value }
}

/** The addresses of a block such as `10.0.0.0/8`, whose host part may be set; null where the text is no block. */
export function parseBlock(text: string): AddressRange | null {
  const slash = text.indexOf('/')
  if (slash === -1) return null
  const address = parseAddress(text.slice(0, slash))
  const suffix = text.slice(slash + 1)
  if (address === null || !/^\d{1,3}$/.test(suffix)) return null
  const mapped = address.family === 4 && text.includes(':')
  const prefix = Number(suffix) - (mapped ? 96 : 0)
  const width = bits[address.family]
  if (prefix < 0 || prefix > width) return null
  const size = 1n << BigInt(width - prefix)
  const first = address.value - (address.value % size)
  return { family: address.family, first, last: first + size - 1n }
}

export function contains(range: AddressRange, { family, value }: Address): boolean {
  return range.family === family && range.first <= value && value <= range.last
}

/** True where the range holds every address of its family. */
export function isEverywhere({ family, first, last }: AddressRange): boolean {
  return first === 0n && last === (1n << BigInt(bits[family])) - 1n
}

/** What is left of a range without others, in ascending order. */
export function without(range: AddressRange, holes: readonly AddressRange[]): AddressRange[] {
  const { family } = range
  const sorted = holes
    .filter((hole) => hole.family === family && hole.first <= range.last && hole.last >= range.first)
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
  const left: AddressRange[] = []
  let first = range.first
  for (const hole of sorted) {
    if (hole.first > first) left.push({ family, first, last: hole.first - 1n })
    if (hole.last >= first) first = hole.last + 1n
  }
  if (first <= range.last) left.push({ family, first, last: range.last })
  return left
}

/** Leading zeros are read as Go reads them in old objects: as decimal. */
function ipv4(text: string): bigint | null {
  const parts = text.split('.')
  if (parts.length !== 4) return null
  let value = 0n
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return null
    value = (value << 8n) | BigInt(Number(part))
  }
  return value
}

function ipv6(text: string): bigint | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [head = '', tail] = halves
  const before = groups(head)
  const after = tail === undefined ? [] : groups(tail)
  if (before === null || after === null) return null
  const missing = 8 - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 1) return null
  const all = [...before, ...Array<bigint>(missing).fill(0n), ...after]
  return all.reduce((value, group) => (value << 16n) | group, 0n)
}

/** Groups of 16 bits; the last two may be written as an IPv4 address. */
function groups(text: string): bigint[] | null {
  if (text === '') return []
  const found: bigint[] = []
  const parts = text.split(':')
  for (const [index, part] of parts.entries()) {
    if (index === parts.length - 1 && part.includes('.')) {
      const value = ipv4(part)
      if (value === null) return null
      found.push(value >> 16n, value & 0xffffn)
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) found.push(BigInt(`0x${part}`))
    else return null
  }
  return found
}
