/**
 * 32-bit hashes for fingerprints. Identities are hashed, never secrets, so speed matters and resistance to forgery
 * does not: FNV-1a over UTF-16 units, and the finaliser of MurmurHash3 to spread what is combined.
 */

/** Hash of a text, continued from `seed`. */
export function hashText(seed: number, text: string): number {
  let hash = seed
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return mix(hash ^ text.length)
}

/** Two hashes as one; the order matters. */
export function combine(first: number, second: number): number {
  return mix(Math.imul(first, 31) ^ second)
}

/** Eight hexadecimal digits. */
export function hashDigits(hash: number): string {
  return (byte[hash >>> 24] ?? '') + byte[(hash >>> 16) & 255] + byte[(hash >>> 8) & 255] + byte[hash & 255]
}

const byte: readonly string[] = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'))

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
