import type { RtfFacts } from '../facts/facts.ts'

/**
 * The name of one of Runtime Fabric's cluster roles without the namespace that newer installations put behind it.
 * @param name As written, such as `rtf:agent-rtf-eu`.
 * @returns Such as `rtf:agent`; null for a role of somebody else.
 */
export function rtfRoleName(facts: Pick<RtfFacts, 'clusterRoles' | 'assume'>, name: string): string | null {
  const answer = facts.assume['role-suffix']
  if (facts.clusterRoles.includes(name)) return answer === 'with' && name.startsWith('rtf:') ? null : name
  if (answer === 'without') return null
  // The longest first: `rtf:agent:common` begins with `rtf:agent`.
  const known = facts.clusterRoles.toSorted((a, b) => b.length - a.length)
  return known.find((role) => name.startsWith(`${role}-`) && /^[a-z0-9-]+$/.test(name.slice(role.length + 1))) ?? null
}
