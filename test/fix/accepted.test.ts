/** The API server takes every fixed object that it took before. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { gatherResources } from '../../src/estate/gather.ts'
import { type Mapping, mappingAt } from '../../src/estate/mapping.ts'
import type { Resource } from '../../src/estate/resource.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { type Collection, collectionsOf, groupPath } from '../api-collections.ts'
import { corpusFolder } from '../corpus.ts'
import { type ApiAnswer, type Kubetest, startKubetest } from '../kubetest.ts'
import { FixedCopy } from './fixed-corpus.ts'

const corpus = corpusFolder()
const answers = ['--writable', 'none', '--requests', 'cpu=10m,memory=16Mi', '--limits', 'cpu=1,memory=256Mi']

describe('the API server', { skip: corpus === null && 'there is no corpus: set BULWARK_CORPUS' }, () => {
  let server: Kubetest | { readonly skipped: string }
  before(async () => {
    server = await startKubetest()
    // Without it the server waits a second for each pod.
    if ('stop' in server)
      await server.call('POST', '/api/v1/namespaces/default/serviceaccounts', { metadata: { name: 'default' } })
  })
  after(() => {
    if ('stop' in server) server.stop()
  })

  for (const grade of ['safe', 'review', 'breaking']) {
    test(`takes what is fixed at the grade ${grade}`, async (t) => {
      if (!('stop' in server)) return t.skip(server.skipped)
      const copy = new FixedCopy(corpus ?? '')
      t.after(() => copy.remove())
      copy.fix('--grade', grade, ...answers)
      const trial = new Trial(server)
      let taken = 0
      const refused: string[] = []
      for (const { name, before: old, after: text } of copy.changes()) {
        const originals = resourcesIn(old)
        for (const [index, fixed] of resourcesIn(text).entries()) {
          const original = originals[index]
          if (original === undefined || JSON.stringify(original.object) === JSON.stringify(fixed.object)) continue
          if (!(await trial.accepts(original))) continue
          taken++
          const answer = await trial.create(fixed)
          if (answer.status >= 300) refused.push(`${name}: ${JSON.stringify(answer.body)}`)
        }
      }
      t.diagnostic(`${taken} objects`)
      assert.deepEqual(refused, [])
      assert.ok(taken > 400, `${taken} objects`)
    })
  }
})

/** Creates objects without keeping them. */
class Trial {
  readonly #server: Kubetest
  readonly #collections = new Map<string, ReadonlyMap<string, Collection>>()

  constructor(server: Kubetest) {
    this.#server = server
  }

  async accepts(resource: Resource): Promise<boolean> {
    return (await this.create(resource)).status < 300
  }

  async create({ apiVersion, kind, object }: Resource): Promise<ApiAnswer> {
    const known = this.#collections.get(apiVersion) ?? (await collectionsOf(this.#server, apiVersion))
    this.#collections.set(apiVersion, known)
    const collection = known.get(kind)
    if (collection === undefined) return { status: 404, body: null, warnings: [] }
    const where = collection.namespaced ? '/namespaces/default' : ''
    const path = `${groupPath(apiVersion)}${where}/${collection.plural}?dryRun=All&fieldValidation=Strict`
    return this.#server.call('POST', path, placed(object))
  }
}

/** In a namespace that is there, under a name that is free, as an account that is there. */
function placed(object: Mapping): Mapping {
  const { namespace: _, ...metadata } = mappingAt(object, 'metadata') ?? {}
  const named = { ...metadata, name: `trial-${metadata.name ?? ''}`.slice(0, 60).replace(/[^a-z0-9]+$/, '') }
  const spec = mappingAt(object, 'spec')
  if (object.kind !== 'Pod' || spec === undefined) return { ...object, metadata: named }
  const { serviceAccountName: _account, serviceAccount: _old, priorityClassName: _class, ...rest } = spec
  return { ...object, metadata: named, spec: { ...rest, automountServiceAccountToken: false } }
}

function resourcesIn(text: string): readonly Resource[] {
  const resources: Resource[] = []
  for (const { value, index } of parseYaml(text))
    gatherResources(value, { file: null, document: index, prefix: [] }, { resources, faults: [] })
  return resources
}
