import { test } from 'node:test'
import { corpusFolder } from '../../corpus.ts'
import { treeOf, varied } from './copied-tree.ts'
import { proveFixes } from './run-proof.ts'

test('fixes of real manifests do what they say, and nothing else', async (t) => {
  const corpus = corpusFolder()
  if (corpus === null) return t.skip('there is no corpus: set BULWARK_CORPUS')
  await proveFixes(t, varied(treeOf(corpus)))
})
