import type { Mapping } from './mapping.ts'

/**
 * A volume as the API server stores it: one with nothing but a name is an `emptyDir` (`SetDefaults_Volume` of the core
 * API). The volume itself where nothing is missing, which is nearly always; otherwise a new object. A source that is
 * unknown counts as one: the server that knows it would judge it, and one that does not refuses it or says so.
 */
export function defaultedVolume(volume: Mapping): Mapping {
  for (const field in volume) {
    if (field !== 'name' && volume[field] !== undefined && volume[field] !== null) return volume
  }
  return { ...volume, emptyDir: {} }
}
