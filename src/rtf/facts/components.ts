/** A workload of Runtime Fabric itself, in the agent's namespace. */
export interface RtfComponent {
  readonly name: string
  readonly kind: 'Deployment' | 'DaemonSet' | 'CronJob'
  readonly does: string
  readonly account: string | null
  /** Values of the label `app` on its pods, where known. */
  readonly appLabels?: readonly string[]
  /** The first version without it. */
  readonly removedIn?: string
  /** It is there only where it is configured. */
  readonly optional?: true
}

/** Workloads by the names that the chart gives them (pages: index, install-openshift, migrate-log-forwarding). */
export const rtfComponents: readonly RtfComponent[] = [
  {
    name: 'agent',
    kind: 'Deployment',
    does: 'deploys and watches applications, talks to the control plane',
    account: 'rtf-agent',
    appLabels: ['agent', 'rtf-agent']
  },
  {
    name: 'mule-clusterip-service',
    kind: 'Deployment',
    does: 'lets clustered applications find each other',
    account: 'mule-clusterip-service'
  },
  {
    name: 'resource-cache',
    kind: 'Deployment',
    does: 'keeps applications and their libraries for init containers to fetch',
    account: 'resource-cache'
  },
  {
    name: 'persistence-gateway',
    kind: 'Deployment',
    does: 'keeps the state of applications in PostgreSQL',
    account: 'rtf-persistence-gateway',
    optional: true
  },
  {
    name: 'certificate-renewal',
    kind: 'CronJob',
    does: "renews the agent's certificate",
    account: 'rtf-certificate-renewal'
  },
  { name: 'cluster-status', kind: 'CronJob', does: 'reports the state of the cluster', account: 'cluster-status' },
  {
    name: 'am-log-forwarder',
    kind: 'DaemonSet',
    does: 'forwards logs of nodes to Anypoint Monitoring',
    account: 'am-log-forwarder',
    removedIn: '3.0'
  },
  {
    name: 'external-log-forwarder',
    kind: 'DaemonSet',
    does: 'forwards logs elsewhere',
    account: null,
    removedIn: '2.0'
  },
  { name: 'deployer', kind: 'Deployment', does: 'deployed applications', account: null, removedIn: '2.0' },
  {
    name: 'registry-creds',
    kind: 'CronJob',
    does: 'renewed credentials of the registry',
    account: null,
    removedIn: '3.0'
  }
]

/** Cluster roles without the suffix `-<namespace of the agent>` that newer installations add (page: limitations-self). */
export const rtfClusterRoles: readonly string[] = [
  'am-log-forwarder',
  'rtf-restricted',
  'rtf:agent',
  'rtf:agent:common',
  'rtf:certificate-renewal',
  'rtf:cluster-status',
  'rtf:install',
  'rtf:mule-clusterip-service',
  'rtf:persistence-gateway-clro-read-only',
  'rtf:resource-metrics-collector',
  'rtf:upgrade'
]

/** Containers of an application's pod (pages: deployment-status-messages, use-anypoint-monitoring). */
export const applicationContainers = { main: 'app', monitoring: 'anypoint-monitoring' } as const

/** Ports of an application's Service (page: custom-ingress-configuration). */
export const applicationPorts: readonly { readonly port: number; readonly does: string }[] = [
  { port: 8081, does: 'HTTP' },
  { port: 8082, does: 'HTTPS' },
  { port: 5701, does: 'Hazelcast, between replicas of a clustered application' }
]
