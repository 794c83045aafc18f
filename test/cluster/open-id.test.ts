import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, type TestContext, test } from 'node:test'
import { connect } from '../../src/sources/cluster/connect.ts'
import { type Authority, base64, makeAuthority } from './authority.ts'
import { startFakeServer } from './fake-api-server.ts'
import { impatience, kubeconfig, problemOf, readEverything } from './reading.ts'

/** A token that ends so many seconds from now. */
function idToken(seconds: number): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256' })}.${part({ sub: 'jane', exp: Math.floor(Date.now() / 1000) + seconds })}.c2lnbmF0dXJl`
}

const renewed = idToken(600)

interface Issuer {
  readonly url: string
  readonly forms: URLSearchParams[]
}

/** An OpenID Connect provider as far as renewing a token needs one. Of a client with a secret it wants it as its login. */
async function startIssuer(t: TestContext, authority: Authority, secret = ''): Promise<Issuer> {
  const forms: URLSearchParams[] = []
  const server = createServer(authority.issue('/CN=idp', 'subjectAltName=IP:127.0.0.1'), async (request, response) => {
    const { port } = server.address() as AddressInfo
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (request.url === '/realm/.well-known/openid-configuration') {
      return answer(200, { token_endpoint: `https://127.0.0.1:${port}/realm/token` })
    }
    const form = new URLSearchParams(await text(request))
    forms.push(form)
    const known = secret === '' || request.headers.authorization === `Basic ${base64(`bulwark:${secret}`)}`
    if (!known) return answer(401, { error: 'invalid_client' })
    if (form.get('refresh_token') !== 'refresh-1') return answer(400, { error: 'invalid_grant' })
    answer(200, { id_token: renewed, refresh_token: 'refresh-2' })
  })
  t.after(() => server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/realm`, forms }
}

const provider = (config: object): Readonly<Record<string, unknown>> => ({ 'auth-provider': { name: 'oidc', config } })

describe('an OpenID Connect user', () => {
  test('has a token that still holds', async (t) => {
    const token = idToken(3600)
    const { url, asked } = await startFakeServer(t, { objects: [] })
    const user = provider({ 'id-token': token, 'idp-issuer-url': 'https://127.0.0.1:9', 'refresh-token': 'r' })
    await scan(kubeconfig(t, { server: url, user }))
    assert.ok(asked.every(({ headers }) => headers.authorization === `Bearer ${token}`))
  })

  for (const secret of ['', 'client-secret']) {
    const which = secret === '' ? 'public' : 'secret'
    test(`gets a new one of the issuer, once, and the new refresh token is kept: ${which} client`, async (t) => {
      const authority = makeAuthority(t)
      if (authority === null) return
      const issuer = await startIssuer(t, authority, secret)
      const user = provider({
        'id-token': idToken(-5),
        'client-id': 'bulwark',
        'client-secret': secret,
        'refresh-token': 'refresh-1',
        'idp-issuer-url': issuer.url,
        'idp-certificate-authority-data': base64(authority.ca)
      })
      const { url, asked } = await startFakeServer(t, { objects: [] })
      const file = kubeconfig(t, { server: url, user })
      await scan(file)
      assert.ok(asked.length > 5 && asked.every(({ headers }) => headers.authorization === `Bearer ${renewed}`))
      assert.deepEqual(
        issuer.forms.map((form) => [form.get('grant_type'), form.get('refresh_token'), form.get('client_id')]),
        [['refresh_token', 'refresh-1', secret === '' ? 'bulwark' : null]]
      )
      const kept = JSON.parse(readFileSync(file, 'utf8')).users[0].user['auth-provider'].config
      assert.deepEqual([kept['refresh-token'], kept['id-token']], ['refresh-2', renewed])
    })
  }

  test('is told to log in again where the issuer does not renew it', async (t) => {
    const authority = makeAuthority(t)
    if (authority === null) return
    const issuer = await startIssuer(t, authority)
    const { url } = await startFakeServer(t, { objects: [] })
    const config = {
      'id-token': idToken(-5),
      'client-id': 'bulwark',
      'refresh-token': 'revoked',
      'idp-issuer-url': issuer.url
    }
    const trusted = { ...config, 'idp-certificate-authority-data': base64(authority.ca) }
    assert.match(
      await problemOf(t, { server: url, user: provider(trusted) }),
      /^the ID token of user "tester" has ended, and https:.*\/realm does not renew it \(invalid_grant\): log in again$/
    )
    assert.match(
      await problemOf(t, { server: url, user: provider(config) }),
      /does not renew it \([A-Z_]*(ISSUER|SIGNED|VERIFY)[A-Z_]*\)/
    )
    const gone = { ...config, 'idp-issuer-url': 'https://127.0.0.1:9' }
    assert.match(await problemOf(t, { server: url, user: provider(gone) }), /does not renew it \(ECONNREFUSED\)/)
    const { 'idp-issuer-url': _, ...alone } = config
    assert.match(
      await problemOf(t, { server: url, user: provider(alone) }),
      /the kubeconfig holds nothing to renew it with: log in again$/
    )
  })
})

async function scan(file: string): Promise<void> {
  const cluster = await connect({ kubeconfig: file, context: undefined }, [], impatience, {})
  if ('problem' in cluster) assert.fail(cluster.problem)
  await readEverything(cluster)
}
