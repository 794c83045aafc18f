import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { commandsOf } from '../../scripts/documents/command-blocks.ts'
import { documentsBelow } from '../../scripts/documents/documents.ts'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { startKubetest } from '../kubetest.ts'
import { apply } from './live-objects.ts'

const root = join(import.meta.dirname, '../..')

test('commands in documents that need a cluster work on one', async (t) => {
  const server = await startKubetest({ controllers: 'serviceaccount-controller' })
  if ('skipped' in server) return t.skip(server.skipped)
  t.after(server.stop)
  await apply(server, 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n')
  // The documents ask about a Runtime Fabric, too: that of the samples.
  for (const part of ['namespaces', 'agent'])
    await apply(server, readFileSync(join(root, 'samples/mule', `${part}.yaml`), 'utf8'))
  const config = join(tempTree(t, {}), 'config')
  writeFileSync(
    config,
    readFileSync(server.kubeconfig, 'utf8')
      .replaceAll('alice', 'staging')
      .replace(/token: .*/g, `token: ${server.token}}}`)
  )
  const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0
  const commands = documentsBelow(root)
    .flatMap((document) => commandsOf(readFileSync(join(root, document), 'utf8')).map(({ command }) => command))
    .filter((command) => /^kubectl |--cluster\b/.test(command))
  assert.ok(commands.length >= 5)
  for (const command of new Set(commands)) {
    if (command.startsWith('kubectl ') && !hasKubectl) {
      t.diagnostic(`no kubectl here: ${command}`)
      continue
    }
    const env = { ...process.env, KUBECONFIG: config }
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: root, env, encoding: 'utf8' })
    // A scan that finds something ends with 1.
    const expected = command.includes('bulwark') ? [0, 1] : [0]
    assert.ok(expected.includes(status ?? -1), `${command} ended with ${status}:\n${stdout}${stderr}`)
  }
})
