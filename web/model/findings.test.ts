import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exceptedFinding, findingWith, unknownFinding } from '../../src/report/finding.fixture.ts'
import type { Finding } from '../../src/scan/finding.ts'
import * as describeFinding from './describe.ts'
import { decodeFindings } from './findings.ts'
import { reportOf } from './report.fixture.ts'

const findings: readonly Finding[] = [
  findingWith(),
  findingWith({ control: 'root-user', severity: 'high', message: 'container "app" runs as user 0', line: 14 }),
  findingWith({
    file: 'k8s/job.yaml',
    resource: { apiVersion: 'batch/v1', kind: 'Job', namespace: null, name: 'once' }
  }),
  findingWith({ container: { name: null, type: 'init' }, fingerprint: 'fedcba9876543210' }),
  findingWith({ container: null, where: 'pod', message: 'containers of the pod share a process namespace', path: '' }),
  findingWith({ file: null, document: null, line: null, column: null, located: null }),
  unknownFinding(),
  exceptedFinding(),
  findingWith({ status: 'pass', message: 'Containers do not run privileged', where: 'pod' })
]

describe('a report and its page', () => {
  const decoded = decodeFindings(reportOf(findings))

  test('agree on every field of every finding', () => {
    assert.equal(decoded.count, findings.length)
    for (const [index, finding] of findings.entries()) {
      const { resource, message } = finding
      const name = resource.namespace === null ? resource.name : `${resource.namespace}/${resource.name}`
      assert.equal(describeFinding.controlOf(decoded, index).id, finding.control)
      assert.equal(describeFinding.severityOf(decoded, index), finding.severity)
      assert.equal(describeFinding.statusOf(decoded, index), finding.status)
      assert.equal(describeFinding.messageOf(decoded, index), message.charAt(0).toUpperCase() + message.slice(1))
      assert.equal(describeFinding.subjectOf(decoded, index), `${resource.kind} ${name}`)
      assert.equal(describeFinding.pathOf(decoded, index), finding.path)
      assert.equal(
        describeFinding.placeOf(decoded, index),
        finding.file === null ? '' : `${finding.file}:${finding.line}`
      )
      assert.deepEqual(describeFinding.containerOf(decoded, index) ?? null, finding.container)
      assert.equal(describeFinding.fingerprintOf(decoded, index), finding.fingerprint)
      assert.equal(decoded.data.texts[decoded.reasons.get(index) ?? -1] ?? null, finding.reason)
      assert.deepEqual(decoded.data.exceptions[decoded.excepted.get(index) ?? -1] ?? null, finding.exception)
      assert.deepEqual(decoded.data.maps[decoded.maps[index] ?? -1], finding.maps)
      assert.deepEqual(decoded.data.fails[decoded.fails[index] ?? -1], finding.fails)
    }
  })

  test('know a control that no finding names, and the chapter of each', () => {
    const { controls, chapters } = decoded.data
    const latest = controls.find(({ id }) => id === 'image-tag-latest')
    assert.equal(chapters[latest?.chapter ?? -1]?.name, 'image')
    assert.ok(controls.length > 30)
  })

  test('find a finding by its fingerprint, and none by a part of two', () => {
    assert.equal(describeFinding.findingWithFingerprint(decoded, 'fedcba9876543210'), 3)
    assert.equal(describeFinding.findingWithFingerprint(decoded, '0123456789abcdef'), 0)
    assert.equal(describeFinding.findingWithFingerprint(decoded, '89abcdef01234567'), undefined)
    assert.equal(describeFinding.findingWithFingerprint(decoded, ''), undefined)
  })

  test('mark what a baseline knows', () => {
    const known = decodeFindings(reportOf([findingWith({ baseline: true })]))
    assert.equal(describeFinding.statusOf(known, 0), 'known')
  })

  test('take objects of one name in two files for two, and an object told of twice for one', () => {
    const twice = [findingWith(), findingWith({ file: 'k8s/copy.yaml' }), findingWith()].map((finding) => ({
      ...finding,
      resource: { ...finding.resource }
    }))
    assert.deepEqual([...decodeFindings(reportOf(twice)).object], [0, 1, 0])
  })
})
