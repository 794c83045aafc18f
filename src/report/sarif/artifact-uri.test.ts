import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ArtifactUris } from './artifact-uri.ts'

const uris = new ArtifactUris({ current: '/repo/k8s', root: '/repo' })
const below = (uri: string): string => `{"uri":"${uri}","uriBaseId":"%SRCROOT%"}`

test('relative to the root, percent-encoded', () => {
  assert.equal(uris.ofFile('web.yaml'), below('k8s/web.yaml'))
  assert.equal(uris.ofFile('./a//b.yaml'), below('k8s/a/b.yaml'))
  assert.equal(uris.ofFile('../charts/shop/c d.yaml'), below('charts/shop/c%20d.yaml'))
  assert.equal(uris.ofFile('/repo/ü#%?:"<>\\.yaml'), below('%C3%BC%23%25%3F%3A%22%3C%3E%5C.yaml'))
  assert.equal(uris.ofFile('\ud800.yaml'), below('k8s/%EF%BF%BD.yaml'))
  assert.equal(uris.ofFile('/repo/..a.yaml'), below('..a.yaml'))
})

test('absolute outside of it', () => {
  assert.equal(uris.ofFile('../../other/a b.yaml'), '{"uri":"file:///other/a%20b.yaml"}')
  assert.equal(uris.ofFile('/repository/a.yaml'), '{"uri":"file:///repository/a.yaml"}')
})

test('standard input and live objects have bases of their own', () => {
  assert.equal(uris.ofFile('-'), '{"uri":"stdin","uriBaseId":"INPUT"}')
  assert.equal(
    uris.ofObject(['apps', 'v1', 'shop', 'Deployment', 'a/b']),
    '{"uri":"apps/v1/shop/Deployment/a%2Fb","uriBaseId":"CLUSTER"}'
  )
})
