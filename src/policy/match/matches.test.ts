import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeResource, type Resource } from '../../estate/resource.ts'
import { KnownObjects } from '../known-objects.ts'
import { FieldReader } from '../read/fields.ts'
import { readMatch } from '../read/read-match.ts'
import type { AdmissionRequest } from '../request/request.ts'
import { matchRequest } from './matches.ts'

const origin = { file: null, document: 0, prefix: [] }
const resourceOf = (kind: string, object: Record<string, unknown>): Resource => makeResource('v1', kind, object, origin)

const known = new KnownObjects()
known.add(resourceOf('Namespace', { metadata: { name: 'shop', labels: { env: 'prod' } } }))

const pod: AdmissionRequest = {
  operation: 'UPDATE',
  type: { group: '', version: 'v1', kind: 'Pod', resource: 'pods' },
  subresource: '',
  name: 'a',
  namespace: 'shop',
  object: { metadata: { labels: { new: 'yes' } } },
  oldObject: { metadata: { labels: { old: 'yes' } } },
  userInfo: null,
  dryRun: false,
  options: {}
}

const anything = { apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*'] }

function matched(match: Record<string, unknown>, request: AdmissionRequest = pod): string {
  const reader = new FieldReader(resourceOf('Policy', {}))
  const read = readMatch(reader, { resourceRules: [anything], ...match }, [])
  assert.deepEqual(reader.problems, [])
  const found = matchRequest(read, request, known)
  if (found === 'no') return 'no'
  return 'unknown' in found ? 'unknown' : `${found.type.group}/${found.type.version}`
}

const rule = (parts: Record<string, unknown>): Record<string, unknown> => ({
  resourceRules: [{ ...anything, ...parts }]
})

test('subresources are matched by themselves', () => {
  const status = { ...pod, subresource: 'status' }
  const table: [resources: string[], object: string, status: string][] = [
    [['pods'], '/v1', 'no'],
    [['*'], '/v1', 'no'],
    [['pods/*'], '/v1', '/v1'],
    [['*/*'], '/v1', '/v1'],
    [['pods/status'], 'no', '/v1'],
    [['*/status'], 'no', '/v1'],
    [['services'], 'no', 'no']
  ]
  for (const [resources, object, sub] of table)
    assert.deepEqual(
      [matched(rule({ resources })), matched(rule({ resources }), status)],
      [object, sub],
      String(resources)
    )
})

test('operations, names and scopes narrow a rule', () => {
  assert.equal(matched(rule({ operations: ['CREATE'] })), 'no')
  assert.equal(matched(rule({ operations: ['CREATE', 'UPDATE'] })), '/v1')
  assert.equal(matched(rule({ resourceNames: ['b'] })), 'no')
  assert.equal(matched(rule({ resourceNames: ['a'] })), '/v1')
  assert.deepEqual([matched(rule({ scope: 'Cluster' })), matched(rule({ scope: 'Namespaced' }))], ['no', '/v1'])
  const type = { group: '', version: 'v1', kind: 'Namespace', resource: 'namespaces' }
  const namespace = { ...pod, type, name: 'shop' }
  assert.deepEqual(
    [matched(rule({ scope: 'Cluster' }), namespace), matched(rule({ scope: 'Namespaced' }), namespace)],
    ['/v1', 'no']
  )
  assert.equal(matched({ excludeResourceRules: [{ ...anything, resources: ['pods'] }] }), 'no')
})

test('either object of an update may be selected', () => {
  const select = (label: string): string => matched({ objectSelector: { matchLabels: { [label]: 'yes' } } })
  assert.deepEqual([select('new'), select('old'), select('other')], ['/v1', '/v1', 'no'])
})

test('labels of namespaces that are not known make a match unknown, unless the name is all that is asked for', () => {
  const select = (labels: Record<string, string>, namespace: string): string =>
    matched({ namespaceSelector: { matchLabels: labels } }, { ...pod, namespace })
  assert.deepEqual([select({ env: 'prod' }, 'shop'), select({ env: 'test' }, 'shop')], ['/v1', 'no'])
  assert.equal(select({ env: 'prod' }, 'other'), 'unknown')
  assert.equal(select({ 'kubernetes.io/metadata.name': 'other' }, 'other'), '/v1')
  assert.equal(select({ env: 'prod' }, ''), '/v1')
})

test('another version of the same objects matches unless it must be exact', () => {
  const type = {
    group: 'autoscaling',
    version: 'v2',
    kind: 'HorizontalPodAutoscaler',
    resource: 'horizontalpodautoscalers'
  }
  const request = { ...pod, type }
  const old = rule({ apiGroups: ['autoscaling'], apiVersions: ['v1'] })
  assert.equal(matched(old, request), 'autoscaling/v1')
  assert.equal(matched({ ...old, matchPolicy: 'Exact' }, request), 'no')
  assert.equal(matched(rule({ apiVersions: ['v2', 'v1'] }), request), 'autoscaling/v2')
  const event = { ...pod, type: { group: '', version: 'v1', kind: 'Event', resource: 'events' } }
  assert.equal(matched(rule({ apiGroups: ['events.k8s.io'] }), event), 'events.k8s.io/v1')
})
