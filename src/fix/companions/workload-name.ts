import type { Resource } from '../../estate/resource.ts'

/** For people: `Deployment cart`. */
export function workloadName({ kind, name, generateName }: Resource): string {
  return `${kind} ${name ?? generateName ?? '(without a name)'}`
}
