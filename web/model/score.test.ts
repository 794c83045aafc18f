import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exceptedFinding, findingWith, unknownFinding } from '../../src/report/finding.fixture.ts'
import type { Finding } from '../../src/scan/finding.ts'
import { decodeFindings } from './findings.ts'
import { reportOf } from './report.fixture.ts'
import { chapterTitles, type Score, scoresOf } from './score.ts'

const tally = (control: string, pass: number) => ({
  control,
  pass,
  fail: 0,
  unknown: 0,
  excepted: 0,
  notApplicable: 0,
  reasons: []
})

function podScore(findings: readonly Finding[], pass: number): Score | undefined {
  const data = reportOf(findings, { result: { controls: [tally('privileged-container', pass)] } })
  return scoresOf(decodeFindings(data)).chapters[chapterTitles(data).indexOf('Pods')]
}

const object = (name: string) => ({ apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name })

describe('scoresOf', () => {
  test('is the share of objects that pass, however many findings one has', () => {
    const twice = [findingWith({ resource: object('a') }), findingWith({ resource: object('a'), line: 30 })]
    assert.deepEqual(podScore(twice, 3), { pass: 3, fail: 1, unknown: 0, excepted: 0, value: 75 })
  })

  test('counts what is unknown as not passed, what a baseline knows as failed, and what is excepted not at all', () => {
    assert.equal(podScore([unknownFinding({ resource: object('a') })], 1)?.value, 50)
    assert.equal(podScore([findingWith({ resource: object('a'), baseline: true })], 1)?.value, 50)
    assert.equal(podScore([exceptedFinding({ resource: object('a') })], 1)?.value, 100)
  })

  test('is 100 only where all pass', () => {
    assert.equal(podScore([findingWith()], 99_999)?.value, 99)
    assert.equal(podScore([], 5)?.value, 100)
  })

  test('is none where nothing was judged', () => {
    assert.equal(podScore([], 0)?.value, null)
    assert.equal(podScore([exceptedFinding()], 0)?.value, null)
  })

  test('weighs by severity', () => {
    const findings = [findingWith({ control: 'image-tag-latest', severity: 'medium' })]
    const data = reportOf(findings, { result: { controls: [tally('privileged-container', 1)] } })
    assert.equal(scoresOf(decodeFindings(data)).all.value, 83)
  })

  test("gives controls of the user's own a chapter, where there are some", () => {
    const data = reportOf([findingWith({ control: 'acme-labels' })])
    assert.equal(chapterTitles(data).at(-1), 'Your own controls')
    assert.equal(scoresOf(decodeFindings(data)).chapters.at(-1)?.value, 0)
    assert.ok(!chapterTitles(reportOf([])).includes('Your own controls'))
  })
})
