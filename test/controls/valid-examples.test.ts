import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registry } from '../../src/controls/registry.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'

/** Examples of what the API server refuses by itself today, though older ones, updates or files may hold it. */
const refused = new Map([
  ['capabilities-beyond-net-bind pass 1', 'cannot be set for a windows pod'],
  ['capabilities-beyond-net-bind fail 1', 'cannot be set for a windows pod'],
  ['privileged-container fail 2', 'spec.ephemeralContainers: Forbidden: cannot be set on create'],
  ['unmasked-proc-mount fail 0', '`hostUsers` must be false to use `Unmasked`']
])

const collections: Readonly<Record<string, string>> = {
  Pod: '/api/v1/namespaces/NAMESPACE/pods',
  Service: '/api/v1/namespaces/NAMESPACE/services',
  Deployment: '/apis/apps/v1/namespaces/NAMESPACE/deployments'
}

interface ExampleObject {
  readonly kind: string
  readonly metadata: { readonly namespace?: string }
}

test('the examples of all controls are objects that the API server accepts', async (context) => {
  const server = await startKubetest()
  if (!('stop' in server)) return context.skip(server.skipped)
  try {
    await prepare(server)
    const messages = new Map<string, string>()
    for (const { id, examples } of registry.controls) {
      for (const kind of ['pass', 'fail'] as const) {
        for (const [index, { manifest }] of examples[kind].entries()) {
          for (const { value } of parseYaml(manifest)) {
            const message = await refusal(server, value as ExampleObject)
            if (message !== null) messages.set(`${id} ${kind} ${index}`, message)
          }
        }
      }
    }
    for (const [name, message] of messages)
      assert.ok(message.includes(refused.get(name) ?? 'nothing'), `${name}: ${message}`)
    assert.deepEqual([...messages.keys()].sort(), [...refused.keys()].sort())
  } finally {
    server.stop()
  }
})

/** No controller makes service accounts here, and pods are refused without theirs. */
async function prepare(server: Kubetest): Promise<void> {
  await server.call('POST', '/api/v1/namespaces', namespace('shop'))
  for (const [where, name] of [
    ['default', 'default'],
    ['default', 'web'],
    ['shop', 'default']
  ] as const) {
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } }
    const { status } = await server.call('POST', `/api/v1/namespaces/${where}/serviceaccounts`, account)
    assert.equal(status, 201)
  }
}

function namespace(name: string): unknown {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } }
}

async function refusal(server: Kubetest, object: ExampleObject): Promise<string | null> {
  const path = collections[object.kind]?.replace('NAMESPACE', object.metadata.namespace ?? 'default')
  assert.ok(path !== undefined, `no collection of ${object.kind} is known here`)
  const { status, body } = await server.call('POST', `${path}?dryRun=All&fieldValidation=Strict`, object)
  return status === 201 ? null : (body as { message: string }).message
}
