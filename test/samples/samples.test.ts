import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, type TestContext, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark } from '../cli/bulwark.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'
import { objectsBelow, takesAll } from './sample-server.ts'

const folder = join(import.meta.dirname, '../../samples')
const estate = objectsBelow(folder)

describe('the sample estate', () => {
  test('names no object twice', () => {
    const names = estate.map(({ apiVersion, kind, namespace, name }) => [apiVersion, kind, namespace, name].join(' '))
    assert.deepEqual(names.toSorted(), [...new Set(names)].sort())
  })

  test('refers only to namespaces that it creates', () => {
    const created = new Set(estate.filter(({ kind }) => kind === 'Namespace').map(({ name }) => name))
    for (const { kind, name, namespace } of estate) {
      assert.ok(namespace === null || created.has(namespace), `${kind} ${name} is in ${namespace}`)
    }
  })
})

describe('the API server', () => {
  let server: Kubetest | { readonly skipped: string }
  before(async () => {
    server = await startKubetest()
  })
  after(() => {
    if ('stop' in server) server.stop()
  })

  test('accepts every object of the sample estate with strict field validation', async (context) => {
    const running = runningOrSkip(server, context)
    if (running === null) return
    await takesAll(running, estate)
    assert.ok(estate.length > 60, `only ${estate.length} objects were checked`)
  })

  test('accepts every object of the estate once it is hardened, and less is found in it', async (context) => {
    const running = runningOrSkip(server, context)
    if (running === null) return
    const hardened = tempTree(context, {})
    cpSync(folder, hardened, { recursive: true })
    const ingress = ['--ingress-namespace', 'ingress-nginx']
    const written = bulwark(['rtf', 'template', '.', ...ingress, '--write'], { cwd: hardened })
    assert.equal(written.status, 0, written.stderr)
    const fixed = bulwark(['fix', '.', '--grade', 'review', '--write', '--fail-on', 'none'], { cwd: hardened })
    assert.equal(fixed.status, 0, fixed.stderr)
    const objects = objectsBelow(hardened)
    await takesAll(running, objects)
    assert.ok(objects.length > estate.length)
    for (const framework of ['rtf', 'guide']) {
      const [was, is] = [foundIn(folder, framework), foundIn(hardened, framework)]
      context.diagnostic(`${framework}: ${was} findings before, ${is} after`)
      assert.ok(is < was)
    }
  })
})

function foundIn(estateFolder: string, framework: string): number {
  const { stdout } = bulwark(['scan', '.', '-f', framework, '-o', 'json'], { cwd: estateFolder })
  return (JSON.parse(stdout) as { findings: unknown[] }).findings.length
}

function runningOrSkip(server: Kubetest | { readonly skipped: string }, context: TestContext): Kubetest | null {
  if ('stop' in server) return server
  context.skip(server.skipped)
  return null
}
