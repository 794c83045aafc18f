import type { Estate } from '../../../estate/estate.ts'
import { mappingAt } from '../../../estate/mapping.ts'

/** Whether something shows that pods of a cluster have addresses of IPv6: Services that ask for them, or nodes that give them. */
export function usesIpv6(estate: Estate): boolean {
  const services = estate.ofKind('Service', '').some(({ object }) => {
    const { ipFamilies, ipFamilyPolicy, clusterIP } = mappingAt(object, 'spec') ?? {}
    return (
      (Array.isArray(ipFamilies) && ipFamilies.includes('IPv6')) ||
      (typeof ipFamilyPolicy === 'string' && ipFamilyPolicy !== 'SingleStack') ||
      (typeof clusterIP === 'string' && clusterIP.includes(':'))
    )
  })
  return (
    services ||
    estate.ofKind('Node', '').some(({ object }) => {
      const podCIDRs = mappingAt(object, 'spec')?.podCIDRs
      return Array.isArray(podCIDRs) && podCIDRs.some((block) => String(block).includes(':'))
    })
  )
}
