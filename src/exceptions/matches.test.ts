import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeResource, type Resource } from '../estate/resource.ts'
import type { ExceptionSelector } from './exception.ts'
import { selectorMatch } from './matches.ts'

function object(kind: string, name: string, namespace?: string, labels: Record<string, string> = {}): Resource {
  const metadata = { name, ...(namespace === undefined ? {} : { namespace }), labels }
  return makeResource('v1', kind, { metadata }, { file: null, document: 0, prefix: [] })
}

function matches(selector: ExceptionSelector, resource: Resource, container: string | null = null): boolean {
  return selectorMatch(selector)(resource, container)
}

const web = object('Pod', 'web-1', 'shop', { app: 'web' })

test('every part that is given has to fit', () => {
  assert.ok(matches({ namespaces: ['shop'], kinds: ['Pod'], names: ['web-1'], labels: { app: 'web' } }, web))
  assert.ok(!matches({ namespaces: ['mule'] }, web))
  assert.ok(!matches({ namespaces: ['shop'], kinds: ['Deployment'] }, web))
  assert.ok(!matches({ namespaces: ['shop'], labels: { app: 'cart' } }, web))
})

test('a star stands for anything', () => {
  for (const pattern of ['*', 'web-*', '*-1', 'w*-*1', 'web-1*']) assert.ok(matches({ names: [pattern] }, web), pattern)
  for (const pattern of ['web-1-*', '*web-1*2', 'w*b', 'web-*-1', 'eb*'])
    assert.ok(!matches({ names: [pattern] }, web), pattern)
  assert.ok(!matches({ names: ['ab*ba'] }, object('Pod', 'aba')))
})

test('an exception for a container leaves the pod and other containers alone', () => {
  assert.ok(matches({ containers: ['app'] }, web, 'app'))
  assert.ok(!matches({ containers: ['app'] }, web, 'proxy'))
  assert.ok(!matches({ containers: ['app'] }, web))
})

test('a namespace lies in itself, and what is in none is in no named one', () => {
  assert.ok(matches({ namespaces: ['shop'] }, object('Namespace', 'shop')))
  assert.ok(!matches({ namespaces: ['*a*'] }, object('Node', 'a')))
})
