/** What a user can say about reading. Every field has the default that the command line documents. */
export interface SourceOptions {
  /** Globs as in `.gitignore`; what they match in a folder is not read. */
  readonly exclude?: readonly string[]
  /** `auto` (default) renders Helm charts and Kustomize folders with the user's own tools; `never` reads files only. */
  readonly render?: 'auto' | 'never'
  /** Lets rendering fetch remote bases and charts. Off by default. */
  readonly allowRemote?: boolean
  /** Values files for Helm charts, in order. */
  readonly values?: readonly string[]
  /** `key=value` for Helm charts, in order. */
  readonly set?: readonly string[]
  /** Release name for Helm charts; by default the chart's own name. */
  readonly release?: string
  /** The Kubernetes version that charts are told they render for, such as `1.35`; by default what Helm assumes. */
  readonly kubeVersion?: string
  /** Told once how many units are about to be read, so that progress can be shown. */
  readonly onListed?: (units: number) => void
}
