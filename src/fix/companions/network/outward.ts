import { accessOf } from '../../../access/access.ts'
import { accountObject, hasToken, rightsOf } from '../../../access/accounts.ts'
import type { Estate } from '../../../estate/estate.ts'
import { mappingAt } from '../../../estate/mapping.ts'
import type { Connection, ConnectionPort } from '../../../network/connections/connection.ts'
import type { NetworkPod } from '../../../network/pod.ts'

/** Where the API server listens: by its Service, and by what most installers give it. */
const apiPorts: readonly ConnectionPort[] = [443, 6443].map((port) => ({ protocol: 'TCP', port }))

/** Connections that follow from the account of a pod: to the API server, and to the login service of a cloud. */
export function accountConnections(estate: Estate, pod: NetworkPod): Connection[] {
  const from = { is: 'workload', pod } as const
  const found: Connection[] = []
  const [right] = hasToken(estate, pod.view) ? rightsOf(accessOf(estate), pod.view) : []
  if (right !== undefined) {
    const { kind, name } = right.binding.reference
    const proof = `its account has the rights of ${kind} ${name}, so it asks the API server, whose address manifests do not say`
    found.push({ from, to: { is: 'api-server' }, ports: apiPorts, service: null, proof, assumed: null })
  }
  const identity = cloudIdentity(estate, pod)
  if (identity !== null) {
    const proof = `its account has the annotation ${identity}, with which it logs in at the cloud`
    const ports = [{ protocol: 'TCP', port: 443 }]
    found.push({ from, to: { is: 'internet', host: null }, ports, service: null, proof, assumed: null })
  }
  if (identity === gkeIdentity) {
    const proof = 'the metadata server of GKE, which gives out its tokens, listens there'
    const ports = [{ protocol: 'TCP', port: 988 }]
    found.push({ from, to: { is: 'addresses', cidr: gkeMetadata }, ports, service: null, proof, assumed: null })
  }
  return found
}

/** The API server by its name in the cluster has the same ports. */
export function withApiPorts(connection: Connection): Connection {
  return connection.to.is === 'api-server' ? { ...connection, ports: apiPorts } : connection
}

const gkeIdentity = 'iam.gke.io/gcp-service-account'
/** As GKE documents it for clusters whose policies Calico enforces. */
const gkeMetadata = '169.254.169.252/32'
const identities = ['eks.amazonaws.com/role-arn', 'azure.workload.identity/client-id', gkeIdentity]

/** Whether pods ask the metadata service of their node for the tokens of their account. */
export function asksGkeForTokens(estate: Estate, pod: NetworkPod): boolean {
  return cloudIdentity(estate, pod) === gkeIdentity
}

/** The annotation by which the account of a pod is one of a cloud, too; null where there is none. */
function cloudIdentity(estate: Estate, { view }: NetworkPod): string | null {
  const metadata = mappingAt(accountObject(estate, view)?.object ?? {}, 'metadata') ?? {}
  const annotations = mappingAt(metadata, 'annotations') ?? {}
  return identities.find((key) => Object.hasOwn(annotations, key)) ?? null
}
