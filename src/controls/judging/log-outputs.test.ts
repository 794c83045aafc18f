import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unencryptedOutput } from './log-outputs.ts'

test('an output to the own host, or one that is not known, is not judged', () => {
  assert.equal(unencryptedOutput('[OUTPUT]\n  Name es\n  Host 127.0.0.1\n'), null)
  assert.equal(unencryptedOutput('[OUTPUT]\n  Name stdout\n'), null)
  assert.equal(unencryptedOutput('[INPUT]\n  Name http\n  Host logs.example\n'), null)
  assert.equal(unencryptedOutput('url: http://localhost:3100/loki/api/v1/push'), null)
  assert.equal(unencryptedOutput('<source>\n  @type forward\n  port 24224\n</source>\n'), null)
  assert.equal(unencryptedOutput('a: b'), null)
})

test('one plain output among encrypted ones is found', () => {
  const text = '[OUTPUT]\n  Name es\n  Host a\n  tls On\n[OUTPUT]\n  Name forward\n  Host b\n'
  assert.deepEqual(unencryptedOutput(text), { output: 'forward' })
  assert.equal(unencryptedOutput('[OUTPUT]\n  Name es\n  Host a\n  tls On\n'), 'encrypted')
  assert.deepEqual(
    unencryptedOutput('<match **>\n  @type forward\n  <server>\n    host a\n  </server>\n</match>'),
    null
  )
  assert.equal(unencryptedOutput('output:\n  logstash:\n    hosts: ["https://a"]'), 'encrypted')
})

test('a hostile text is read in no time', () => {
  const began = performance.now()
  for (const text of [
    '[OUTPUT]\n'.repeat(50_000),
    '@type forward\n'.repeat(50_000),
    'url: http://a'.repeat(50_000),
    ' '.repeat(500_000),
    `[OUTPUT]\n${'\n'.repeat(500_000)}`,
    `@type forward${'\n'.repeat(500_000)}`
  ]) {
    unencryptedOutput(text)
  }
  assert.ok(performance.now() - began < 3000, `${performance.now() - began} ms`)
})
