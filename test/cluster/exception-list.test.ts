import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwarkBeside, type Outcome } from '../cli/bulwark.ts'
import { type FakeCluster, failure, startFakeServer } from './fake-api-server.ts'
import { kubeconfig } from './reading.ts'

const path = '/apis/bulwark.dev/v1alpha1/hardeningexceptions'
const served = { 'bulwark.dev/v1alpha1': { HardeningException: ['hardeningexceptions', false] } } as const
const config =
  'exceptions: [{controls: [host-pid], selector: {names: [a]}, reason: b, owner: c, expires: 9999-01-01}]\n'

async function list(t: Parameters<typeof startFakeServer>[0], cluster: Partial<FakeCluster>): Promise<Outcome> {
  const server = await startFakeServer(t, { objects: [], ...cluster })
  const args = ['exception', 'list', '--cluster', '--kubeconfig', kubeconfig(t, { server: server.url })]
  return bulwarkBeside(args, { cwd: tempTree(t, { 'bulwark.yaml': config }) })
}

describe('exception list of a cluster', () => {
  test('that does not know the kind says how it is added, and lists the others', async (t) => {
    const { status, stdout, stderr } = await list(t, {})
    assert.equal(status, 0)
    assert.equal(
      stderr,
      'bulwark: the cluster knows no HardeningException: deploy/crds/hardeningexceptions.yaml adds the kind\n'
    )
    assert.match(stdout, /^exception 1: host-pid\n/)
  })

  test('that does not give them says why, and lists the others', async (t) => {
    for (const [reply, why] of [
      [failure(403, 'User "x" cannot list resource "hardeningexceptions"'), /User "x" cannot list resource/],
      [failure(400, 'etcd is broken'), /etcd is broken/]
    ] as const) {
      const interfere: FakeCluster['interfere'] = (asked) => (asked.path === path ? reply : undefined)
      const { status, stdout, stderr } = await list(t, { more: served, interfere })
      assert.equal(status, 2)
      assert.match(stderr, /^bulwark: the cluster does not give its exceptions: /)
      assert.match(stderr, why)
      assert.match(stdout, /^exception 1: host-pid\n/)
    }
  })

  test('has those that nobody can read, and names of controls that do not exist', async (t) => {
    const spec = { controls: ['hots-pid'], selector: { names: ['a'] }, reason: 'r', owner: 'o', expires: '9999-01-01' }
    const object = (name: string, more: object) => ({
      apiVersion: 'bulwark.dev/v1alpha1',
      kind: 'HardeningException',
      metadata: { name },
      ...more
    })
    const objects = [object('bare', {}), object('odd', { spec: { ...spec, selector: 7 } }), object('typo', { spec })]
    const { status, stdout } = await list(t, { more: served, objects })
    assert.equal(status, 2)
    assert.match(stdout, /^bare: refused, and counts for nothing\n {2}spec: spec is missing\n/)
    assert.match(stdout, /\nodd: refused, and counts for nothing\n {2}spec.selector: selector is missing\n/)
    assert.match(stdout, /\ntypo: hots-pid\n.*\n.*\n {2}unknown control "hots-pid"; did you mean "host-pid"\?\n/)
  })
})
