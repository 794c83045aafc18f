import assert from 'node:assert/strict'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { copyTree, type TreeCopy } from './tree-copy.ts'

const root = join(import.meta.dirname, '../..')

interface DocumentedControl {
  /** From the repository's root. */
  readonly file: string
  readonly id: string
  readonly source: string
}

/** The control that CONTRIBUTING.md adds. */
function documentedControl(): DocumentedControl {
  const section = /^## Add a control$(.*?)^## /ms.exec(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'))?.[1] ?? ''
  const file = /Create `(src\/controls\/[\w-]+\/[\w-]+\.ts)`/.exec(section)?.[1]
  const fenced = /^( *)```ts\n(.*?)^\1```$/ms.exec(section)
  assert.ok(file !== undefined && fenced !== null, 'CONTRIBUTING.md shows no control to add')
  const [, indentation = '', source = ''] = fenced
  const id = /([\w-]+)\.ts$/.exec(file)?.[1] ?? ''
  return { file, id, source: source.replaceAll(new RegExp(`^${indentation}`, 'gm'), '') }
}

function differences(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((file) => before.get(file) !== now.get(file)).sort()
}

function succeeds(copy: TreeCopy, command: string): string {
  const { status, stdout, stderr } = copy.run(command)
  assert.equal(status, 0, `${command} ended with ${status}:\n${stdout}${stderr}`)
  return stdout
}

describe('adding a control in the words of CONTRIBUTING.md', () => {
  const { file, id, source } = documentedControl()
  const copy = copyTree()
  const before = copy.files()
  const suite = 'make test ARGS=controls'
  after(() => copy.remove())

  test('touches one file, the generated ones aside', () => {
    assert.ok(!before.has(file), `${file} exists already`)
    writeFileSync(join(copy.root, file), source)
    succeeds(copy, 'make generate')
    const touched = differences(before, copy.files())
    assert.ok(touched.includes('src/controls/generated/index.ts'))
    const written = touched.filter((name) => name !== file && !isGenerated(name, before, copy.files()))
    assert.deepEqual(written, [])
  })

  test('passes lint, types and the suite over all controls', () => {
    succeeds(copy, 'make --no-print-directory lint types')
    succeeds(copy, suite)
  })

  test('gives users a control that finds its own bad example', () => {
    assert.match(succeeds(copy, `bin/bulwark explain ${id}`), /Containers of a pod/)
    const [bad = ''] = /fail: \[\s*`\n(.*?)`/s.exec(source)?.slice(1) ?? []
    writeFileSync(join(copy.root, 'bad.yaml'), bad.replaceAll(/^ {6}/gm, ''))
    const { status, stdout } = copy.run(`bin/bulwark scan bad.yaml --control ${id} --fail-on low -o json`)
    rmSync(join(copy.root, 'bad.yaml'))
    assert.equal(status, 1)
    const report = JSON.parse(stdout) as { findings: { control: string; line: number }[] }
    assert.deepEqual(
      report.findings.map(({ control, line }) => ({ control, line })),
      [{ control: id, line: 6 }]
    )
  })

  test('fails where a field is misspelt', () => {
    writeFileSync(join(copy.root, file), source.replace('self.?shareProcess', 'self.?shareProces'))
    const { status, stdout, stderr } = copy.run(suite)
    assert.notEqual(status, 0)
    assert.match(`${stdout}${stderr}`, /shareProcesNamespace/)
  })

  test('leaves nothing behind when the file is removed again', () => {
    rmSync(join(copy.root, file))
    succeeds(copy, 'make generate')
    assert.deepEqual(differences(before, copy.files()), [])
  })
})

/** Generated files, and documents of which only the shown output of commands differs. */
function isGenerated(name: string, before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): boolean {
  if (/\/generated\/|^docs\/(schema|controls)\/|^docs\/coverage\.md$/.test(name)) return true
  const withoutOutput = (text = ''): string => text.replaceAll(/^```console$.*?^```$/gms, '')
  return name.endsWith('.md') && withoutOutput(before.get(name)) === withoutOutput(now.get(name))
}
