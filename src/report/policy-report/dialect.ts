/** One of the two APIs for such reports. Their results have the same fields. */
export interface Dialect {
  readonly apiVersion: string
  /** The kind of a report on a namespace, and of one on what lies in none. */
  readonly kind: string
  readonly clusterKind: string
  /** Fields of the report itself that say who made it. */
  readonly source: string
}

/** By the name that the format has. */
export const dialects = {
  /** https://github.com/openreports/reports-api, which takes the place of the other. */
  openreports: {
    apiVersion: 'openreports.io/v1alpha1',
    kind: 'Report',
    clusterKind: 'ClusterReport',
    source: '"source":"bulwark",'
  },
  /** https://github.com/kubernetes-sigs/wg-policy-prototypes */
  policyreport: {
    apiVersion: 'wgpolicyk8s.io/v1alpha2',
    kind: 'PolicyReport',
    clusterKind: 'ClusterPolicyReport',
    source: ''
  }
} as const satisfies Readonly<Record<string, Dialect>>
