import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark, type RunOptions } from './bulwark.ts'
import { faults } from './manifests.ts'
import { scan } from './report.ts'

const root = join(import.meta.dirname, '../..')

type Row = Readonly<Record<string, string>>

/** The rows as a reader that allows nothing beyond RFC 4180 finds them. */
function rowsOf(text: string): Row[] {
  return parse(text, { columns: true, record_delimiter: '\r\n', relax_quotes: false, relax_column_count: false })
}

function csv(args: readonly string[], options: RunOptions = {}): Row[] {
  const { stdout, stderr, status } = bulwark(['scan', ...args, '-o', 'csv'], options)
  assert.ok(status !== 3, stderr)
  return rowsOf(stdout)
}

describe('scan -o csv', () => {
  test('has the findings of the JSON report, in its order', () => {
    const { findings } = scan(['samples', '--show-passed'], { cwd: root })
    const rows = csv(['samples', '--show-passed'], { cwd: root })
    assert.deepEqual(
      rows.map((row) => [row.status, row.control, row.file, Number(row.line), row.path, row.fingerprint]),
      findings.map(({ status, control, file, line, path, fingerprint }) => [
        status,
        control,
        file,
        line,
        path,
        fingerprint
      ])
    )
    assert.deepEqual(
      rows.map(({ message, kind, namespace, name }) => [message, kind, namespace, name]),
      findings.map(({ message, resource }) => [message, resource.kind, resource.namespace ?? '', resource.name ?? ''])
    )
  })

  test('runs nothing in a spreadsheet', () => {
    const input = `apiVersion: v1\nkind: Pod\nmetadata: {name: "=HYPERLINK(\\"https://x.example\\",\\"a\\")", namespace: "@SUM(A1)"}\nspec: {hostPID: true}\n`
    const [row = {}] = csv(['-', '--control', 'host-pid'], { input })
    assert.equal(row.name, '\'=HYPERLINK("https://x.example","a")')
    assert.equal(row.namespace, "'@SUM(A1)")
    assert.equal(row.file, '-')
  })

  test('says on standard error what could not be read, since it has no place for that', (t) => {
    const cwd = tempTree(t, { 'a.yaml': faults.high, 'b.yaml': 'a: [\n' })
    const { stderr, status } = bulwark(['scan', '.', 'missing', '-o', 'csv=out.csv', '-o', 'text'], { cwd })
    assert.equal(status, 2)
    assert.match(
      stderr,
      /^bulwark: not read as it should be: 2\n {2}b\.yaml:1:4 {2}this bracket .*\n {2}missing {2}no such/
    )
    assert.equal(rowsOf(readFileSync(join(cwd, 'out.csv'), 'utf8')).length, 1)
  })
})
