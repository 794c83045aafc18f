import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edit, set } from './edit.fixture.ts'

const item = (index: number): string =>
  `- kind: Pod # ${index}\n  metadata:\n    name: web-${index}\n  # of the spec\n  spec:\n    text: |\n      one\n\n`
const count = 5000

/** A long list, with one item as it is or as another. */
function list(at: number, text: string): string {
  const items = Array.from({ length: count }, (_, index) => (index === at ? text : item(index)))
  return `apiVersion: v1\nitems:\n${items.join('')}kind: List\n`
}

test('items of a long list are edited by themselves', () => {
  for (const at of [0, 2345, count - 1]) {
    const wanted = item(at).replace('      one\n', '      one\n    hostPID: false\n')
    assert.equal(edit(list(at, item(at)), set(`items.${at}.spec.hostPID`, false)), list(at, wanted))
  }
})

test('what ties items together is seen', () => {
  const text = list(count - 1, `- &x {a: &y [1]}\n- *x\n- {b: *y}\n`)
  const last = count - 1
  assert.equal(
    edit(text, set(`items.${last}.c`, 1), set(`items.${last + 1}.c`, 1)),
    text.replace('{a: &y [1]}', '{a: &y [1], c: 1}')
  )
  assert.equal(edit(text, set(`items.${last + 2}.b`, 2)), text.replace('{b: *y}', '{b: 2}'))
})

test('items of a long list in JSON', () => {
  const items = Array.from({ length: count }, (_, index) => ({
    kind: 'Pod',
    metadata: { name: `web-${index}`, labels: {} }
  }))
  const text = JSON.stringify({ kind: 'List', items }, null, 2)
  const [name, path] = ['web-2345', 'items.2345.metadata.labels.a']
  const wanted = text.replace(
    `"${name}",\n        "labels": {}`,
    `"${name}",\n        "labels": {\n          "a": "b"\n        }`
  )
  assert.notEqual(wanted, text)
  assert.equal(edit(text, set(path, 'b')), wanted)
})
