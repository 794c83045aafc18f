/**
 * The outline of a document, which finds values by indentation, against its syntax tree: whatever the outline answers
 * is what the tree answers.
 */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { YamlDocument } from '../../src/yaml/document.ts'
import type { YamlPath } from '../../src/yaml/locate.ts'
import { findInNodes } from '../../src/yaml/locate-in-nodes.ts'
import { parseNodes, type YamlNode } from '../../src/yaml/nodes.ts'
import { Outline } from '../../src/yaml/outline/outline.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { YamlFault } from '../../src/yaml/problem.ts'
import { corpusFolder } from '../corpus.ts'
import { yamlText } from './yaml-text.ts'

/** Every path of a value, and beside each collection one that leads nowhere. */
function* pathsOf(value: unknown, path: YamlPath = []): Generator<YamlPath> {
  yield path
  if (typeof value !== 'object' || value === null) return
  yield Array.isArray(value) ? [...path, value.length] : [...path, 'no such key', 0]
  for (const [key, child] of Object.entries(value))
    yield* pathsOf(child, [...path, Array.isArray(value) ? Number(key) : key])
}

/** Undefined where text follows the document's end, which a reader passes over and the tree does not. */
function treeOf(text: string, document: YamlDocument): YamlNode | undefined {
  try {
    return parseNodes(text, document)
  } catch (fault) {
    if (fault instanceof YamlFault) return undefined
    throw fault
  }
}

/** How many paths of a document the outline and the tree were asked for, and how many the outline answered. */
function compare(text: string, document: YamlDocument): { asked: number; answered: number } {
  const counts = { asked: 0, answered: 0 }
  if (document.value === undefined) return counts
  const root = treeOf(text, document)
  const outline = new Outline(text, document)
  if (root === undefined) return counts
  for (const path of pathsOf(document.value)) {
    counts.asked++
    const found = outline.find(path)
    if (found === undefined) continue
    counts.answered++
    assert.deepEqual(found, findInNodes(root, path), `${path.join('.')} in\n${text}`)
  }
  return counts
}

test('agrees with the syntax tree on arbitrary documents', () => {
  let answered = 0
  fc.assert(
    fc.property(yamlText, (text) => {
      for (const document of parseYaml(text)) answered += compare(text, document).answered
    }),
    { numRuns: 5000, seed: 28 }
  )
  assert.ok(answered > 1000, `only ${answered} paths were answered`)
})

test('is not misled by quoted text that looks like keys', () => {
  const texts = [
    'a: "x\nb: y"\nb: z\n',
    'a: "x\nb: y"\n',
    "a:\n  c: 'x\nb: 1\nc: 2'\nb: z\n",
    'a: {x: 1,\nb: 2}\nb: 3\n',
    'a: |\n  b: 1\nb: 2\n',
    '- a: "\n- b: 1"\n- b: 2\n',
    'a: [b,\n\tc]\nd: 1\n'
  ]
  for (const text of texts) for (const document of parseYaml(text)) compare(text, document)
})

test('answers nearly everything in real manifests, as the syntax tree does', (t) => {
  const folder = corpusFolder()
  if (folder === null) return t.skip('there is no folder of real manifests')
  let asked = 0
  let answered = 0
  for (const name of globSync('**/*.{yaml,yml}', { cwd: folder })) {
    const text = readFileSync(join(folder, name), 'utf8')
    for (const document of parseYaml(text)) {
      const counts = compare(text, document)
      asked += counts.asked
      answered += counts.answered
    }
  }
  assert.ok(answered > 0.95 * asked, `${answered} of ${asked}`)
})
