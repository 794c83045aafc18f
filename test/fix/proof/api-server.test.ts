import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, type TestContext, test } from 'node:test'
import { corpusFolder } from '../../corpus.ts'
import { type Kubetest, startKubetest } from '../../kubetest.ts'
import { Random } from '../../pss/generate/random.ts'
import { Admission } from './admission.ts'
import { type Tree, treeOf } from './copied-tree.ts'
import { generatedTree } from './generated-tree.ts'
import { proveFixes } from './run-proof.ts'

const seed = 5
const share = 0.3

describe('the API server takes every object that it took before it was fixed', () => {
  let server: Kubetest | { readonly skipped: string }
  before(async () => {
    server = await startKubetest()
  })
  after(() => {
    if ('stop' in server) server.stop()
  })

  const proved = async (t: TestContext, tree: Tree, least: number): Promise<void> => {
    if (!('stop' in server)) return t.skip(server.skipped)
    const { documents } = await proveFixes(t, tree)
    const { taken, otherwise, worse } = await new Admission(server).compare(documents)
    t.diagnostic(`${taken} objects are taken before and after; others: ${[...otherwise].join('; ')}`)
    assert.deepEqual(worse.slice(0, 20), [], `${worse.length} are taken no longer`)
    assert.ok(taken >= least, `${taken} objects`)
  }

  test('in the sample estate', (t) => proved(t, treeOf(join(import.meta.dirname, '../../../samples')), 4))

  test('in generated manifests', (t) => proved(t, generatedTree(new Random(seed), 120), 150))

  test('in real manifests', (t) => {
    const corpus = corpusFolder()
    if (corpus === null) return t.skip('there is no corpus: set BULWARK_CORPUS')
    const random = new Random(seed)
    const isWhole = process.env.BULWARK_WHOLE !== undefined
    const tree = new Map([...treeOf(corpus)].filter(() => isWhole || random.chance(share)))
    return proved(t, tree, 200)
  })
})
