import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fixedFields, keyStatus, knownKeys, supportedKubernetes } from './exposure.ts'
import { documentedFacts } from './facts.ts'
import { openQuestions } from './open-questions.ts'
import { factsWith } from './overrides.ts'
import { isSince, parseRtfVersion, type RtfVersion, versionNote } from './version.ts'

function version(text: string): RtfVersion {
  const parsed = parseRtfVersion(text)
  assert.ok(parsed !== null, text)
  return parsed
}

describe('versions of Runtime Fabric', () => {
  test('are read from tags, charts and lines', () => {
    assert.deepEqual(parseRtfVersion('v3.0.277'), { major: 3, minor: 0, patch: 277 })
    assert.deepEqual(parseRtfVersion('3.0.277-ubi'), { major: 3, minor: 0, patch: 277 })
    assert.deepEqual(parseRtfVersion('2.8'), { major: 2, minor: 8, patch: null })
    for (const text of ['latest', '', '3', 'sha256:abc', '1.2.3.4']) assert.equal(parseRtfVersion(text), null, text)
  })

  test('compare by number, and a line counts as its newest patch', () => {
    assert.ok(isSince(version('2.10.1'), '2.9'))
    assert.ok(!isSince(version('2.6.21'), '2.6.22'))
    assert.ok(isSince(version('2.6'), '2.6.22'))
    assert.ok(isSince(version('3.0.0'), '3.0'))
    assert.ok(!isSince(version('3.0.0'), '3.0.1'))
  })

  test('a line that nobody read is said', () => {
    assert.equal(versionNote(version('3.0.277')), null)
    assert.match(versionNote(version('3.4.1')) ?? '', /newer than 3\.0/)
    assert.match(versionNote(version('1.13.0')) ?? '', /not among/)
  })
})

describe('what is known', () => {
  test('every row refers to versions and questions that there are', () => {
    const questions = new Set(openQuestions.map(({ id }) => id))
    for (const { path, template, application, question } of documentedFacts.templateKeys) {
      for (const since of [template, application]) assert.ok(since === null || parseRtfVersion(since) !== null, path)
      assert.ok(question === undefined || questions.has(question), path)
    }
    for (const { id, answers, assumed } of openQuestions)
      assert.ok(answers.length === 0 || answers.includes(assumed), id)
    const paths = documentedFacts.templateKeys.map(({ path }) => path)
    assert.equal(new Set(paths).size, paths.length)
  })

  test('a key is known from its version on', () => {
    const status = (path: string, text: string) =>
      keyStatus(documentedFacts, path, version(text), 'runtime-manager').status
    assert.equal(status('pod.containerSecurityContext.seccompProfile.type', '2.4.1'), 'known')
    assert.equal(status('pod.automountServiceAccountToken', '2.5.9'), 'later')
    assert.equal(status('pod.automountServiceAccountToken', '2.6.0'), 'known')
    assert.equal(status('pod.env.DISABLE_PER_APP_SA', '2.6.40'), 'later')
    assert.equal(status('pod.podSecurityContext.runAsNonRoot', '3.0.277'), 'unknown')
    assert.equal(status('pod.env.MY_OWN', '3.0.277'), 'unknown')
    assert.deepEqual(knownKeys(documentedFacts, version('2.3.9'), 'runtime-manager'), [])
    assert.deepEqual(knownKeys(documentedFacts, version('3.0.0'), 'anypoint-controller'), [])
  })

  test('what Runtime Fabric fixes grows with 2.5', () => {
    const paths = (text: string) => fixedFields(documentedFacts, version(text)).map(({ path }) => path)
    assert.ok(!paths('2.4.9').includes('securityContext.privileged'))
    assert.ok(paths('2.5.0').includes('securityContext.readOnlyRootFilesystem'))
  })

  test('support of Kubernetes is null where no table says', () => {
    assert.deepEqual(supportedKubernetes(documentedFacts, version('2.8.3')), {
      from: '1.27',
      to: '1.30',
      basis: 'stated'
    })
    assert.equal(supportedKubernetes(documentedFacts, version('2.11.0')), null)
    assert.equal(supportedKubernetes(documentedFacts, version('3.0.276')), null)
    assert.equal(supportedKubernetes(documentedFacts, version('3.0.300'))?.to, '1.35')
  })

  test('every control plane names its own registry among its hosts', () => {
    for (const { region, registry, egress } of documentedFacts.controlPlanes) {
      assert.ok(
        egress.some(({ host }) => host === registry),
        region
      )
      assert.ok(
        egress.some(({ does }) => does.startsWith('message broker')),
        region
      )
    }
  })
})

describe('facts of the user', () => {
  test('take the place of those that are documented', () => {
    const facts = factsWith({
      assume: { 'automount-token': 'fixed' },
      templateKeys: { 'pod.priorityClassName': '3.1', 'pod.tolerations': 'never' },
      fixedFields: { 'securityContext.capabilities': 'never' },
      kubernetes: { '3.0': '1.33-1.37' },
      egress: { eu: ['proxy.shop.example:3128'] },
      registries: { eu: 'registry.shop.example' },
      applicationPorts: [8081, 9999]
    })
    const status = (path: string, text: string) => keyStatus(facts, path, version(text), 'runtime-manager').status
    assert.equal(status('pod.automountServiceAccountToken', '3.0.1'), 'fixed')
    assert.equal(status('pod.priorityClassName', '3.0.1'), 'later')
    assert.equal(status('pod.priorityClassName', '3.1.0'), 'known')
    assert.equal(status('pod.tolerations', '3.0.1'), 'unknown')
    assert.equal(keyStatus(facts, 'pod.tolerations', version('3.0.1'), 'anypoint-controller').status, 'known')
    assert.ok(!fixedFields(facts, version('3.0.1')).some(({ path }) => path === 'securityContext.capabilities'))
    assert.equal(supportedKubernetes(facts, version('3.0.5'))?.to, '1.37')
    const europe = facts.controlPlanes.find(({ region }) => region === 'eu')
    assert.deepEqual(
      [europe?.registry, europe?.egress.map(({ host, port }) => `${host} ${port}`)],
      ['registry.shop.example', ['proxy.shop.example 3128']]
    )
    assert.deepEqual(facts.applicationPorts, [8081, 9999])
  })

  test('nothing said changes nothing', () => {
    assert.deepEqual(factsWith({}), { ...documentedFacts, applicationPorts: documentedFacts.applicationPorts })
  })
})
