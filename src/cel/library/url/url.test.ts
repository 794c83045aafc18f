import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseUrl } from './parse-url.ts'
import { UrlValue } from './url-value.ts'

function url(text: string): UrlValue {
  const parsed = parseUrl(text)
  assert.ok(!('fault' in parsed), text)
  return new UrlValue(parsed)
}

test('URLs have the parts that Go reads', () => {
  const full = url('HTTPS://user:p%40ss@[::1]:8080/a b/é?k=1&k=2&x=+%20#frag')
  assert.equal(full.scheme, 'https')
  assert.equal(full.host, '[::1]:8080')
  assert.equal(full.hostname, '::1')
  assert.equal(full.port, '8080')
  assert.equal(full.escapedPath, '/a%20b/%C3%A9')
  assert.equal(url('/a%2Fb').escapedPath, '/a%2Fb')
  assert.deepEqual(full.query, { k: ['1', '2'], x: ['  '] })
  assert.equal(full.toString(), 'https://user:p%40ss@[::1]:8080/a%20b/%C3%A9?k=1&k=2&x=+%20#frag')
})

test('paths and opaque URLs have no host', () => {
  assert.equal(url('/path').host, '')
  assert.equal(url('mailto:a@b').toString(), 'mailto:a@b')
})

test('what is not absolute or not well formed is refused', () => {
  for (const text of [
    '',
    'a/b',
    '../x',
    'https://a:b:c/',
    'http://[::1',
    'http://a%20b/',
    'http://x/%zz',
    'http://x/\n'
  ]) {
    assert.ok('fault' in parseUrl(text), text)
  }
})

test('keys of a query are plain data whatever their names', () => {
  assert.deepEqual(Object.keys(url('/?__proto__=1&constructor=2').query), ['__proto__', 'constructor'])
})
