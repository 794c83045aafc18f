import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { validateXML } from 'xmllint-wasm'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark, type RunOptions } from './bulwark.ts'
import { faults, goodPod } from './manifests.ts'
import { scan } from './report.ts'

const root = join(import.meta.dirname, '../..')

/** The schema of Jenkins' reader, as pytest's tests have it. */
const schema = readFileSync(join(root, 'test/data/junit-10.xsd'), 'utf8')

/** The report, which Jenkins' schema accepts. */
async function junit(args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { stdout, stderr, status } = bulwark(['scan', ...args, '-o', 'junit'], options)
  assert.ok(status !== 3, stderr)
  const { errors } = await validateXML({ xml: stdout, schema, maxMemoryPages: 16_384 })
  assert.deepEqual(errors.slice(0, 5), [])
  return stdout
}

function times(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length
}

describe('scan -o junit', () => {
  test('has a test for each control at each object, by file', async () => {
    const { findings } = scan(['samples'], { cwd: root })
    const text = await junit(['samples'], { cwd: root })
    const pairs = new Set(
      findings.map(({ control, file, document, resource }) => `${control} ${file} ${document} ${resource.name}`)
    )
    assert.equal(times(text, /<failure /g), pairs.size)
    assert.equal(times(text, /<testsuite /g), new Set(findings.map(({ file }) => file)).size + 1)
    assert.match(
      text,
      new RegExp(`^<testsuites name="bulwark" tests="${pairs.size + 1}" failures="${pairs.size}"`, 'm')
    )
    assert.equal(await junit(['samples'], { cwd: root }), text)
  })

  test('lists passes when they are asked for', async () => {
    const input = [goodPod('a'), faults.high].join('---\n')
    const { summary } = scan(['-'], { input })
    const text = await junit(['-', '--show-passed'], { input })
    assert.equal(times(text, /<testcase classname="standard input\.[^>]*\/>/g), summary.status.pass)
  })

  test('input that cannot be read is an error', async (t) => {
    const cwd = tempTree(t, { 'a.yaml': faults.high, 'b.yaml': 'a: [\n' })
    const text = await junit(['.', 'missing'], { cwd })
    assert.match(text, /^<testsuites name="bulwark" tests="3" failures="1" errors="2">$/m)
    assert.match(text, /name="b\.yaml:1:4" time="0">\n\s*<error type="input" message="this bracket is never closed/)
  })

  test('stays XML whatever objects are called', async (t) => {
    const names = [
      '\']]><x a="1">&amp;\'',
      '"\\0\\x1b[31m\\u202e\\ufffe"',
      '"\\U0001f600"',
      '|\n    two\n    lines\n  '
    ]
    const documents = names.map(
      (name) => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec: {hostPID: true}\n`
    )
    const cwd = tempTree(t, { 'a<b>&"c".yaml': documents.join('---\n') })
    const text = await junit(['.', '--control', 'host-pid'], { cwd })
    assert.equal(times(text, /<failure /g), names.length)
  })

  test('of many findings is whole', async (t) => {
    const pods = Array.from(
      { length: 5000 },
      (_, index) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p${index}}\nspec: {containers: [{name: a}]}\n`
    )
    const text = await junit(['-'], { input: pods.join('---\n') })
    assert.equal(times(text, /<testcase /g), Number(/tests="(\d+)"/.exec(text)?.[1]))
    t.diagnostic(`${(text.length / 1e6).toFixed(0)} MB`)
  })
})
