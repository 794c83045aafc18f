import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { tempTree } from '../temp-tree.fixture.ts'
import { listFiles } from './list-files.ts'

function list(root: string, path: string): string[] {
  return listFiles([join(root, path)], { exclude: [] })
    .files.map(({ file }) => relative(root, file))
    .sort()
}

describe('ignore files', () => {
  const tree = {
    '.gitignore':
      '# comment\n*.gen.yaml\n/only-root.yaml\nbuild/\nlogs\n!keep.gen.yaml\ndocs/**/draft.yaml\n\\#odd.yaml\ntrailing.yaml   \n',
    'a.yaml': '',
    'a.gen.yaml': '',
    'keep.gen.yaml': '',
    'only-root.yaml': '',
    '#odd.yaml': '',
    'trailing.yaml': '',
    'build/out.yaml': '',
    'docs/draft.yaml': '',
    'docs/x/y/draft.yaml': '',
    'sub/.gitignore': '/local.yaml\n!logs\n!*.gen.yaml\nonly/this.yaml\ndeep.yaml\r\n',
    'sub/only-root.yaml': '',
    'sub/local.yaml': '',
    'sub/b.gen.yaml': '',
    'sub/build/out.yaml': '',
    'sub/logs/l.yaml': '',
    'sub/x/local.yaml': '',
    'sub/x/deep.yaml': '',
    'sub/x/only/this.yaml': '',
    'sub/only/this.yaml': '',
    'logs/l.yaml': '',
    'we[i]rd/.gitignore': '/c.yaml\nd.yaml\n!a.gen.yaml\n',
    'we[i]rd/c.yaml': '',
    'we[i]rd/a.gen.yaml': '',
    'we[i]rd/deep/d.yaml': '',
    'wei/c.yaml': '',
    'weird/c.yaml': ''
  }

  test('leave out what Git leaves out', (t: TestContext) => {
    const root = tempTree(t, tree)
    if (spawnSync('git', ['init', '-q'], { cwd: root }).status !== 0) return t.skip('no Git here')
    const listed = spawnSync('git', ['ls-files', '-z', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8'
    })
    const expected = listed.stdout
      .split('\0')
      .filter((file) => file.endsWith('.yaml'))
      .sort()
    assert.ok(expected.length > 5)
    assert.deepEqual(list(root, '.'), expected)
    assert.deepEqual(
      list(root, 'sub'),
      expected.filter((file) => file.startsWith('sub/'))
    )
  })

  test('hold without a repository, and from its root down to a folder in it', (t) => {
    const root = tempTree(t, { '.gitignore': 'x.yaml\n', 'in/x.yaml': '', 'in/y.yaml': '' })
    assert.deepEqual(list(root, '.'), ['in/y.yaml'])
    assert.deepEqual(list(root, 'in'), ['in/x.yaml', 'in/y.yaml'])
    mkdirSync(join(root, '.git'))
    assert.deepEqual(list(root, 'in'), ['in/y.yaml'])
  })

  test('do not hide the folder that the user names', (t) => {
    const root = tempTree(t, {
      '.git/HEAD': '',
      '.gitignore': 'out/\n',
      'out/x.yaml': '',
      'out/.gitignore': 'y.yaml',
      'out/y.yaml': ''
    })
    assert.deepEqual(list(root, 'out'), ['out/x.yaml'])
  })

  test('.bulwarkignore has the last word', (t) => {
    const root = tempTree(t, {
      '.gitignore': 'a.yaml\n',
      '.ignore': 'b.yaml\n',
      '.bulwarkignore': '!a.yaml\nc.yaml\n',
      'a.yaml': '',
      'b.yaml': '',
      'c.yaml': ''
    })
    assert.deepEqual(list(root, '.'), ['a.yaml'])
  })
})
