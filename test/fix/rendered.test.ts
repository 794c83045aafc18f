import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark } from '../cli/bulwark.ts'
import { withTool } from '../sources/user-tools.ts'

const overlays = join(import.meta.dirname, '../data/kustomize/shop')

/** Every file below a folder with its text. */
function textsIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort()
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]))
}

function foundBy(folder: string, control: string): number {
  const { stdout } = bulwark(['scan', '.', '--control', control, '-o', 'json'], { cwd: folder })
  return (JSON.parse(stdout) as { findings: unknown[] }).findings.length
}

describe('bulwark fix of what is rendered', () => {
  test('writes patches into overlays, leaves bases alone, and has nothing to do after that', async (t) => {
    if (!(await withTool(t, 'kustomize'))) return
    const folder = tempTree(t, {})
    cpSync(overlays, folder, { recursive: true })
    const base = textsIn(join(folder, 'base'))
    assert.ok(foundBy(folder, 'seccomp-profile') > 0)
    const { status, stderr } = bulwark(['fix', '.', '--write', '--fail-on', 'none'], { cwd: folder })
    assert.equal(status, 0, stderr)
    assert.equal(foundBy(folder, 'seccomp-profile'), 0)
    assert.deepEqual(textsIn(join(folder, 'base')), base)
    assert.ok(existsSync(join(folder, 'overlays/prod/hardening/deployment-web.yaml')))
    const after = textsIn(folder)
    const again = bulwark(['fix', '.', '--write', '--fail-on', 'none'], { cwd: folder })
    assert.match(again.stderr, /^Nothing is changed\./)
    assert.deepEqual(textsIn(folder), after)
  })

  test('shows new files as git takes them', async (t) => {
    if (!(await withTool(t, 'kustomize'))) return
    const folder = tempTree(t, {})
    cpSync(overlays, folder, { recursive: true })
    const { stdout } = bulwark(['fix', '.', '--fail-on', 'none'], { cwd: folder })
    const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input: stdout, encoding: 'utf8' })
    assert.equal(applied.status, 0, applied.stderr)
    assert.equal(foundBy(folder, 'seccomp-profile'), 0)
  })

  test('changes the values of a chart, and says what only its template can', async (t) => {
    if (!(await withTool(t, 'helm'))) return
    const folder = tempTree(t, {})
    assert.equal(spawnSync('helm', ['create', join(folder, 'web')]).status, 0)
    const templates = textsIn(join(folder, 'web/templates'))
    const { stderr } = bulwark(['fix', 'web', '--write', '--fail-on', 'none'], { cwd: folder })
    assert.match(stderr, /no value of the chart sets this field alone/)
    assert.deepEqual(textsIn(join(folder, 'web/templates')), templates)
    assert.match(readFileSync(join(folder, 'web/values.yaml'), 'utf8'), /^podSecurityContext:\n {2}seccompProfile:/m)
    // The pod of the chart's own test has no value that could set it.
    assert.equal(foundBy(folder, 'seccomp-profile'), 1)
  })

  test('without the tool, nothing of it is changed, and that is an error', (t) => {
    const folder = tempTree(t, {})
    cpSync(overlays, folder, { recursive: true })
    const before = textsIn(folder)
    const { status } = bulwark(['fix', '.', '--write'], { cwd: folder, env: { PATH: '/nowhere' } })
    assert.equal(status, 2)
    assert.deepEqual(Object.keys(textsIn(folder)), Object.keys(before))
  })
})
