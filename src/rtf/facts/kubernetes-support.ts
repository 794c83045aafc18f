/** Kubernetes versions that a version of Runtime Fabric supports, from that version on until the next row. */
export interface KubernetesSupport {
  /** The first version of Runtime Fabric for which it holds. */
  readonly rtf: string
  /** Null where it is not known. */
  readonly range: { readonly from: string; readonly to: string } | null
  /** Whether it follows from the dates in the release notes, or from their rule that four minor versions are supported. */
  readonly basis: 'stated' | 'inferred' | 'unknown'
}

/**
 * Oldest first (page: runtime-fabric-release-notes-2.x.x): support of 1.26 ends as that of 1.30 begins, and so on. From
 * 2.9 to the first of 3.0 no table was to be had; that 3.0.277 adds 1.35 is what operators of clusters report.
 */
export const kubernetesSupport: readonly KubernetesSupport[] = [
  { rtf: '2.3', range: null, basis: 'unknown' },
  { rtf: '2.4', range: { from: '1.24', to: '1.26' }, basis: 'stated' },
  { rtf: '2.5', range: { from: '1.24', to: '1.27' }, basis: 'inferred' },
  { rtf: '2.6', range: { from: '1.25', to: '1.29' }, basis: 'inferred' },
  { rtf: '2.7', range: { from: '1.26', to: '1.29' }, basis: 'stated' },
  { rtf: '2.8', range: { from: '1.27', to: '1.30' }, basis: 'stated' },
  { rtf: '2.9', range: null, basis: 'unknown' },
  { rtf: '3.0.277', range: { from: '1.32', to: '1.35' }, basis: 'inferred' }
]
