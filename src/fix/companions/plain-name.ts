import type { Resource } from '../../estate/resource.ts'

/**
 * The name of a workload as a part of names of other objects. What the API server takes in no name, such as a place that
 * somebody will fill in, becomes a dash.
 */
export function plainName({ name, generateName, kind }: Resource): string {
  const plain = (name ?? generateName ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  return plain === '' ? kind.toLowerCase() : plain
}
