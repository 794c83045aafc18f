/** Whatever is wrong with one file is told with its place and costs no other, within 2 seconds and 300 MB. */
import assert from 'node:assert/strict'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { type TreeEntry, tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { type BadInput, badInputs, seen } from './bad-inputs.ts'
import { scanMeasured } from './measured.ts'
import { type Report, scan } from './report.ts'

/** `hostPID` is what every pod of these tests is found by. */
function judged({ findings }: Report): string[] {
  return findings.filter(({ control }) => control === 'host-pid').map(({ resource }) => String(resource.name))
}

/** The errors that `input` in `folder` should give: file, line, message. */
function expected({ files, errors }: BadInput, folder: string): [string, number | null, RegExp][] {
  return errors.map(([file, at, message]) => [
    `${folder}${file}`,
    at === null ? null : lineOf(files[file], at),
    message
  ])
}

function lineOf(entry: TreeEntry | undefined, at: string): number {
  assert.ok(typeof entry === 'string' || entry instanceof Uint8Array)
  const text = typeof entry === 'string' ? entry : Buffer.from(entry).toString('latin1')
  const index = text.split(/\r?\n/).findIndex((line) => line.includes(at))
  assert.notEqual(index, -1, at)
  return index + 1
}

function assertErrors({ errors }: Report, wanted: readonly [string, number | null, RegExp][]): void {
  const sorted = errors.toSorted((a, b) =>
    a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1
  )
  assert.deepEqual(
    sorted.map(({ file, line }) => [file, line]),
    wanted.map(([file, line]) => [file, line])
  )
  for (const [index, [file, , message]] of wanted.entries()) assert.match(sorted[index]?.message ?? '', message, file)
  for (const { line, column } of errors) assert.equal(line === null, column === null)
}

function within(folder: string, files: BadInput['files']): Record<string, TreeEntry> {
  return Object.fromEntries(Object.entries(files).map(([name, entry]) => [folder + name, entry]))
}

const around = { 'a-first.yaml': seen('first'), 'z/last.yaml': seen('last') }

describe('bad input', () => {
  for (const [name, input] of Object.entries(badInputs)) {
    test(name, (t) => {
      const { status, ...report } = scanMeasured(['.'], tempTree(t, { ...around, ...within('bad/', input.files) }))
      assertErrors(report, expected(input, 'bad/'))
      assert.deepEqual(judged(report), ['first', ...(input.judged ?? []), 'last'])
      assert.deepEqual(report.skipped, [])
      assert.equal(status, 2)
    })
  }

  test('all of it at once', (t) => {
    const inputs = Object.values(badInputs).map((input, index) => ({ input, folder: `bad-${index + 10}/` }))
    const trees = inputs.map(({ input, folder }) => within(folder, input.files))
    const { status, ...report } = scanMeasured(['.'], tempTree(t, Object.assign({}, around, ...trees)))
    assertErrors(
      report,
      inputs.flatMap(({ input, folder }) => expected(input, folder))
    )
    assert.deepEqual(judged(report), ['first', ...inputs.flatMap(({ input }) => input.judged ?? []), 'last'])
    assert.equal(status, 2)
  })

  test('from standard input', (t) => {
    const { status, ...report } = scan(['-'], {
      input: `${seen('first')}---\na: [\n---\n${seen('last')}`,
      cwd: tempTree(t, {})
    })
    assertErrors(report, [['-', seen('first').split('\n').length + 1, /never closed/]])
    assert.deepEqual(judged(report), ['first', 'last'])
    assert.equal(status, 2)
  })

  test('a file and a folder that may not be read', (t) => {
    const root = tempTree(t, { ...around, 'closed.yaml': seen('closed'), 'shut/pod.yaml': seen('shut') })
    chmodSync(root, 0o755)
    chmodSync(join(root, 'closed.yaml'), 0)
    chmodSync(join(root, 'shut'), 0)
    // The administrator may read everything, so someone else scans.
    const user = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    const { status, ...report } = scan(['.'], { cwd: root, ...user })
    chmodSync(join(root, 'shut'), 0o755)
    assertErrors(report, [
      ['closed.yaml', null, /permission denied/],
      ['shut', null, /permission denied/]
    ])
    assert.deepEqual(judged(report), ['first', 'last'])
    assert.equal(status, 2)
  })

  test('paths that do not exist', (t) => {
    const root = tempTree(t, around)
    const { status, ...report } = scan(['nope.yaml', 'a-first.yaml', 'no/where', 'a-first.yaml/x'], { cwd: root })
    assertErrors(report, [
      ['a-first.yaml/x', null, /./],
      ['no/where', null, /no such file or folder/],
      ['nope.yaml', null, /no such file or folder/]
    ])
    assert.deepEqual(judged(report), ['first'])
    assert.equal(status, 2)
  })
})

describe('skipped, with the reason', () => {
  test('what holds no Kubernetes object', (t) => {
    const files = {
      'comments.yaml': '# kind: Pod\n---\n# nothing\n',
      'empty.json': '',
      'empty.yaml': '',
      'list.yaml': '- a\n- b\n',
      'text.yaml': 'a note\n',
      'values.yaml': 'replicas: 2\nimage: {tag: "1"}\n'
    }
    const report = scanMeasured(['.'], tempTree(t, { ...around, ...files }))
    assert.deepEqual(
      report.skipped.map(({ file, reason }) => [file, reason]),
      [
        ['comments.yaml', 'only comments'],
        ['empty.json', 'empty'],
        ['empty.yaml', 'empty'],
        ...['list.yaml', 'text.yaml', 'values.yaml'].map((file) => [file, 'not a Kubernetes object'])
      ]
    )
    assert.deepEqual(report.errors, [])
    assert.deepEqual(judged(report), ['first', 'last'])
    assert.equal(report.status, 1)
  })
})

describe('valid but unusual', () => {
  const unusual: Readonly<Record<string, string | Uint8Array>> = {
    CRLF: seen('pod').replaceAll('\n', '\r\n'),
    BOM: `\ufeff${seen('pod')}`,
    'UTF-16, little end first': Buffer.from(`\ufeff${seen('pod')}`, 'utf16le'),
    'UTF-16, big end first': Buffer.from(`\ufeff${seen('pod')}`, 'utf16le').swap16(),
    'merge keys': seen('pod').replace(
      '  hostPID: true\n',
      '  <<: &shared {hostPID: true}\n  nodeSelector: {<<: {zone: a}}\n'
    ),
    'unknown tags': seen('pod').replace('hostPID: true', '!mine hostPID: true').replace('drop: [', 'drop: !theirs ['),
    'a document of 12 MB': `${seen('pod')}---\n${bigConfigMap()}`,
    'JSON with a tab':
      '\t{"apiVersion": "v1", "kind": "Pod",\n\t"metadata": {"name": "pod"}, "spec": {"hostPID": true, "containers": []}}'
  }
  for (const [name, content] of Object.entries(unusual)) {
    test(name, (t) => readSilently(t, { ...around, 'pod.yaml': content }))
  }

  function readSilently(t: TestContext, files: Record<string, string | Uint8Array>): void {
    const { status, stderr, ...report } = scanMeasured(['.'], tempTree(t, files))
    assert.equal(stderr, '')
    assert.deepEqual([report.errors, report.skipped], [[], []])
    assert.deepEqual(judged(report), ['first', 'pod', 'last'])
    assert.equal(status, 1)
  }
})

function bigConfigMap(): string {
  const lines = Array.from(
    { length: 160_000 },
    (_, i) => `  key-${i}: 'a value that is quoted and long enough, so that ${i} lines are 12 MB'\n`
  )
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: big}\ndata:\n${lines.join('')}`
}
