import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AuditDecision, type AuditedRequest, auditDecision } from './audit-policy.ts'
import type { Mapping } from './mapping.ts'

const request: AuditedRequest = {
  user: 'jane',
  groups: ['dev'],
  verb: 'get',
  group: '',
  resource: 'pods',
  subresource: '',
  namespace: 'shop'
}

const decided = (rules: readonly Mapping[], changed: Partial<AuditedRequest> = {}): AuditDecision =>
  auditDecision({ rules }, { ...request, ...changed })

/** Whether a rule with these fields is about the request. */
const isAbout = (rule: Mapping, changed: Partial<AuditedRequest> = {}): boolean =>
  decided([{ level: 'Request', ...rule }], changed).rule === 0

test('the first rule that matches decides; what none matches is not recorded', () => {
  const rules = [{ level: 'None', verbs: ['watch'] }, { level: 'Metadata' }, { level: 'Request' }]
  assert.deepEqual(decided(rules), { level: 'Metadata', rule: 1 })
  assert.deepEqual(decided(rules, { verb: 'watch' }), { level: 'None', rule: 0 })
  assert.deepEqual(decided(rules.slice(0, 1)), { level: 'None', rule: null })
  assert.deepEqual(auditDecision({}, request), { level: 'None', rule: null })
})

test('users, groups, verbs and namespaces have to be named where any are', () => {
  assert.ok(isAbout({ users: ['jane'], userGroups: ['dev'], verbs: ['get'], namespaces: ['shop'] }))
  for (const rule of [{ users: ['joe'] }, { userGroups: ['ops'] }, { verbs: ['list'] }, { namespaces: [''] }]) {
    assert.ok(!isAbout(rule), JSON.stringify(rule))
  }
})

test('resources are named with their group; a subresource is another one', () => {
  const of = (group: string, ...resources: string[]): Mapping => ({ resources: [{ group, resources }] })
  assert.ok(isAbout(of('', 'pods')) && isAbout(of('', '*')) && isAbout(of('')) && isAbout(of('*')))
  assert.ok(!isAbout(of('apps', 'pods')) && !isAbout(of('', 'pods/exec')) && isAbout(of('', 'pods/*')))
  const exec = { subresource: 'exec' }
  for (const name of ['pods/exec', 'pods/*', '*/exec', '*']) assert.ok(isAbout(of('', name), exec), name)
  for (const name of ['pods', '*/log', 'nodes/*']) assert.ok(!isAbout(of('', name), exec), name)
})

test('a rule about URLs or about certain objects is not about these requests', () => {
  assert.ok(!isAbout({ nonResourceURLs: ['/healthz*'] }))
  assert.ok(!isAbout({ resources: [{ group: '', resources: ['pods'], resourceNames: ['a'] }] }))
})
