/**
 * Kubernetes versions as far as rules depend on them: the minor version of major 1. `1.31`, `v1.31` and `1.31.4` are
 * minor 31.
 */

/** The newest minor version whose rules are known. */
export const newestMinor = 37

/** The minor version, or undefined where the text is no version of Kubernetes 1. */
export function parseMinor(text: string): number | undefined {
  const match = /^v?1\.(\d{1,3})(\.\d+)?$/.exec(text)
  return match?.[1] === undefined ? undefined : Number(match[1])
}

export function formatMinor(minor: number): string {
  return `1.${minor}`
}
