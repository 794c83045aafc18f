import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registry } from '../../src/controls/registry.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { collectionsOf, groupPath } from '../api-collections.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'

/** Examples of what the API server refuses by itself today, though older ones, updates, files or other clusters may hold it. */
const refused = new Map([
  ['capabilities-beyond-net-bind pass 1', 'cannot be set for a windows pod'],
  ['capabilities-beyond-net-bind fail 1', 'cannot be set for a windows pod'],
  ['sandboxed-runtime pass 0', 'RuntimeClass "gvisor" not found'],
  ['privileged-container fail 2', 'spec.ephemeralContainers: Forbidden: cannot be set on create'],
  ['unmasked-proc-mount fail 0', '`hostUsers` must be false to use `Unmasked`']
])

interface ExampleObject {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata?: { readonly namespace?: string }
  readonly spec?: { readonly serviceAccountName?: string }
}

/** Files of the control plane, which nobody sends to the API server. */
const configurationGroups = /(^|\.)(config|kubeadm|audit|apiserver)\.k8s\.io\/|^node\.bulwark\.dev\//

/** Groups of custom resources, whose definitions the server does not have. */
const customGroups =
  /^(gateway\.networking\.k8s\.io|policy\.networking\.k8s\.io|cilium\.io|projectcalico\.org|security\.istio\.io|constraints\.gatekeeper\.sh|external-secrets\.io|kyverno\.io|rtf\.mulesoft\.com)\//

/** What a control is about because no server serves it any more. */
const removed = /^(policy\/v1beta1|autoscaling\/v2beta2|flowcontrol\.apiserver\.k8s\.io\/v1beta\d)$/

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
  const accounts = new Map<string, Set<string>>()
  for (const { metadata, spec } of allExamples()) {
    const namespace = metadata?.namespace ?? 'default'
    const names = accounts.get(namespace) ?? new Set(['default'])
    accounts.set(namespace, names.add(spec?.serviceAccountName ?? 'default'))
  }
  for (const [namespace, names] of accounts) {
    await server.call('POST', '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace }
    })
    for (const name of names) {
      const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } }
      const { status } = await server.call('POST', `/api/v1/namespaces/${namespace}/serviceaccounts`, account)
      assert.equal(status, 201)
    }
  }
}

function allExamples(): ExampleObject[] {
  return registry.controls.flatMap(({ examples: { pass, fail } }) =>
    [...pass, ...fail].flatMap(({ manifest }) => parseYaml(manifest).map(({ value }) => value as ExampleObject))
  )
}

async function refusal(server: Kubetest, { apiVersion, kind, ...object }: ExampleObject): Promise<string | null> {
  if (removed.test(apiVersion) || configurationGroups.test(apiVersion) || customGroups.test(apiVersion)) return null
  const collection = (await collectionsOf(server, apiVersion)).get(kind)
  assert.ok(collection, `the API server does not know ${apiVersion} ${kind}`)
  const scope = collection.namespaced ? `/namespaces/${object.metadata?.namespace ?? 'default'}` : ''
  const path = `${groupPath(apiVersion)}${scope}/${collection.plural}?dryRun=All&fieldValidation=Strict`
  const { status, body } = await server.call('POST', path, { apiVersion, kind, ...object })
  // An example's own namespace may be there already.
  return status === 201 || status === 409 ? null : (body as { message: string }).message
}
