import { join } from 'node:path'
import { test } from 'node:test'
import { Random } from '../../pss/generate/random.ts'
import { treeOf, varied } from './copied-tree.ts'
import { generatedTree } from './generated-tree.ts'
import { proveFixes } from './run-proof.ts'

const samples = join(import.meta.dirname, '../../../samples')

test('fixes of the sample estate do what they say, and nothing else', async (t) => {
  await proveFixes(t, treeOf(samples))
})

test('so they do with other line ends and byte order marks', async (t) => {
  await proveFixes(t, varied(treeOf(samples)))
})

test('fixes of generated manifests do what they say, and nothing else', async (t) => {
  await proveFixes(t, varied(generatedTree(new Random(5), 120)))
})
