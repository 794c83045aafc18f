import { setTimeout as sleep } from 'node:timers/promises'
import { isMapping, type Mapping, stringAt } from '../../../estate/mapping.ts'
import type { ClusterAccess } from '../kubeconfig/access.ts'
import { ConnectionFault, isPassing } from './connection-fault.ts'
import { Credentials } from './credentials.ts'
import { explainError } from './explain-error.ts'
import { type Answer, type SendLimits, send } from './send.ts'

/** How long to wait for a server, how often to ask it again, and how much to take of it. */
export interface Patience {
  /** How long a request may bring nothing, in milliseconds. */
  readonly idle: number
  /** How often a request is sent in all. */
  readonly tries: number
  /** Before the second try, in milliseconds; twice as long before each further one. */
  readonly firstPause: number
  /** The longest pause, whatever `Retry-After` says, in milliseconds. */
  readonly longestPause: number
  /** The largest answer, in bytes. */
  readonly largestAnswer: number
}

export const usualPatience: Patience = {
  idle: 30_000,
  tries: 5,
  firstPause: 250,
  longestPause: 30_000,
  largestAnswer: 256 * 1024 * 1024
}

/** What the API server says: an object, or a refusal with its reason. */
export type ApiAnswer =
  | { readonly status: 200; readonly value: Mapping; readonly bytes: number }
  | { readonly status: number; readonly message: string }

const json = 'application/json'

/** So many requests in a row without an answer, all tries spent, and the server is given up. */
const lostAfter = 5

/** Asks one API server, as often as it takes. Several requests may be under way at once. */
export class ApiClient {
  readonly access: ClusterAccess
  readonly #credentials: Credentials
  readonly #patience: Patience
  readonly #limits: SendLimits
  /** Requests in a row that came to nothing. */
  #failures = 0
  #lost: string | null = null

  constructor(access: ClusterAccess, patience: Patience = usualPatience) {
    this.access = access
    this.#credentials = new Credentials(access)
    this.#patience = patience
    this.#limits = { idle: patience.idle, total: patience.idle * 10, bytes: patience.largestAnswer }
  }

  /**
   * Asks for a path, such as `/api/v1/pods?limit=500`.
   * @param accept What is wanted, as an `Accept` header.
   * @throws ConnectionFault where there is no answer; a refusal is an answer.
   */
  async get(path: string, accept = json): Promise<ApiAnswer> {
    let renewed = false
    for (let attempt = 1; ; attempt++) {
      if (this.#lost !== null) throw new ConnectionFault('unreachable', this.#lost)
      const outcome = await this.#attempt(path, accept)
      const last = attempt >= this.#triesFor(outcome)
      if (outcome instanceof ConnectionFault) {
        if (last || !isPassing(outcome)) throw this.#given(outcome)
      } else if (outcome.status === 401 && !renewed && this.#credentials.renew()) {
        renewed = true
        continue
      } else if (last || !isBusy(outcome)) {
        this.#note(isBusy(outcome) ? `answers ${outcome.status}` : null)
        return read(outcome, this.access)
      }
      await sleep(this.#pause(attempt, outcome))
    }
  }

  /**
   * The first question, to find out whether there is a server and whether it knows the user: nothing is tried again that
   * waiting does not mend.
   * @throws ConnectionFault where there is no answer.
   */
  async first(path: string): Promise<ApiAnswer> {
    const outcome = await this.#attempt(path, json)
    if (outcome instanceof ConnectionFault) throw outcome
    return isBusy(outcome) ? this.get(path) : read(outcome, this.access)
  }

  close(): void {
    this.#credentials.close()
  }

  async #attempt(path: string, accept: string): Promise<Answer | ConnectionFault> {
    const { server, endpoint } = this.access
    try {
      const options = await this.#credentials.options()
      // A server may be reached below a path, as through Rancher.
      const url = new URL(server.pathname.replace(/\/$/, '') + path, server)
      const encoding = endpoint.compression ? 'gzip' : 'identity'
      const headers = { ...options.headers, accept, 'accept-encoding': encoding, 'user-agent': 'bulwark' }
      return await send(url, { ...options, headers }, this.#limits)
    } catch (error) {
      return explainError(error, this.access)
    }
  }

  /** Who said nothing for so long is asked once more only. */
  #triesFor(outcome: Answer | ConnectionFault): number {
    const { tries } = this.#patience
    return outcome instanceof ConnectionFault && outcome.kind === 'silent' ? Math.min(2, tries) : tries
  }

  #given(fault: ConnectionFault): ConnectionFault {
    if (isPassing(fault)) this.#note(fault.message)
    return fault
  }

  #note(failure: string | null): void {
    this.#failures = failure === null ? 0 : this.#failures + 1
    if (this.#failures >= lostAfter)
      this.#lost = `not asked for any more, since the server fails again and again: ${failure}`
  }

  #pause(attempt: number, outcome: Answer | ConnectionFault): number {
    const { firstPause, longestPause } = this.#patience
    const doubled = firstPause * 2 ** (attempt - 1)
    const asked = outcome instanceof ConnectionFault ? 0 : retryAfter(outcome)
    // Scattered, so that requests refused together do not come back together.
    return Math.min(longestPause, Math.max(asked, doubled * (1 + Math.random() / 4)))
  }
}

/** An answer that may be another one soon. */
function isBusy({ status }: Answer): boolean {
  return status === 429 || status >= 500
}

/** In milliseconds: the header holds seconds or a date. */
function retryAfter({ headers }: Answer): number {
  const text = headers['retry-after']
  if (text === undefined) return 0
  const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now()
  return Number.isNaN(milliseconds) ? 0 : Math.max(0, milliseconds)
}

const longestMessage = 400

/** @throws ConnectionFault where a success is none of the Kubernetes API. */
function read({ status, headers, body }: Answer, access: ClusterAccess): ApiAnswer {
  const value = parsed(body)
  if (status === 200) {
    if (isMapping(value)) return { status, value, bytes: body.length }
    const type = headers['content-type'] ?? 'no type'
    const message = `${access.server.host} answers with something else than the Kubernetes API does (${type}): check the server in the kubeconfig`
    throw new ConnectionFault('garbled', message)
  }
  const message = isMapping(value) ? stringAt(value, 'message') : null
  return { status, message: message === null ? `it answers ${status}` : message.slice(0, longestMessage) }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
