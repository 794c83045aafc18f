import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { frameLines } from './frame-lines.ts'
import { SourceLines } from './source-lines.ts'

function frame(text: string, line: number): string[] {
  const source = new SourceLines(() => text)
  const lines = frameLines(source, { file: 'a.yaml', line, column: 1 }, { lines: 3, within: 40 }, 100)
  return lines.map(({ number, text: shown }) => `${number} ${shown}`)
}

describe('frameLines', () => {
  test('has the keys above and what belongs to the line below', () => {
    const text =
      'spec:\n  containers:\n  - name: app\n    env:\n    - name: A\n    image: web\n    ports: []\n  volumes: []\n'
    const expected = ['3   - name: app', '4     env:', '5     - name: A', '6     image: web', '7     ports: []']
    assert.deepEqual(frame(text, 6), expected)
    assert.deepEqual(frame(text, 4).at(-1), '7     ports: []')
  })

  test('leaves out what is deeper above, however much it is', () => {
    const text = `a:\n  b:\n${'    c: 1\n'.repeat(30)}  d: 1\n`
    assert.deepEqual(frame(text, 33), ['1 a:', '2   b:', '33   d: 1'])
  })

  test('shows no line of another object', () => {
    const list =
      'items:\n- kind: Secret\n  data:\n    a: hunter2\n- kind: Pod\n- kind: Secret\n  data:\n    a: hunter2\n'
    assert.deepEqual(frame(list, 5), ['1 items:', '5 - kind: Pod'])
    const stream = 'kind: Secret\ndata:\n  a: hunter2\n---\nkind: Pod\n---\nkind: Secret\n'
    assert.deepEqual(frame(stream, 5), ['5 kind: Pod'])
    const json = '{\n  "kind": "Pod"\n}\n{\n  "kind": "Secret"\n}\n'
    assert.deepEqual(frame(json, 2), ['1 {', '2   "kind": "Pod"'])
  })

  test('shows nothing of a value that may be a secret, on whichever line it stands', () => {
    const text = '- name: A\n  value: |\n    hunter2\n  image: web\n'
    assert.deepEqual(frame(text, 1), ['1 - name: A', '2   value: •••'])
    assert.deepEqual(frame(text, 3), [])
    assert.deepEqual(frame(text, 4), ['1 - name: A', '2   value: •••', '4   image: web'])
  })
})
