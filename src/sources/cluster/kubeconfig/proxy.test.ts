import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { environmentProxy } from './proxy.ts'

const proxy = 'http://proxy.example:3128'
const of = (server: string, noProxy = ''): string | null =>
  environmentProxy(new URL(server), { HTTPS_PROXY: proxy, NO_PROXY: noProxy })

describe('the proxy that the environment names', () => {
  test('is that of the scheme, in either case, with or without its own scheme', () => {
    assert.equal(of('https://api.example:6443'), proxy)
    assert.equal(of('http://api.example'), null)
    const server = new URL('http://api.example')
    assert.equal(environmentProxy(server, { http_proxy: 'proxy.example:3128' }), proxy)
    assert.equal(environmentProxy(server, { HTTP_PROXY: '', http_proxy: '' }), null)
    assert.equal(environmentProxy(server, {}), null)
  })

  test('is not for this very machine', () => {
    for (const host of ['localhost', '127.0.0.1', '127.8.8.8', '[::1]']) assert.equal(of(`https://${host}:6443`), null)
    assert.equal(of('https://128.0.0.1'), proxy)
  })

  const cases: [noProxy: string, excepted: string[], others: string[]][] = [
    ['*', ['api.example', '10.0.0.1'], []],
    ['example', ['api.example', 'example'], ['badexample', '10.0.0.1']],
    ['.example', ['api.example'], ['example']],
    ['*.example', ['api.example'], ['example']],
    ['10.0.0.1', ['10.0.0.1'], ['10.0.0.10', 'x.10.0.0.1.example']],
    ['10.0.0.0/8, fd00::/8', ['10.9.9.9', '[fd12::1]'], ['11.0.0.1', '[fe80::1]', 'api.example']],
    ['fd00::1', ['[fd00::1]'], ['[fd00::2]']],
    ['api.example:6443', ['api.example'], []],
    ['api.example:443', [], ['api.example']],
    ['10.0.0.0/99,, nonsense/8,10.0.0.0/x', [], ['10.0.0.1']]
  ]
  for (const [noProxy, excepted, others] of cases) {
    test(`with NO_PROXY=${noProxy}`, () => {
      for (const host of excepted) assert.equal(of(`https://${host}:6443`, noProxy), null, host)
      for (const host of others) assert.equal(of(`https://${host}:6443`, noProxy), proxy, host)
    })
  }
})
