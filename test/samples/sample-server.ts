import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Gathered, gatherResources } from '../../src/estate/gather.ts'
import type { Resource } from '../../src/estate/resource.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { collectionsOf, groupPath } from '../api-collections.ts'
import type { Kubetest } from '../kubetest.ts'

/** Every object of the manifests below a folder, in the order of the files. */
export function objectsBelow(folder: string): readonly Resource[] {
  return globSync('**/*.yaml', { cwd: folder })
    .sort()
    .flatMap((file) => resourcesOf(folder, file))
}

function resourcesOf(folder: string, file: string): readonly Resource[] {
  const into: Gathered = { resources: [], faults: [] }
  for (const { value, problems, index } of parseYaml(readFileSync(join(folder, file), 'utf8'))) {
    assert.deepEqual(problems, [], file)
    const known = gatherResources(value, { file, document: index, prefix: [] }, into)
    assert.ok(known || value === undefined, `${file}: document ${index} is no Kubernetes object`)
  }
  assert.deepEqual(into.faults, [])
  return into.resources
}

/** Has the API server take the objects by server-side apply, namespaces and definitions really, all else in a dry run. */
export async function takesAll(server: Kubetest, objects: readonly Resource[]): Promise<void> {
  const first = (kind: string): readonly Resource[] => objects.filter((resource) => resource.kind === kind)
  for (const resource of [...first('Namespace'), ...first('CustomResourceDefinition')])
    await apply(server, resource, '')
  await served(server, 'rtf.mulesoft.com/v1', 4)
  for (const resource of objects) await apply(server, resource, '&dryRun=All')
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
