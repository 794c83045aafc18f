import { kinds } from '../kubernetes/api-types.ts'
import { pluralOf } from '../kubernetes/plural.ts'
import type { KindTable } from './match/kind-table.ts'
import type { Policy } from './policy.ts'

/** The kinds of the objects that a policy may be about, by name; null for any, also where a kind is not known. */
export function subjectKinds({ match }: Policy, table: KindTable): ReadonlySet<string> | null {
  const found = new Set<string>()
  for (const { resources } of match.resourceRules) {
    for (const resource of resources) {
      const [main = '', subresource] = resource.split('/')
      if (subresource !== undefined && subresource !== '*') continue
      const named = main === '*' ? [] : [...kindsServedAs(main), ...table.customKinds(main)]
      if (named.length === 0) return null
      for (const kind of named) found.add(kind)
    }
  }
  return found
}

function kindsServedAs(resource: string): string[] {
  byPlural ??= Map.groupBy(new Set([...kinds().values()].flatMap((names) => [...names])), pluralOf)
  return byPlural.get(resource) ?? []
}

let byPlural: Map<string, string[]> | undefined
