import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseNodes, type YamlNode } from './nodes.ts'
import { parseYaml } from './parse.ts'

/** The texts of all nodes of the last document, in order of their beginning. */
function texts(text: string): string[] {
  const document = parseYaml(text).at(-1)
  assert.ok(document !== undefined)
  const root = parseNodes(text, document)
  return root === undefined ? [] : [...textsIn(text, root)]
}

function* textsIn(text: string, node: YamlNode): Generator<string> {
  yield text.slice(node.start, node.end)
  if (node.kind === 'sequence') for (const item of node.items) yield* textsIn(text, item)
  if (node.kind !== 'mapping') return
  for (const { key, value } of node.pairs) {
    yield* textsIn(text, key)
    yield* textsIn(text, value)
  }
}

test('spans each key and value', () => {
  assert.deepEqual(texts('x: 1\n---\na: "b" # c\nd:\n- e\n- {f: g}\n'), [
    'a: "b" # c\nd:\n- e\n- {f: g}',
    'a',
    '"b"',
    'd',
    '- e\n- {f: g}',
    'e',
    '{f: g}',
    'f',
    'g'
  ])
})

test('spans properties, aliases, empty values and whole block scalars', () => {
  assert.deepEqual(texts('a: &x !!str b\nc: *x\nd:\ne: |\n  f\n\n'), [
    'a: &x !!str b\nc: *x\nd:\ne: |\n  f\n\n',
    'a',
    '&x !!str b',
    'c',
    '*x',
    'd',
    '',
    'e',
    '|\n  f\n\n'
  ])
})

test('spans JSON that YAML would refuse', () => {
  assert.deepEqual(texts('{"a": 1}\n{"\\/": [true,\n\t-1e3]}'), [
    '{"\\/": [true,\n\t-1e3]}',
    '"\\/"',
    '[true,\n\t-1e3]',
    'true',
    '-1e3'
  ])
})

test('has no root where there is nothing', () => {
  assert.deepEqual(texts('# nothing\n'), [])
})
