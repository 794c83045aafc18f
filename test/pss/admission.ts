/** Pod Security admission of a running API server: one namespace for each level and version, pods created in dry run. */
import { isMapping, type Mapping } from '../../src/estate/mapping.ts'
import type { ApiAnswer, Kubetest } from '../kubetest.ts'
import { deniedBy } from './denial.ts'
import type { Level } from './oracle.ts'

export type Outcome =
  | { readonly kind: 'allowed' }
  /** The ids of the checks that forbid the pod, sorted. */
  | { readonly kind: 'denied'; readonly checks: readonly string[] }
  /** Not asked: validation, which comes first, refuses the pod. `reason` has no names in it, so that it can be counted. */
  | { readonly kind: 'invalid'; readonly reason: string }

export class Admission {
  readonly #server: Kubetest

  private constructor(server: Kubetest) {
    this.#server = server
  }

  /** Makes the namespaces for both levels at each version. */
  static async prepare(server: Kubetest, minors: readonly number[]): Promise<Admission> {
    const levels: readonly Level[] = ['baseline', 'restricted']
    for (const minor of minors) for (const level of levels) await makeNamespace(server, level, minor)
    return new Admission(server)
  }

  async create(pod: unknown, level: Level, minor: number): Promise<Outcome> {
    const path = `/api/v1/namespaces/${nameOf(level, minor)}/pods?dryRun=All`
    return outcomeOf(await this.#server.call('POST', path, pod), level, minor)
  }

  /** Stores a pod, so that there is one to debug. It must be allowed. */
  async keep(pod: unknown, level: Level, minor: number): Promise<Mapping> {
    return post(this.#server, `/api/v1/namespaces/${nameOf(level, minor)}/pods`, pod)
  }

  /** What `kubectl debug` does: the stored pod with ephemeral containers. */
  async debug(pod: Mapping, name: string, level: Level, minor: number): Promise<Outcome> {
    const path = `/api/v1/namespaces/${nameOf(level, minor)}/pods/${name}/ephemeralcontainers?dryRun=All`
    return outcomeOf(await this.#server.call('PUT', path, pod), level, minor)
  }
}

function nameOf(level: Level, minor: number): string {
  return `${level}-${minor}`
}

async function makeNamespace(server: Kubetest, level: Level, minor: number): Promise<void> {
  const name = nameOf(level, minor)
  const enforce = 'pod-security.kubernetes.io/enforce'
  const labels = { [enforce]: level, [`${enforce}-version`]: `v1.${minor}` }
  await post(server, '/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } })
  // No controller makes it here, and pods are refused without it.
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } }
  await post(server, `/api/v1/namespaces/${name}/serviceaccounts`, account)
}

async function post(server: Kubetest, path: string, body: unknown): Promise<Mapping> {
  const { status, body: answer } = await server.call('POST', path, body)
  if (status !== 201 || !isMapping(answer)) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`)
  return answer
}

interface ApiStatus {
  readonly message?: string
  readonly details?: { readonly causes?: readonly { readonly field?: string; readonly message?: string }[] }
}

function outcomeOf({ status, body }: ApiAnswer, level: Level, minor: number): Outcome {
  if (status === 200 || status === 201) return { kind: 'allowed' }
  const { message = '', details } = body as ApiStatus
  if (status === 403) return { kind: 'denied', checks: deniedBy(message, level, minor) }
  if (status !== 422) throw new Error(`${status} ${message}`)
  const [cause] = details?.causes ?? []
  return { kind: 'invalid', reason: countable(`${cause?.field ?? ''}: ${cause?.message ?? message}`) }
}

/** Without indexes and values, so that refusals for the same reason are the same text. */
function countable(refusal: string): string {
  return refusal.replace(/\[\d+\]/g, '[]').replace(/(?<=: )"[^"]*"/g, '…')
}
