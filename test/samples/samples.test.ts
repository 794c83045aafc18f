import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { type Gathered, gatherResources } from '../../src/estate/gather.ts'
import type { Resource } from '../../src/estate/resource.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { collectionsOf, groupPath } from '../api-collections.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'

const folder = join(import.meta.dirname, '../../samples')
const files = globSync('**/*.yaml', { cwd: folder }).sort()

function resourcesOf(file: string): readonly Resource[] {
  const into: Gathered = { resources: [], faults: [] }
  for (const { value, problems, index } of parseYaml(readFileSync(join(folder, file), 'utf8'))) {
    assert.deepEqual(problems, [], file)
    const known = gatherResources(value, { file, document: index, prefix: [] }, into)
    assert.ok(known || value === undefined, `${file}: document ${index} is no Kubernetes object`)
  }
  assert.deepEqual(into.faults, [])
  return into.resources
}

const estate = files.flatMap(resourcesOf)

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
    const first = (kind: string): readonly Resource[] => estate.filter((resource) => resource.kind === kind)
    for (const resource of [...first('Namespace'), ...first('CustomResourceDefinition')])
      await apply(running, resource, '')
    await served(running, 'rtf.mulesoft.com/v1', 4)
    for (const resource of estate) await apply(running, resource, '&dryRun=All')
    assert.ok(estate.length > 60, `only ${estate.length} objects were checked`)
  })
})

function runningOrSkip(server: Kubetest | { readonly skipped: string }, context: TestContext): Kubetest | null {
  if ('stop' in server) return server
  context.skip(server.skipped)
  return null
}

/** A definition is served some moments after it was accepted. */
async function served(server: Kubetest, apiVersion: string, kinds: number): Promise<void> {
  const end = Date.now() + 20_000
  while ((await collectionsOf(server, apiVersion)).size < kinds) {
    assert.ok(Date.now() < end, `the API server does not serve ${apiVersion}`)
    await delay(50)
  }
}

async function apply(server: Kubetest, resource: Resource, query: string): Promise<void> {
  const { apiVersion, kind, namespace, name, object, origin } = resource
  const collection = (await collectionsOf(server, apiVersion)).get(kind)
  assert.ok(collection, `${origin.file}: the API server does not know ${apiVersion} ${kind}`)
  assert.equal(namespace !== null, collection.namespaced, `${origin.file}: namespace of ${kind} ${name}`)
  const scope = namespace === null ? '' : `/namespaces/${namespace}`
  const path = `${groupPath(apiVersion)}${scope}/${collection.plural}/${encodeURIComponent(name ?? '')}`
  const settings = '?fieldManager=samples&force=true&fieldValidation=Strict'
  const { status, body } = await server.call('PATCH', `${path}${settings}${query}`, object)
  assert.ok(status < 300, `${origin.file}: ${kind} ${name}: ${JSON.stringify(body)}`)
}
