import { readFileSync, writeFileSync } from 'node:fs'
import { isMapping, type Mapping, stringAt } from '../../../estate/mapping.ts'
import type { ClusterAccess, OidcProvider } from '../kubeconfig/access.ts'
import { ConnectionFault } from './connection-fault.ts'
import type { Obtained } from './obtained.ts'
import { type Answer, type SendLimits, send } from './send.ts'
import { tokenEnd } from './token-end.ts'

const limits: SendLimits = { idle: 30_000, total: 60_000, bytes: 1 << 20 }

/** A token this close to its end is renewed at once, in milliseconds. */
const margin = 10_000

/**
 * The ID token of an OpenID Connect user: the one that the kubeconfig holds, or where that has ended a new one of its
 * issuer. A new refresh token, which ends the old one, is written where the old one stands, as kubectl does.
 * @see https://openid.net/specs/openid-connect-core-1_0.html#RefreshTokens
 * @throws ConnectionFault where there is none to be had.
 */
export async function renewIdToken(oidc: OidcProvider, access: ClusterAccess): Promise<Obtained> {
  const held = stringAt(oidc.config, 'id-token')
  if (held !== null && (tokenEnd(held) ?? 0) - margin > Date.now()) return obtained(held)
  const fail = (message: string): ConnectionFault =>
    new ConnectionFault(
      'credentials',
      `the ID token of user "${access.account.name}" has ended, and ${message}: log in again`
    )
  const issuer = stringAt(oidc.config, 'idp-issuer-url')
  const refreshToken = stringAt(oidc.config, 'refresh-token')
  if (issuer === null || refreshToken === null) throw fail('the kubeconfig holds nothing to renew it with')
  const tokens = await ask(oidc.config, issuer, refreshToken).catch(whyNot)
  if (typeof tokens === 'string') throw fail(`${issuer} does not renew it (${tokens})`)
  const idToken = stringAt(tokens, 'id_token')
  if (idToken === null) throw fail(`${issuer} gives no ID token for its refresh token`)
  keep(oidc, { 'id-token': idToken, 'refresh-token': stringAt(tokens, 'refresh_token') ?? refreshToken })
  return obtained(idToken)
}

/** Of what Node throws, the code says it shortest. */
function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error ? String(error.code) : error.message
}

function obtained(token: string): Obtained {
  return { token, certificate: null, key: null, expires: tokenEnd(token) }
}

/** The issuer's tokens, or why it gives none. */
async function ask(config: Mapping, issuer: string, refreshToken: string): Promise<Mapping | string> {
  const ca = authorityOf(config)
  const trust = ca === null ? {} : { ca }
  const discovery = URL.parse(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
  if (discovery === null) return 'idp-issuer-url is no URL'
  const described = objectOf(await send(discovery, trust, limits))
  const endpoint = URL.parse(stringAt(described ?? {}, 'token_endpoint') ?? '')
  if (endpoint === null) return 'it does not say where'
  const clientId = stringAt(config, 'client-id') ?? ''
  const secret = stringAt(config, 'client-secret') ?? ''
  const grant = { grant_type: 'refresh_token', refresh_token: refreshToken }
  const post = (form: Readonly<Record<string, string>>, auth: object): Promise<Answer> => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
    return send(endpoint, { ...trust, ...auth, method: 'POST', headers }, limits, new URLSearchParams(form).toString())
  }
  // Some providers take the client's secret in one way, some in the other; a public client has none.
  const auth = { auth: `${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}` }
  let answer = secret === '' ? null : await post(grant, auth)
  if (answer?.status !== 200) {
    answer = await post({ ...grant, client_id: clientId, ...(secret === '' ? {} : { client_secret: secret }) }, {})
  }
  const tokens = objectOf(answer)
  if (answer.status === 200 && tokens !== null) return tokens
  return stringAt(tokens ?? {}, 'error') ?? `it answers ${answer.status}`
}

function authorityOf(config: Mapping): Buffer | null {
  const data = stringAt(config, 'idp-certificate-authority-data')
  if (data !== null && data !== '') return Buffer.from(data, 'base64')
  const file = stringAt(config, 'idp-certificate-authority')
  return file === null || file === '' ? null : readFileSync(file)
}

function objectOf({ body }: Answer): Mapping | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return isMapping(value) ? value : null
  } catch {
    return null
  }
}

/** Needs no quotes in YAML, so the text around it stays as it is. */
const plainToken = /^[\w.~+/=-]{8,}$/

function keep({ file, config }: OidcProvider, renewed: Readonly<Record<string, string>>): void {
  if (config['refresh-token'] === renewed['refresh-token']) return
  let text = readFileSync(file, 'utf8')
  for (const [key, token] of Object.entries(renewed)) {
    const old = config[key]
    if (typeof old !== 'string' || old.length < 8 || !plainToken.test(token)) continue
    text = text.replaceAll(old, token)
    config[key] = token
  }
  try {
    writeFileSync(file, text)
  } catch {
    // A kubeconfig that cannot be written is somebody else's to keep.
  }
}
