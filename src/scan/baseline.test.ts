import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Baseline } from './baseline.ts'
import type { Finding, FindingStatus } from './finding.ts'

function finding(fingerprint: string, status: FindingStatus = 'fail'): Finding {
  // Only what a baseline looks at.
  return { fingerprint, status } as Finding
}

function marks(baseline: Baseline, ...findings: Finding[]): boolean[] {
  return baseline.marked(findings).map((each) => each.baseline === true)
}

test('knows what was recorded, as often as it was', () => {
  const baseline = new Baseline([{ fingerprint: 'a' }, { fingerprint: 'a' }, { fingerprint: 'b' }])
  assert.deepEqual(marks(baseline, finding('a'), finding('c'), finding('a'), finding('a')), [true, false, true, false])
  assert.equal(baseline.known, 2)
  assert.equal(baseline.gone, 1)
})

test('is about faults alone', () => {
  const baseline = new Baseline([{ fingerprint: 'a' }])
  assert.deepEqual(marks(baseline, finding('a', 'pass'), finding('a', 'excepted'), finding('a', 'unknown')), [
    false,
    false,
    true
  ])
})
