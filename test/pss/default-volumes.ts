import { isMapping, type Mapping } from '../../src/estate/mapping.ts'

/**
 * The pod spec as the API server stores it, as far as a verdict depends on it: a volume with nothing but a name is an
 * emptyDir. A new object; written apart from the code under test, so that a fault there does not hide itself.
 */
export function withDefaultVolumes(spec: Mapping): Mapping {
  if (!Array.isArray(spec.volumes)) return spec
  return { ...spec, volumes: spec.volumes.map(withDefaultSource) }
}

function withDefaultSource(volume: unknown): unknown {
  const fields = isMapping(volume) ? volume : {}
  const hasSource = Object.entries(fields).some(([key, value]) => key !== 'name' && value !== null)
  return hasSource ? volume : { ...fields, emptyDir: {} }
}
