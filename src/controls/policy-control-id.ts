const prefix = 'policy-'

/** The control that an admission policy of this name becomes. */
export function policyControlId(policy: string): string {
  return `${prefix}${policy.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`
}

/**
 * Whether an id is one that an admission policy would have. Which policies there are is known only to a scan that reads
 * them, and a configuration may name them for other scans, too.
 */
export function isPolicyControlId(id: string): boolean {
  return id.startsWith(prefix) && id.length > prefix.length && policyControlId(id.slice(prefix.length)) === id
}
