import type { TagRange } from './known-image.ts'

/**
 * Whether a tag is in a range. A tag without a version (`latest`, `alpine`, none at all) is taken for the newest, since that
 * is what such tags point to.
 */
export function inRange(tag: string | null, { from, below, part }: TagRange): boolean {
  if (part !== undefined && !hasPart(tag, part)) return false
  const version = versionOf(tag)
  if (version === null) return below === undefined
  if (from !== undefined && compare(version, numbers(from)) < 0) return false
  return below === undefined || compare(version, numbers(below)) < 0
}

function hasPart(tag: string | null, part: string): boolean {
  return tag?.split(/[-_]/).some((word) => word.startsWith(part)) ?? false
}

function versionOf(tag: string | null): readonly number[] | null {
  const version = /^v?(\d+(?:\.\d+)*)/.exec(tag ?? '')?.[1]
  return version === undefined ? null : numbers(version)
}

function numbers(version: string): readonly number[] {
  return version.split('.').map(Number)
}

/** By the parts that both have: `1` is neither before nor after `1.25`. */
function compare(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
