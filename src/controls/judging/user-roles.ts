const userRoles: ReadonlySet<string> = new Set(['cluster-admin', 'admin', 'edit'])

/** True for the ClusterRoles that Kubernetes ships for people who change things. */
export function isUserRole({ kind, name }: { readonly kind: string; readonly name: string }): boolean {
  return kind === 'ClusterRole' && userRoles.has(name)
}
