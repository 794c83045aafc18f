import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, readFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'

const script = readFileSync(join(import.meta.dirname, '../../scripts/install.sh'), 'utf8')

test('dependencies that are linked from another checkout are not emptied, however old they are', (t) => {
  const root = tempTree(t, {
    'one/package-lock.json': '{}',
    'one/node_modules/.package-lock.json': '{}',
    'one/node_modules/node/bin/node': '',
    'two/package-lock.json': '{}',
    'two/scripts/install.sh': script,
    'two/node_modules': { link: '../one/node_modules' }
  })
  chmodSync(join(root, 'one/node_modules/node/bin/node'), 0o755)
  utimesSync(join(root, 'one/node_modules/.package-lock.json'), 0, 0)
  const { status, stderr } = spawnSync('sh', ['two/scripts/install.sh'], { cwd: root, encoding: 'utf8' })
  assert.deepEqual([status, stderr], [0, ''])
  assert.ok(lstatSync(join(root, 'two/node_modules')).isSymbolicLink())
  assert.ok(existsSync(join(root, 'one/node_modules/node/bin/node')))
})
