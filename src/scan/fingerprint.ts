/**
 * 64-bit running hash for fingerprints, in two 32-bit lanes: identities are hashed, never secrets, so speed matters
 * and resistance to forgery does not. Each lane is FNV-1a with its own offset and multiplier, mixed at the end as in
 * MurmurHash3's finaliser.
 */
export interface HashState {
  readonly high: number
  readonly low: number
}

export const emptyHash: HashState = { high: 0x811c9dc5, low: 0x9747b28c }

/** Continues a hash with a text and a separator, so that ("ab", "c") and ("a", "bc") differ. */
export function hashText(state: HashState, text: string): HashState {
  let { high, low } = state
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ unit, 0x5bd1e995)
    low ^= low >>> 15
  }
  return { high: Math.imul(high ^ 0xffff, 0x01000193), low: Math.imul(low ^ 0xffff, 0x5bd1e995) }
}

/** Sixteen hexadecimal digits. */
export function hashDigits(state: HashState): string {
  return digits(mix(state.high ^ (state.low >>> 7))) + digits(mix(state.low ^ state.high))
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function digits(value: number): string {
  return (value + 0x100000000).toString(16).slice(1)
}
