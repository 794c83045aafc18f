import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAnnotation } from './annotation.ts'

test('reads controls, owner, end and reason; the reason may hold anything', () => {
  const text = 'host-pid, host-ipc; owner=team@shop; expires=2027-03-31; reason=debugger; ticket=17'
  assert.deepEqual(readAnnotation(text), {
    exceptions: [
      {
        id: 'annotation',
        controls: ['host-pid', 'host-ipc'],
        selector: {},
        reason: 'debugger; ticket=17',
        owner: 'team@shop',
        expires: '2027-03-31'
      }
    ],
    problems: []
  })
})

test('one exception on each line, each for a container where it says so', () => {
  const line = 'owner=a; expires=2027-03-31; reason=b'
  const { exceptions, problems } = readAnnotation(`\nroot-user; container=app; ${line}\n  host-pid; ${line}\n`)
  assert.deepEqual(problems, [])
  assert.deepEqual(
    exceptions.map(({ controls, selector }) => [controls, selector]),
    [
      [['root-user'], { containers: ['app'] }],
      [['host-pid'], {}]
    ]
  )
})

test('says what is wrong with each line', () => {
  const wrong = {
    'host-pid': /owner=… is missing/,
    'host-pid; owner=a; expires=2027-03-31': /reason=… is missing/,
    'host-pid; owner=a; expires=soon; reason=b': /expires cannot be "soon"/,
    'host-pid; owner=a; expries=2027-03-31; reason=b': /"expries=2027-03-31" is not one of/,
    '; owner=a; expires=2027-03-31; reason=b': /begins with the controls/
  }
  for (const [text, message] of Object.entries(wrong)) {
    const { exceptions, problems } = readAnnotation(text)
    assert.deepEqual(exceptions, [])
    assert.match(problems.join('\n'), message)
  }
})
