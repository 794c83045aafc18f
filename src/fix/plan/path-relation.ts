import type { Path } from '../../estate/path.ts'

/** Whether `inner` is `outer` or lies below it. */
export function isWithinPath(inner: Path, outer: Path): boolean {
  return outer.length <= inner.length && outer.every((step, index) => inner[index] === step)
}

/** Whether one of the two lies below the other, or both are the same. */
export function overlap(a: Path, b: Path): boolean {
  return a.length <= b.length ? isWithinPath(b, a) : isWithinPath(a, b)
}
