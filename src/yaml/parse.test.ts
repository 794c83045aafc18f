import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseYaml } from './parse.ts'

/** Problems as `kind line:column`. */
function problemsOf(text: string): string[] {
  return parseYaml(text).flatMap(({ problems }) =>
    problems.map(({ kind, line, column }) => `${kind} ${line}:${column}`)
  )
}

function messageOf(text: string): string {
  return parseYaml(text)[0]?.problems[0]?.message ?? ''
}

function valuesOf(text: string): unknown[] {
  return parseYaml(text).map(({ value }) => value)
}

describe('values', () => {
  test('are those of YAML 1.1 as Kubernetes reads it', () => {
    const text = 'privileged: y\nhost: on\nmode: 0644\nbig: 1_000\ntime: 12:30:45\nday: 2001-01-01\nno: 1\n'
    assert.deepEqual(valuesOf(text), [
      { privileged: true, host: true, mode: 420, big: 1000, time: '12:30:45', day: '2001-01-01', false: 1 }
    ])
  })

  test('are exact for integers of any size', () => {
    assert.deepEqual(valuesOf('a: [9007199254740991, 9007199254740993, -9223372036854775808, 18446744073709551615]'), [
      { a: [9007199254740991, 9007199254740993n, -9223372036854775808n, 18446744073709551615n] }
    ])
    assert.deepEqual(valuesOf('{"a": 9007199254740993}'), [{ a: 9007199254740993n }])
  })

  test('hold a key named __proto__ as data', () => {
    for (const text of ['__proto__: {x: 1}\n', '{"__proto__": {"x": 1}}', 'a: &a {__proto__: 1}\nb: {<<: *a}\n']) {
      const [value] = valuesOf(text)
      assert.equal(Object.getPrototypeOf(value), Object.prototype)
      assert.equal(Reflect.get({}, 'x'), undefined)
      assert.ok(JSON.stringify(value).includes('"__proto__":'))
    }
  })

  test('are undefined where there is nothing', () => {
    for (const text of ['', '\n', '# only a comment\n', '---\n', '\ufeff'])
      assert.deepEqual(valuesOf(text), [undefined])
    assert.deepEqual(valuesOf('~\n'), [null])
  })
})

describe('documents', () => {
  test('are counted as kubectl cuts the stream', () => {
    const documents = parseYaml('# head\n---\na: 1\n--- # next\n---\nb: 2\n---\n')
    assert.deepEqual(
      documents.map(({ index, start, end, value }) => [index, start, end, value]),
      [
        [0, 0, 7, undefined],
        [1, 11, 16, { a: 1 }],
        [2, 27, 36, { b: 2 }]
      ]
    )
  })

  test('do not share their faults', () => {
    assert.deepEqual(valuesOf('a: 1\n---\nb: [\n---\nc: 3\n'), [{ a: 1 }, undefined, { c: 3 }])
    assert.deepEqual(problemsOf('a: 1\n---\nb: [\n---\nc: 3\n'), ['syntax 3:4'])
  })

  test('of JSON may follow each other, and YAML may follow them', () => {
    assert.deepEqual(valuesOf('{"a":1}{"b":\n\t"\\/"} {}'), [{ a: 1 }, { b: '/' }, {}])
    assert.deepEqual(valuesOf('{"a":1}\n---\nb: 2\n'), [{ a: 1 }, undefined, { b: 2 }].toSpliced(1, 1))
    assert.deepEqual(
      parseYaml('{"a":1}\n---\nb: 2\n').map(({ format }) => format),
      ['json', 'yaml']
    )
  })

  test('keep the directives that stand before them', () => {
    assert.deepEqual(valuesOf('%YAML 1.1\n# c\n---\na: 1\n---\nb: 2\n'), [{ a: 1 }, { b: 2 }])
  })
})

