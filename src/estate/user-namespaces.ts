import type { Estate } from './estate.ts'
import type { Resource } from './resource.ts'

/** Kubernetes itself lives there: its own components, not tenants. */
const systemNamespaces: ReadonlySet<string> = new Set(['kube-system', 'kube-public', 'kube-node-lease'])

export function isSystemNamespace(name: string): boolean {
  return systemNamespaces.has(name)
}

/** The namespaces that were read, but for those of Kubernetes itself. */
export function userNamespaces(estate: Estate): Resource[] {
  return estate.ofKind('Namespace', '').filter(({ name }) => name !== null && !systemNamespaces.has(name))
}
