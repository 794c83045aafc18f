import type { Framework, FrameworkItem } from './framework.ts'
import { valueAtVersion } from './version-order.ts'

/** The OWASP Kubernetes Top Ten, by year. */
const lists: Readonly<Record<string, readonly string[]>> = {
  '2022': [
    'Insecure workload configurations',
    'Supply chain vulnerabilities',
    'Overly permissive RBAC configurations',
    'Lack of centralized policy enforcement',
    'Inadequate logging and monitoring',
    'Broken authentication mechanisms',
    'Missing network segmentation controls',
    'Secrets management failures',
    'Misconfigured cluster components',
    'Outdated and vulnerable Kubernetes components'
  ],
  '2025': [
    'Insecure workload configurations',
    'Overly permissive authorization configurations',
    'Secrets management failures',
    'Lack of cluster level policy enforcement',
    'Missing network segmentation controls',
    'Overly exposed Kubernetes components',
    'Misconfigured and vulnerable cluster components',
    'Cluster to cloud lateral movement',
    'Broken authentication mechanisms',
    'Inadequate logging and monitoring'
  ]
}

export const owasp: Framework = {
  name: 'owasp-k8s',
  versions: Object.keys(lists),
  items: (year) => (lists[year] ?? []).map(itemOf),
  itemsOf: (control, year) => valueAtVersion(control.maps.owasp ?? {}, year) ?? []
}

/** The third of a list is K03. */
function itemOf(title: string, index: number): FrameworkItem {
  return { id: `K${String(index + 1).padStart(2, '0')}`, title }
}