describe('problems', () => {
  test('stand where the fault is', () => {
    assert.deepEqual(problemsOf('a:\n\tb: 1\n'), ['syntax 2:1'])
    assert.deepEqual(problemsOf('a:\n  b: "x\n  c: 1\n'), ['syntax 2:6'])
    assert.deepEqual(problemsOf('a: {b: [1, 2}\n'), ['syntax 1:13'])
    assert.deepEqual(problemsOf('a: {b: 1\nc: 2\n'), ['syntax 2:2'])
    assert.deepEqual(problemsOf('a: 1\nb\nc: 2\n'), ['syntax 2:1'])
    assert.deepEqual(problemsOf('a: b: c\n'), ['syntax 1:5'])
    assert.deepEqual(problemsOf('é😀: *x\n'), ['syntax 1:6'])
    assert.deepEqual(problemsOf('a: x\r\nb: !!int y\r\n'), ['syntax 2:10'])
    assert.deepEqual(problemsOf('a: \u0007\n'), ['syntax 1:4'])
    assert.deepEqual(problemsOf('a: .inf\n'), ['unsupported-value 1:4'])
    assert.deepEqual(problemsOf('a: 1\n~: 2\n'), ['unsupported-value 2:1'])
    assert.deepEqual(problemsOf('{"a": 1e999}'), ['unsupported-value 1:7'])
    assert.deepEqual(problemsOf(`a: ${'['.repeat(2000)}`), ['limit 1:1003'])
  })

  test('stand where the fault is in a long document too, of which only the end is read twice', () => {
    const item = '  - name: web\n    ports: [80]\n'
    const text = `kind: List\nitems:\n${item.repeat(5000)}`
    assert.deepEqual(problemsOf(`${text}  - name: "x\n`), ['syntax 10003:11'])
    assert.deepEqual(problemsOf(`${text}    tags: !!int x\n`), ['syntax 10003:17'])
    assert.deepEqual(problemsOf(`a: &a 1\n${text}  - *b\n`), ['syntax 10004:5'])
    assert.deepEqual(problemsOf(`---\n${text}---\n${text}    ports: []\n`), ['duplicate-key 20007:5'])
    assert.deepEqual(valuesOf(`${text}  - !!str 1\n`), [
      { kind: 'List', items: [...Array(5000).fill({ name: 'web', ports: [80] }), '1'] }
    ])
  })

  test('say what to do', () => {
    assert.match(messageOf('a:\n\tb: 1\n'), /tab.*use spaces/)
    assert.match(messageOf('a: {{ .Values.x }}\n'), /Helm template.*render the chart/)
    assert.match(messageOf('{{- if .Values.x }}\na: 1\n{{- end }}\n'), /Helm template/)
    assert.match(messageOf('a: "C:\\dir"\n'), /\\d .*single quotes/)
    assert.match(messageOf('a: @x\n'), /quotes/)
    assert.match(messageOf('%YAML 1.2\n---\na: 1\n'), /1\.1/)
  })

  test('of equal keys name both lines, and the last value counts', () => {
    for (const text of [
      'a: 1\nb: 2\na: 3\n',
      'x: &x 1\ny: {<<: {a: 1}}\na: 1\nb: 2\na: 3\n',
      '{"a": 1,\n"b": 2,\n"a": 3}'
    ]) {
      const [document] = parseYaml(text)
      assert.ok(document !== undefined)
      assert.equal((document.value as { a: number }).a, 3)
      const [problem] = document.problems
      assert.equal(problem?.kind, 'duplicate-key')
      assert.equal(problem.line - (problem.related?.line ?? 0), 2)
      assert.match(problem.message, new RegExp(`line ${problem.related?.line}`))
    }
  })

  test('of equal keys are those of one mapping, however the keys are written', () => {
    assert.deepEqual(problemsOf('a: {b: 1, b: 2}\n"a": 3\n1: x\n"1": y\n'), [
      'duplicate-key 1:11',
      'duplicate-key 2:1',
      'duplicate-key 4:1'
    ])
    assert.deepEqual(problemsOf('a: {b: 1}\nc: {b: 1}\nd: {<<: {b: 1}, b: 2}\n'), [])
  })

  test('tell of text that kubectl refuses or drops', () => {
    assert.deepEqual(valuesOf('a: 1\n--- b\n'), [{ a: 1 }, 'b'])
    assert.deepEqual(problemsOf('a: 1\n--- b\n'), ['separator 2:1'])
    assert.deepEqual(problemsOf('---b: 1\n'), ['separator 1:1'])
    assert.deepEqual(valuesOf('a: 1\n...\n# c\nb: 2\n'), [{ a: 1 }])
    assert.deepEqual(problemsOf('a: 1\n...\n# c\nb: 2\n'), ['ignored-content 4:1'])
    assert.deepEqual(problemsOf('a: 1\n...\n# c\n'), [])
    assert.deepEqual(problemsOf('{"a":1}{"b":2}\nc: 3\n'), ['separator 2:1'])
  })

  test('do not arise from what is unusual but valid', () => {
    const texts = [
      'a: 1\r\nb:\r\n- c\r\n',
      '\ufeffa: 1\n---\n\ufeffb: 2\n',
      'a: !custom {b: 1}\n',
      'x: &x {a: 1}\ny: {<<: *x, b: 2}\n',
      '? a\n: |+\n  b\n',
      'a: 1\n...\n---\nb: 2\n...\n'
    ]
    for (const text of texts) assert.deepEqual(problemsOf(text), [], JSON.stringify(text))
  })

  test('arise, and nothing is thrown, for text that no file can hold', () => {
    assert.deepEqual(problemsOf('a: \ud83d\n'), ['syntax 1:4'])
  })
})
