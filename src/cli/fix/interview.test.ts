import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fixed } from '../../fix/plan/object-planner.ts'
import { plainPaint } from '../../report/paint.ts'
import type { Finding } from '../../scan/finding.ts'
import type { FixedFile, Unwanted } from './fixed-files.ts'
import { Interview } from './interview.ts'

const finding: Finding = {
  control: 'host-pid',
  severity: 'high',
  status: 'fail',
  reason: null,
  resource: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web' },
  container: null,
  file: 'web.yaml',
  document: 0,
  line: 7,
  column: 3,
  located: 'exact',
  path: 'spec.hostPID',
  message: 'pod sees the processes of its node',
  where: 'pod',
  fix: 'breaking',
  fingerprint: '',
  maps: {},
  fails: [],
  exception: null
}

function fixed(control: string): Fixed {
  const changes = [{ path: ['spec', control], set: false }]
  return { finding: { ...finding, control, fingerprint: control }, grade: 'breaking', argument: 'It ends.', changes }
}

/** The file's fixes that are left after these answers, and what was shown. */
function left(answers: readonly string[]): { readonly left: readonly string[]; readonly shown: string } {
  const all = ['a', 'b', 'c', 'd'].map(fixed)
  const given = [...answers]
  let shown = ''
  const again = (without: Unwanted): FixedFile => ({
    ...file,
    fixed: all.filter((each) => !without.has(each.finding.fingerprint))
  })
  const file: FixedFile = { file: 'web.yaml', before: '', steps: [], fixed: all, left: [], source: null, again }
  const dialogue = {
    show: (text: string) => {
      shown += text
    },
    answer: () => given.shift() ?? null
  }
  const wanted = new Interview(dialogue, plainPaint).wanted(file)
  return { left: wanted.fixed.map((each) => each.finding.control), shown }
}

test('each fix is asked for, with what it changes and why', () => {
  const { left: kept, shown } = left(['y', 'n', 'what?', 'no', 'Yes'])
  assert.deepEqual(kept, ['a', 'd'])
  assert.match(
    shown,
    /web\.yaml:7 {2}Pod shop\/web\n {2}high {2}pod sees .*\n {2}set spec\.a: false\n {2}breaking: It ends\.\n/
  )
  assert.equal(shown.split('Fix it?').length - 1, 5)
})

test('all and quit end the questions, and so does nobody', () => {
  assert.deepEqual(left(['n', 'a']).left, ['b', 'c', 'd'])
  assert.deepEqual(left(['y', 'q']).left, ['a'])
  assert.deepEqual(left(['y']).left, ['a'])
})
