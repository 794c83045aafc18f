import { formatMinor, newestMinor, parseMinor } from '../kubernetes-version.ts'
import type { Framework } from './framework.ts'
import { activeChecks, type PodSecurityCheck } from './pod-security-checks.ts'

const versions = Array.from({ length: newestMinor + 1 }, (_, minor) => formatMinor(minor))

/** Pod Security Standards, level baseline, by Kubernetes version. */
export const podSecurityBaseline = level('baseline')

/** Pod Security Standards, level restricted, by Kubernetes version. */
export const podSecurityRestricted = level('restricted')

function level(name: PodSecurityCheck['level']): Framework {
  return {
    name: `pss-${name}`,
    versions,
    items: (version) => activeChecks(name, parseMinor(version) ?? newestMinor),
    itemsOf: (control, version) => {
      const active = activeChecks(name, parseMinor(version) ?? newestMinor)
      return (control.maps.pss ?? []).filter((id) => active.some((check) => check.id === id))
    }
  }
}
