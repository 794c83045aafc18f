import { CelOpaque } from '../../values.ts'

/** A semantic version (semver.org 2.0.0). */
export class SemanticVersion extends CelOpaque {
  readonly typeName = 'kubernetes.Semver'
  readonly major: bigint
  readonly minor: bigint
  readonly patch: bigint
  /** Identifiers behind `-`: numbers as bigint. */
  readonly prerelease: readonly (bigint | string)[]
  /** What follows `+`; without effect on the order. */
  readonly build: string

  constructor(numbers: readonly [bigint, bigint, bigint], prerelease: readonly (bigint | string)[], build: string) {
    super()
    ;[this.major, this.minor, this.patch] = numbers
    this.prerelease = prerelease
    this.build = build
  }

  override equals(other: CelOpaque): boolean {
    return other instanceof SemanticVersion && this.compareTo(other) === 0
  }

  override toString(): string {
    const prerelease = this.prerelease.length > 0 ? `-${this.prerelease.join('.')}` : ''
    return `${this.major}.${this.minor}.${this.patch}${prerelease}${this.build && `+${this.build}`}`
  }

  /** The precedence of semver.org, section 11. */
  compareTo(other: SemanticVersion): -1 | 0 | 1 {
    return (
      order(this.major, other.major) ||
      order(this.minor, other.minor) ||
      order(this.patch, other.patch) ||
      comparePrereleases(this.prerelease, other.prerelease)
    )
  }
}

type Identifiers = readonly (bigint | string)[]

function comparePrereleases(one: Identifiers, other: Identifiers): -1 | 0 | 1 {
  // A version without prerelease is above all of its prereleases.
  if (one.length === 0 || other.length === 0) return order(other.length, one.length)
  for (const [i, left] of one.entries()) {
    const right = other[i]
    if (right === undefined) return 1
    const difference = compareIdentifiers(left, right)
    if (difference !== 0) return difference
  }
  return order(one.length, other.length)
}

function compareIdentifiers(one: bigint | string, other: bigint | string): -1 | 0 | 1 {
  if (typeof one === typeof other) return order(one, other)
  return typeof one === 'bigint' ? -1 : 1
}

function order<T extends bigint | number | string>(one: T, other: T): -1 | 0 | 1 {
  return one === other ? 0 : one < other ? -1 : 1
}
