import { readFileSync } from 'node:fs'
import type { Agent } from 'node:http'
import type { RequestOptions } from 'node:https'
import type { ClusterAccess } from '../kubeconfig/access.ts'
import type { Obtained } from './obtained.ts'
import { openAgent } from './open-agent.ts'
import { renewIdToken } from './renew-id-token.ts'
import { runExecPlugin } from './run-exec-plugin.ts'

/** A credential this close to its end is renewed, in milliseconds. */
const margin = 10_000

/** How long a plug-in may take that cannot ask anybody, in milliseconds. */
const pluginPatience = 60_000

interface Session {
  readonly agent: Agent
  readonly obtained: Obtained | null
}

/** What a request needs to be let in: connections, certificates and headers. What expires is renewed. */
export class Credentials {
  readonly #access: ClusterAccess
  #session: Session | null = null
  #pending: Promise<Session> | null = null

  constructor(access: ClusterAccess) {
    this.#access = access
  }

  /**
   * Options for `node:http` and `node:https`.
   * @throws ConnectionFault where there are no credentials to be had; what Node throws for certificates that are none.
   */
  async options(): Promise<RequestOptions> {
    const { account } = this.#access
    const { agent, obtained } = await this.#current()
    const token = obtained?.token ?? heldToken(account)
    const authorization = token === null ? {} : { authorization: `Bearer ${token}` }
    const login = account.username === null ? {} : { auth: `${account.username}:${account.password ?? ''}` }
    return { agent, ...login, headers: { ...authorization, ...account.impersonation } }
  }

  /** Forgets what was refused, so that the next request gets new credentials. False where there is nothing to renew. */
  renew(): boolean {
    if (this.#access.account.exec === null) return false
    this.#session = null
    return true
  }

  /** Ends idle connections. */
  close(): void {
    this.#session?.agent.destroy()
  }

  async #current(): Promise<Session> {
    if (this.#session !== null && !isEnding(this.#session)) return this.#session
    // Of requests that come at once, the first one asks.
    this.#pending ??= this.#open().finally(() => {
      this.#pending = null
    })
    return this.#pending
  }

  async #open(): Promise<Session> {
    const obtained = await this.#obtain()
    const before = this.#session
    // New connections only for what they depend on: a token goes with each request.
    const isSame = before !== null && obtained?.certificate === before.obtained?.certificate
    const agent = isSame ? before.agent : await openAgent(this.#access, obtained)
    this.#session = { agent, obtained }
    return this.#session
  }

  async #obtain(): Promise<Obtained | null> {
    const { exec, oidc } = this.#access.account
    if (exec !== null) return runExecPlugin(exec, this.#access, pluginPatience)
    return oidc === null ? null : renewIdToken(oidc, this.#access)
  }
}

function isEnding({ obtained }: Session): boolean {
  const expires = obtained?.expires ?? null
  return expires !== null && expires - margin < Date.now()
}

/** A file counts before what stands in place, and is read anew: the kubelet writes a new token before the old one ends. */
function heldToken({ token, tokenFile }: ClusterAccess['account']): string | null {
  return tokenFile === null ? token : readFileSync(tokenFile, 'utf8').trim()
}
