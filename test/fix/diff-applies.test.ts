/** What `fix` prints is taken by the programs that take diffs. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { unifiedDiff } from '../../src/fix/diff/unified-diff.ts'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'

const tools: readonly (readonly [string, readonly string[]])[] = [
  ['git', ['apply', '--unsafe-paths', '-']],
  ['patch', ['-p1', '--binary', '--quiet', '--no-backup-if-mismatch']]
]

/** Lines that repeat, as they do in manifests, with the ends that files have. */
const line = fc.constantFrom(
  'a: 1',
  'b:',
  '  c: "d"',
  '- e',
  '---',
  '',
  ' ',
  '# f',
  'é: 🌊',
  '+ g',
  '\\ h',
  'i\r',
  '\tj'
)
const text = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.boolean())
  .map(([lines, ended]) => lines.join('\n') + (ended && lines.length > 0 ? '\n' : ''))

for (const [tool, args] of tools) {
  describe(`diffs for ${tool}`, {
    skip: spawnSync(tool, ['--version']).error !== undefined && `no ${tool} here`
  }, () => {
    test('make of the old text the new one, whatever they are', (t) => {
      fc.assert(
        fc.property(text, text, (before, after) => {
          // A diff to or from nothing creates or deletes the file, which a fix never does.
          fc.pre(before !== '' && after !== '' && before !== after)
          assert.equal(applied(t, 'web.yaml', before, unifiedDiff('web.yaml', before, after)), after)
        }),
        { numRuns: 60 }
      )
    })

    for (const name of [
      'with space.yaml',
      'übung.yaml',
      'deep/er/x.yaml',
      '-dash.yaml',
      'quo"te.yaml',
      'back\\slash.yaml'
    ]) {
      test(`find the file ${name}`, (t) => {
        assert.equal(applied(t, name, 'a\nb\nc\n', unifiedDiff(name, 'a\nb\nc\n', 'a\nx\nc\n')), 'a\nx\nc\n')
      })
    }

    test('may hold several diffs of one file, each made of what the one before left', (t) => {
      const [first, second, third] = ['a: 1\nb: 2\n', 'a: 1\nnew: 3\nb: 2\n', 'a: 1\nnew: 3\nb: 4\n']
      const diffs = `# safe\n${unifiedDiff('x.yaml', first, second)}# review: also\n${unifiedDiff('x.yaml', second, third)}`
      assert.equal(applied(t, 'x.yaml', first, diffs), third)
    })
  })

  function applied(t: Parameters<typeof tempTree>[0], name: string, before: string, diff: string): string {
    const folder = tempTree(t, { [name]: before })
    const { status, stdout, stderr } = spawnSync(tool, args, { cwd: folder, input: diff, encoding: 'utf8' })
    assert.equal(status, 0, `${stdout}${stderr}\n${diff}`)
    return readFileSync(join(folder, name), 'utf8')
  }
}
