import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { base64, makeAuthority } from './authority.ts'
import { startFakeServer } from './fake-api-server.ts'
import { startHttpProxy, startSocksProxy } from './proxies.ts'
import { connected, problemOf, readEverything } from './reading.ts'

const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'shop', uid: 'a' } }

describe('proxy-url', () => {
  for (const login of [null, 'jane:p w']) {
    test(`of an HTTP proxy ${login === null ? '' : 'with a password'}`, async (t) => {
      const authority = makeAuthority(t)
      if (authority === null) return
      const { url } = await startFakeServer(t, {
        objects: [pod],
        tls: authority.issue('/CN=s', 'subjectAltName=IP:127.0.0.1')
      })
      const proxy = await startHttpProxy(t, login)
      const user = login === null ? '' : `${login.replace(' ', '%20')}@`
      const cluster = {
        'certificate-authority-data': base64(authority.ca),
        'proxy-url': `http://${user}${proxy.address}`
      }
      const { resources } = await readEverything(await connected(t, { server: url, cluster }))
      assert.equal(resources.length, 1)
      const { host } = new URL(url)
      assert.ok(proxy.targets.length > 0 && proxy.targets.every((target) => target === host))
      assert.ok(proxy.targets.length < 10, `connections are kept: ${proxy.targets.length}`)
    })
  }

  for (const scheme of ['socks5', 'socks5h']) {
    test(`of a SOCKS proxy, ${scheme}`, async (t) => {
      const authority = makeAuthority(t)
      if (authority === null) return
      const tls = authority.issue('/CN=s', 'subjectAltName=DNS:localhost')
      const { url } = await startFakeServer(t, { objects: [pod], tls })
      const proxy = await startSocksProxy(t)
      const cluster = {
        'certificate-authority-data': base64(authority.ca),
        'proxy-url': `${scheme}://${proxy.address}`
      }
      const server = url.replace('127.0.0.1', 'localhost')
      const { resources } = await readEverything(await connected(t, { server, cluster }))
      assert.equal(resources.length, 1)
      assert.ok(proxy.targets.length > 0 && proxy.targets.length < 10)
      assert.equal(proxy.targets[0]?.startsWith('localhost:'), scheme === 'socks5h')
    })
  }

  test('of a proxy that is not there, or does not let through', async (t) => {
    const gone = await problemOf(t, { server: 'https://10.0.0.1:6443', cluster: { 'proxy-url': 'http://127.0.0.1:9' } })
    assert.match(
      gone,
      /^server of context "test": nothing listens at 10.0.0.1:6443 through the proxy 127.0.0.1:9 \(connection refused\)/
    )
    const socks = await problemOf(t, {
      server: 'https://10.0.0.1:6443',
      cluster: { 'proxy-url': 'socks5://127.0.0.1:9' }
    })
    assert.match(socks, /10.0.0.1:6443 through the proxy 127.0.0.1:9/)
    const proxy = await startHttpProxy(t, 'jane:secret')
    const refused = await problemOf(t, {
      server: 'https://10.0.0.1:6443',
      cluster: { 'proxy-url': `http://${proxy.address}` }
    })
    assert.match(
      refused,
      /through the proxy 127.0.0.1:\d+, which answers 407: it wants another name or password in proxy-url$/
    )
    const wrong = await problemOf(t, {
      server: 'https://10.0.0.1:6443',
      cluster: { 'proxy-url': `http://jane:hunter2@${proxy.address}` }
    })
    assert.ok(!wrong.includes('hunter2'), wrong)
  })
})
