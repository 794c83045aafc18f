import type { Mapping } from '../../../estate/mapping.ts'

/** How a cluster is reached and who asks, as a kubeconfig says it. Paths are absolute. */
export interface ClusterAccess {
  /** The context, for messages; `in-cluster` inside a pod. */
  readonly name: string
  readonly server: URL
  readonly endpoint: Endpoint
  readonly account: Account
}

/** How to reach it. */
export interface Endpoint {
  readonly caFile: string | null
  /** PEM in base64. */
  readonly caData: string | null
  readonly skipVerify: boolean
  /** The name that the server's certificate has to bear, where it is not the host's. */
  readonly tlsServerName: string | null
  readonly proxy: string | null
  readonly compression: boolean
  /** What the cluster wants to say to credential plug-ins. */
  readonly execConfig: unknown
}

/** Who asks, and how that is proved. */
export interface Account {
  /** As the kubeconfig names it. */
  readonly name: string
  readonly certFile: string | null
  readonly certData: string | null
  readonly keyFile: string | null
  readonly keyData: string | null
  readonly token: string | null
  readonly tokenFile: string | null
  readonly username: string | null
  readonly password: string | null
  readonly oidc: OidcProvider | null
  readonly exec: ExecPlugin | null
  /** `Impersonate-…` headers. */
  readonly impersonation: Readonly<Record<string, string | readonly string[]>>
}

/** An OpenID Connect provider, by the keys of kubectl's `oidc` auth provider. */
export interface OidcProvider {
  readonly config: Mapping
  /** The kubeconfig that it stands in. */
  readonly file: string
}

/** A program that gives credentials. */
export interface ExecPlugin {
  readonly apiVersion: string
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly installHint: string | null
  readonly provideClusterInfo: boolean
  /** Whether it may, must or must not talk to a person. */
  readonly interactive: 'Never' | 'IfAvailable' | 'Always'
}
