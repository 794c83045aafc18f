import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join, relative } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { type TreeEntry, tempTree } from '../temp-tree.fixture.ts'
import { listFiles } from './list-files.ts'

type Tree = Readonly<Record<string, TreeEntry>>

interface Listed {
  readonly files: string[]
  readonly errors: [file: string, message: string][]
}

/** Lists `paths` of a tree; what comes back is relative to its root. */
function list(t: TestContext, tree: Tree, paths: readonly string[] = ['.'], exclude: readonly string[] = []): Listed {
  const root = tempTree(t, tree)
  const listing = listFiles(
    paths.map((path) => join(root, path)),
    { exclude }
  )
  return {
    files: listing.files.map(({ file }) => relative(root, file)),
    errors: listing.errors.map(({ file, message }) => [relative(root, file), message])
  }
}

describe('listFiles', () => {
  test('takes .yaml, .yml and .json in the order of their names, .git aside', (t) => {
    const tree = {
      'b.yaml': '',
      'a.yml': '',
      'sub/z.json': '',
      'sub/A.YAML': '',
      'x.txt': '',
      '.git/c.yaml': '',
      '.ci/d.yaml': ''
    }
    assert.deepEqual(list(t, tree), {
      files: ['.ci/d.yaml', 'a.yml', 'b.yaml', 'sub/A.YAML', 'sub/z.json'],
      errors: []
    })
  })

  test('reads a file named directly, whatever it is called and whoever ignores it', (t) => {
    const tree = { '.gitignore': '*', 'pod.txt': '', 'sub/a.yaml': '' }
    assert.deepEqual(list(t, tree, ['pod.txt', 'sub/a.yaml']).files, ['pod.txt', 'sub/a.yaml'])
  })

  test('lists every file once, however many paths lead to it', (t) => {
    const tree = { 'sub/a.yaml': '', 'sub/deep/b.yaml': '' }
    assert.deepEqual(list(t, tree, ['sub/deep/b.yaml', 'sub/deep', '.', 'sub/a.yaml']).files, [
      'sub/deep/b.yaml',
      'sub/a.yaml'
    ])
  })

  test('says what is not there', (t) => {
    const { files, errors } = list(t, { 'a.yaml': '' }, ['nope.yaml', 'a.yaml', '*.json'])
    assert.match(listFiles(['https://example.com/a.yaml'], { exclude: [] }).errors[0]?.message ?? '', /curl -L URL/)
    assert.deepEqual(files, ['a.yaml'])
    assert.deepEqual(errors, [
      ['nope.yaml', 'no such file or folder'],
      ['*.json', 'no such file or folder (patterns are expanded by the shell, and nothing matched this one)']
    ])
  })

  test('leaves out what --exclude names', (t) => {
    const tree = { 'a.yaml': '', 'test/b.yaml': '', 'deep/test/c.yaml': '', 'deep/d.yaml': '' }
    assert.deepEqual(list(t, tree, ['.'], ['test/']).files, ['a.yaml', 'deep/d.yaml'])
    assert.deepEqual(list(t, tree, ['.'], ['/test/']).files, ['a.yaml', 'deep/d.yaml', 'deep/test/c.yaml'])
    assert.deepEqual(list(t, tree, ['.'], ['**/*.yaml', '!a.yaml']).files, ['a.yaml'])
  })

  test('an excluded path may be written as shells complete it, and case counts where files differ by it', (t) => {
    const tree = { 'sub/a.yaml': '', 'deep/sub/b.yaml': '' }
    const before = process.cwd()
    t.after(() => process.chdir(before))
    const root = tempTree(t, tree)
    process.chdir(root)
    const listed = (pattern: string): string[] => listFiles(['.'], { exclude: [pattern] }).files.map(({ file }) => file)
    for (const pattern of ['./sub', './sub/', '././sub', join(root, 'sub')])
      assert.deepEqual(listed(pattern), ['deep/sub/b.yaml'], pattern)
    if (process.platform === 'linux') assert.equal(listed('SUB').length, 2)
  })

  test('follows links after everything else, each target once', (t) => {
    const tree = {
      'a-link': { link: 'real' },
      'b.yaml': { link: 'real/x.yaml' },
      'c.yaml': { link: 'real/manifest.txt' },
      'real/x.yaml': '',
      'real/manifest.txt': ''
    }
    assert.deepEqual(list(t, tree), { files: ['real/x.yaml', 'c.yaml'], errors: [] })
  })

  test('follows a link out of the folder', (t) => {
    const tree = {
      'in/out': { link: '../elsewhere' },
      'in/one.yaml': { link: '../elsewhere/a.yaml' },
      'elsewhere/a.yaml': '',
      'elsewhere/b.yaml': ''
    }
    assert.deepEqual(list(t, tree, ['in']).files, ['in/one.yaml', 'in/out/b.yaml'])
  })

  test('a loop of links is an error and costs nothing else', (t) => {
    const tree = {
      'a.yaml': '',
      'sub/up': { link: '..' },
      self: { link: '.' },
      'x.yaml': { link: 'y.yaml' },
      'y.yaml': { link: 'x.yaml' }
    }
    const { files, errors } = list(t, tree)
    assert.deepEqual(files, ['a.yaml'])
    assert.deepEqual(errors.map(([file]) => file).sort(), ['self', 'sub/up', 'x.yaml', 'y.yaml'])
    for (const [, message] of errors) assert.match(message, /loop/)
  })

  test('a link that leads nowhere is an error where it looks like a manifest', (t) => {
    const tree = { 'gone.yaml': { link: 'nowhere' }, '.#lock': { link: 'user@host:1' } }
    assert.deepEqual(list(t, tree).errors, [['gone.yaml', 'this link leads nowhere']])
  })

  test('a pipe in a folder is not opened', (t) => {
    const root = tempTree(t, { 'a.yaml': '' })
    if (spawnSync('mkfifo', [join(root, 'pipe.yaml')]).status !== 0) return t.skip('no mkfifo here')
    const listing = listFiles([root], { exclude: [] })
    assert.deepEqual(
      listing.files.map(({ file }) => relative(root, file)),
      ['a.yaml']
    )
    assert.deepEqual(
      listing.skipped.map(({ reason }) => reason),
      ['not a regular file']
    )
  })

  test('a chart and a kustomization are units of their own', (t) => {
    const root = tempTree(t, {
      'chart/Chart.yaml': '',
      'chart/values.yaml': '',
      'chart/values-prod.yaml': '',
      'chart/templates/a.yaml': '',
      'chart/charts/sub/Chart.yaml': '',
      'chart/charts/sub/templates/b.yaml': '',
      'chart/examples/c.yaml': '',
      'chart/d.yaml': '',
      'chart/kustomization.yaml': '',
      'chart/templates/kustomization.yaml': '',
      'overlay/kustomization.yml': '',
      'overlay/e.yaml': ''
    })
    const { charts, files, kustomizations } = listFiles([root], { exclude: [] })
    const shown = (paths: readonly { file: string }[]) => paths.map(({ file }) => relative(root, file))
    assert.deepEqual(shown(files), ['chart/d.yaml', 'chart/examples/c.yaml', 'overlay/e.yaml'])
    assert.deepEqual(shown(kustomizations), ['chart/kustomization.yaml', 'overlay/kustomization.yml'])
    assert.equal(charts.length, 1)
    assert.deepEqual(shown(charts[0]?.files ?? []), [
      'chart/Chart.yaml',
      'chart/charts/sub/Chart.yaml',
      'chart/charts/sub/templates/b.yaml',
      'chart/templates/a.yaml',
      'chart/templates/kustomization.yaml',
      'chart/values-prod.yaml',
      'chart/values.yaml'
    ])
  })

  test("naming a unit's own file names the unit", (t) => {
    const root = tempTree(t, {
      'c/Chart.yaml': '',
      'c/templates/a.yaml': '',
      'k/kustomization.yaml': '',
      'k/b.yaml': ''
    })
    const listing = listFiles([join(root, 'c/Chart.yaml'), join(root, 'k/kustomization.yaml')], { exclude: [] })
    assert.deepEqual(
      listing.charts.map(({ folder }) => relative(root, folder)),
      ['c']
    )
    assert.deepEqual(
      listing.kustomizations.map(({ folder }) => relative(root, folder)),
      ['k']
    )
    assert.deepEqual(listing.files, [])
  })
})
