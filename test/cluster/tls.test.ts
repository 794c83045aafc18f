import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { base64, makeAuthority } from './authority.ts'
import { failure, startFakeServer } from './fake-api-server.ts'
import { connected, kubeconfigText, problemOf, readEverything } from './reading.ts'

const local = 'subjectAltName=IP:127.0.0.1'
const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'shop', uid: 'a' } }

describe('a server with TLS', () => {
  test('is trusted by the authority of the kubeconfig', async (t) => {
    const authority = makeAuthority(t)
    if (authority === null) return
    const { url } = await startFakeServer(t, { objects: [pod], tls: authority.issue('/CN=server', local) })
    const cluster = { 'certificate-authority-data': base64(authority.ca) }
    const { resources } = await readEverything(await connected(t, { server: url, cluster }))
    assert.equal(resources.length, 1)
  })

  test('is not trusted otherwise, unless the user wants it', async (t) => {
    const authority = makeAuthority(t)
    const other = makeAuthority(t)
    if (authority === null || other === null) return
    const { url } = await startFakeServer(t, { objects: [pod], tls: authority.issue('/CN=server', local) })
    const advice = /is of an authority that is not trusted: check certificate-authority in the kubeconfig/
    assert.match(await problemOf(t, { server: url }), advice)
    const cluster = { 'certificate-authority-data': base64(other.ca) }
    assert.match(await problemOf(t, { server: url, cluster }), advice)
    await connected(t, { server: url, cluster: { 'insecure-skip-tls-verify': true } })
  })

  test('has a certificate that has expired', async (t) => {
    const authority = makeAuthority(t)
    if (authority === null) return
    const { url } = await startFakeServer(t, { objects: [pod], tls: authority.issue('/CN=server', local, -1) })
    const cluster = { 'certificate-authority-data': base64(authority.ca) }
    assert.match(await problemOf(t, { server: url, cluster }), /the certificate of 127.0.0.1:\d+ has expired/)
  })

  test('has a certificate for another name, which tls-server-name can be', async (t) => {
    const authority = makeAuthority(t)
    if (authority === null) return
    const tls = authority.issue('/CN=server', 'subjectAltName=DNS:api.example')
    const { url } = await startFakeServer(t, { objects: [pod], tls })
    const cluster = { 'certificate-authority-data': base64(authority.ca) }
    assert.match(await problemOf(t, { server: url, cluster }), /is for another name: .* set tls-server-name/)
    await connected(t, { server: url, cluster: { ...cluster, 'tls-server-name': 'api.example' } })
  })

  test('is asked without TLS, or the other way round', async (t) => {
    const authority = makeAuthority(t)
    if (authority === null) return
    const plain = await startFakeServer(t, { objects: [pod] })
    assert.match(
      await problemOf(t, { server: plain.url.replace('http:', 'https:') }),
      /does not speak TLS|not in TLS that fits/
    )
    const secure = await startFakeServer(t, { objects: [pod], tls: authority.issue('/CN=server', local) })
    assert.match(
      await problemOf(t, { server: secure.url.replace('https:', 'http:') }),
      /the connection to 127.0.0.1:\d+/
    )
  })
})

describe('client certificates', () => {
  test('prove who asks', async (t) => {
    const authority = makeAuthority(t)
    if (authority === null) return
    const tls = {
      ...authority.issue('/CN=server', local),
      ca: authority.ca,
      requestCert: true,
      rejectUnauthorized: true
    }
    const { url } = await startFakeServer(t, { objects: [pod], tls })
    const cluster = { 'certificate-authority-data': base64(authority.ca) }
    const { cert, key } = authority.issue('/CN=me', 'extendedKeyUsage=clientAuth')
    const user = { 'client-certificate-data': base64(cert), 'client-key-data': base64(key) }
    assert.equal((await readEverything(await connected(t, { server: url, cluster, user }))).resources.length, 1)
    assert.match(await problemOf(t, { server: url, cluster }), /^server of context "test": /)
  })

  test('that have expired are named', async (t) => {
    const authority = makeAuthority(t)
    if (authority === null) return
    const { url } = await startFakeServer(t, { objects: [], interfere: () => failure(401, 'Unauthorized') })
    const { cert, key } = authority.issue('/CN=me', 'extendedKeyUsage=clientAuth', -1)
    const user = { 'client-certificate-data': base64(cert), 'client-key-data': base64(key) }
    assert.match(await problemOf(t, { server: url, user }), /its certificate expired on \d{4}-\d\d-\d\d$/)
  })

  test('that are none, or have another key, are told', async (t) => {
    const authority = makeAuthority(t)
    if (authority === null) return
    const { url: server } = await startFakeServer(t, { objects: [], tls: authority.issue('/CN=server', local) })
    const cluster = { 'certificate-authority-data': base64(authority.ca) }
    const { cert, key } = authority.issue('/CN=me', 'extendedKeyUsage=clientAuth')
    const other = authority.issue('/CN=other', 'extendedKeyUsage=clientAuth')
    for (const [wrongCert, wrongKey] of [
      ['no PEM', key],
      [cert, 'no PEM'],
      [cert, other.key]
    ]) {
      const user = { 'client-certificate-data': base64(wrongCert ?? ''), 'client-key-data': base64(wrongKey ?? '') }
      const problem = await problemOf(t, { server, cluster, user })
      assert.match(
        problem,
        /^credentials of user "tester": its certificate or key cannot be used \(/,
        kubeconfigText({ server, user })
      )
    }
    const garbage = { 'certificate-authority-data': base64('no PEM') }
    assert.match(await problemOf(t, { server, cluster: garbage }), /not trusted|cannot be used/)
  })
})
