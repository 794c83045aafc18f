/** A version of Runtime Fabric, such as 3.0.277. */
export interface RtfVersion {
  readonly major: number
  readonly minor: number
  /** Null where only the line is known, such as 2.8. */
  readonly patch: number | null
}

/** The lines whose documentation was read, oldest first. The first has no KubernetesTemplate. */
export const knownLines: readonly string[] = ['2.3', '2.4', '2.5', '2.6', '2.7', '2.8', '2.9', '2.10', '2.11', '3.0']

/** The newest line whose documentation was read; newer ones are taken for it. */
export const newestLine = '3.0'

/**
 * A version as a tag, a chart or a user writes it: `v3.0.277`, `3.0.277-ubi`, `2.8`.
 * @returns Null for what is no version.
 */
export function parseRtfVersion(text: string): RtfVersion | null {
  const [, major, minor, patch] = /^v?(\d{1,4})\.(\d{1,4})(?:\.(\d{1,6}))?(?:[-+].*)?$/.exec(text.trim()) ?? []
  if (major === undefined || minor === undefined) return null
  return { major: Number(major), minor: Number(minor), patch: patch === undefined ? null : Number(patch) }
}

/** `3.0.277`, or `2.8` where only the line is known. */
export function formatRtfVersion({ major, minor, patch }: RtfVersion): string {
  return patch === null ? `${major}.${minor}` : `${major}.${minor}.${patch}`
}

/** `3.0` */
export function lineOf({ major, minor }: RtfVersion): string {
  return `${major}.${minor}`
}

/** Negative where `a` is older than `b`. A line without a patch counts as its newest patch. */
export function compareRtfVersions(a: RtfVersion, b: RtfVersion): number {
  if (a.major !== b.major) return a.major - b.major
  if (a.minor !== b.minor) return a.minor - b.minor
  if (a.patch === b.patch) return 0
  return (a.patch ?? Number.MAX_SAFE_INTEGER) - (b.patch ?? Number.MAX_SAFE_INTEGER)
}

/**
 * Whether a version has what came with another.
 * @param since Such as `2.6` or `3.0.1`. A line means its first patch.
 * @throws RangeError for a `since` that is no version: data is wrong then.
 */
export function isSince(version: RtfVersion, since: string): boolean {
  const first = parseRtfVersion(since)
  if (first === null) throw new RangeError(`"${since}" is no version of Runtime Fabric`)
  return compareRtfVersions(version, { ...first, patch: first.patch ?? 0 }) >= 0
}

/**
 * What has to be said about a version before facts are taken for it; null where its line was read.
 * A newer one is taken for the newest line, an older one for the oldest.
 */
export function versionNote(version: RtfVersion): string | null {
  const line = lineOf(version)
  if (knownLines.includes(line)) return null
  const newest = parseRtfVersion(newestLine)
  const isNewer = newest !== null && compareRtfVersions({ ...version, patch: null }, newest) > 0
  return isNewer
    ? `Runtime Fabric ${line} is newer than ${newestLine}, the newest that is known: taken for that`
    : `Runtime Fabric ${line} is not among the versions that are known (${knownLines.join(', ')})`
}
