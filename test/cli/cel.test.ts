import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark, type RunOptions } from './bulwark.ts'

/** What is printed, word for word: a JSON parser would round integers. */
function json(args: readonly string[], options: RunOptions = {}): string {
  const { stdout, stderr, status } = bulwark(['cel', ...args, '-o', 'json'], options)
  assert.equal(stderr, '')
  assert.equal(status, stdout.startsWith('{"error"') ? 2 : 0)
  return stdout.trimEnd()
}

describe('cel -o json', () => {
  const values: Record<string, string> = {
    '1 + 1 == 2': 'true',
    '9223372036854775807': '9223372036854775807',
    '-9223372036854775808': '-9223372036854775808',
    '18446744073709551615u': '18446744073709551615',
    '1.0': '1.0',
    '-2.5e-8': '-2.5e-8',
    '0.0 / 0.0': '"NaN"',
    '1.0 / 0.0': '"Infinity"',
    '-1.0 / 0.0': '"-Infinity"',
    "b'\\xff\\x00a'": '"/wBh"',
    "timestamp('2026-01-02T03:04:05.120Z')": '"2026-01-02T03:04:05.12Z"',
    "duration('1h1m1.5s')": '"3661.5s"',
    "duration('-500ms')": '"-0.5s"',
    'optional.none()': 'null',
    'optional.of(5)': '5',
    null: 'null',
    '"é\\n😀"': '"é\\n😀"',
    '[1, 2].map(x, {string(x): x})': '[{"1":1},{"2":2}]',
    "quantity('1.5Gi').isGreaterThan(quantity('1Gi'))": 'true',
    '{"__proto__": 1}': '{"__proto__":1}'
  }
  for (const [expression, value] of Object.entries(values)) {
    test(expression, () => assert.equal(json([expression]), `{"value":${value}}`))
  }

  const types: Record<string, string> = {
    '1': '1,"type":"int"',
    '1u': '1,"type":"uint"',
    '1.0': '1.0,"type":"double"',
    '"a"': '"a","type":"string"',
    "b'a'": '"YQ==","type":"bytes"',
    "duration('1s')": '"1s","type":"duration"',
    '[1]': '[1],"type":"list"',
    'type(1)': '"int","type":"type"'
  }
  for (const [expression, value] of Object.entries(types)) {
    test(`--typed ${expression}`, () => assert.equal(json([expression, '--typed']), `{"value":${value}}`))
  }

  const errors: Record<string, readonly [stage: string, offset: number]> = {
    '1 +': ['parse', 3],
    'a.b': ['check', 0],
    '"😀" + 1': ['check', 4],
    '1 / 0': ['eval', 2],
    '[1][5]': ['eval', 3],
    '9223372036854775807 + 1': ['eval', 20],
    '': ['parse', 0]
  }
  for (const [expression, [stage, offset]] of Object.entries(errors)) {
    test(`error in ${JSON.stringify(expression)}`, () => {
      const { error } = JSON.parse(json([expression]))
      assert.deepEqual(Object.keys(error), ['stage', 'message', 'offset'])
      assert.deepEqual([error.stage, error.offset], [stage, offset])
      assert.ok(error.message.length > 5)
    })
  }

  test('what would exhaust a machine is an error', () => {
    for (const expression of ['('.repeat(5000), `${'1+'.repeat(20_000)}1`, `${'['.repeat(9999)}1${']'.repeat(9999)}`]) {
      assert.equal(JSON.parse(json([expression])).error.stage, 'parse')
    }
  })
})

describe('cel --vars', () => {
  const variables = `object: {spec: {replicas: 3, big: 9223372036854775807, privileged: y}}
__proto__: {a: 1}
constructor: 5
toString: {hasOwnProperty: 7}
`
  const expressions: Record<string, string> = {
    'object.spec.replicas > 1': 'true',
    'object.spec.big - 1': '9223372036854775806',
    'object.spec.privileged': 'true',
    'has(object.spec.constructor)': 'false',
    'object.spec.?toString.hasValue()': 'false',
    '__proto__.a': '1',
    constructor: '5',
    'toString.hasOwnProperty': '7'
  }
  for (const [expression, value] of Object.entries(expressions)) {
    test(expression, (t) => {
      const file = 'vars.yaml'
      const cwd = tempTree(t, { [file]: variables })
      assert.equal(json([expression, '--vars', file], { cwd }), `{"value":${value}}`)
    })
  }

  test('from standard input, in YAML or JSON', () => {
    assert.equal(json(['a + 1', '--vars', '-'], { input: '{"a": 5}' }), '{"value":6}')
    assert.equal(json(['a', '--vars=-'], { input: 'a: 0644' }), '{"value":420}')
    assert.equal(json(['1', '--vars', '-'], { input: '' }), '{"value":1}')
  })

  test('mistakes in the file are told with their place', (t) => {
    const cwd = tempTree(t, { 'list.yaml': '- a\n', 'two.yaml': 'a: 1\n---\nb: 2\n', 'broken.yaml': 'a: 1\nb: [\n' })
    const refusal = (file: string): string => {
      const { status, stdout, stderr } = bulwark(['cel', '1', '--vars', file], { cwd })
      assert.deepEqual([status, stdout], [2, ''])
      return stderr
    }
    assert.match(refusal('missing.yaml'), /^bulwark: cannot read missing\.yaml: no such file or directory\n$/)
    assert.match(refusal('list.yaml'), /write one mapping of names to values/)
    assert.match(refusal('two.yaml'), /write one mapping of names to values/)
    assert.match(refusal('broken.yaml'), /^bulwark: broken\.yaml:2:4: /)
  })

  test('values stay out of messages', () => {
    const input = 'object: {password: hunter2}'
    for (const expression of [
      'object.password + 1',
      'int(object.password)',
      'object.password.x',
      'quantity(object.password)'
    ]) {
      assert.ok(!json([expression, '--vars', '-'], { input }).includes('hunter2'), expression)
    }
  })
})

describe('cel for people', () => {
  test('prints the value alone, with its type when asked', () => {
    assert.equal(bulwark(['cel', '-1 + 3']).stdout, '2\n')
    assert.equal(bulwark(['cel', "'a'", '--typed']).stdout, '"a"  (string)\n')
  })

  test('points at what is wrong', () => {
    const { status, stdout, stderr } = bulwark(['cel', 'object.spec.replicas > 1'])
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, /^1:1: undeclared reference to 'object'.*\n \| object\.spec\.replicas > 1\n \| \^\n$/)
  })
})
