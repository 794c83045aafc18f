import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import { didYouMean } from '../../names/nearest-name.ts'
import { type ApiAnswer, ApiClient, type Patience, usualPatience } from './connection/api-client.ts'
import { ConnectionFault } from './connection/connection-fault.ts'
import { whyRefused } from './connection/why-refused.ts'
import { discover, type Served } from './discover.ts'
import { type AccessChoice, readAccess } from './kubeconfig/read-access.ts'

/** A cluster that answers and knows the user. */
export interface Cluster {
  readonly client: ApiClient
  readonly served: Served
  /** Such as `1.36`; null where the server does not tell. */
  readonly version: string | null
  /** As the server says it, such as `v1.33.4-eks-036c24b`; null where it does not tell. */
  readonly build: string | null
}

/** What the user's mistake or the network's fault is, in a sentence or two with what to do. */
export interface ConnectionProblem {
  readonly problem: string
}

/**
 * Finds the cluster that the user means, and asks it for its version and for what it serves. Nothing is thrown for what
 * is wrong with the kubeconfig, the network, the server or the credentials.
 * @param namespaces Names that have to exist, if the user may know.
 */
export async function connect(
  choice: AccessChoice,
  namespaces: readonly string[],
  patience: Patience = usualPatience,
  env: Readonly<Record<string, string | undefined>> = process.env
): Promise<Cluster | ConnectionProblem> {
  const access = readAccess(choice, env)
  if ('problem' in access) return access
  const client = new ApiClient(access, patience)
  const found = await firstQuestions(client, namespaces).catch(problemOf)
  if ('problem' in found) client.close()
  return found
}

function problemOf(error: unknown): ConnectionProblem {
  if (error instanceof ConnectionFault) return { problem: error.message }
  throw error
}

async function firstQuestions(client: ApiClient, namespaces: readonly string[]): Promise<Cluster | ConnectionProblem> {
  const answer = await client.first('/version')
  const refusal = refusalOf(answer, client)
  if (refusal !== null) return { problem: refusal }
  const build = 'value' in answer ? stringAt(answer.value, 'gitVersion') : null
  const served = await discover(client)
  const missing = await missingNamespace(client, namespaces)
  if (missing !== null) return { problem: missing }
  return { client, served, version: build === null ? null : versionOf(build), build }
}

/** A 403 is fine: some clusters tell their version to nobody. */
function refusalOf(answer: ApiAnswer, { access }: ApiClient): string | null {
  if ('value' in answer || answer.status === 403) return null
  if (answer.status === 401) return whyRefused(access)
  const { host } = access.server
  return `${host} does not answer as a Kubernetes API server: ${answer.message}. Check the server in the kubeconfig`
}

/** Providers add to the numbers: `29+`, `v1.29.4-eks-036c24b`. */
function versionOf(build: string): string | null {
  const match = /^v?(\d+)\.(\d+)/.exec(build)
  return match === null ? null : `${match[1]}.${match[2]}`
}

async function missingNamespace(client: ApiClient, namespaces: readonly string[]): Promise<string | null> {
  for (const name of namespaces) {
    const answer = await client.get(`/api/v1/namespaces/${encodeURIComponent(name)}`)
    if (answer.status !== 404) continue
    const all = await client.get('/api/v1/namespaces?limit=500')
    const known = 'value' in all ? namesIn(all.value) : []
    return `the cluster has no namespace "${name}"${didYouMean(name, known)}`
  }
  return null
}

function namesIn({ items }: Mapping): string[] {
  if (!Array.isArray(items)) return []
  return items.filter(isMapping).flatMap((item) => stringAt(mappingAt(item, 'metadata') ?? {}, 'name') ?? [])
}
