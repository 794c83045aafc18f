/** JSON documents are located by counting brackets; the syntax tree must agree. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { locateAll, type YamlPath } from '../../src/yaml/locate.ts'
import { findInNodes } from '../../src/yaml/locate-in-nodes.ts'
import { parseNodes } from '../../src/yaml/nodes.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { canonical } from './canonical.ts'

function* pathsOf(value: unknown, path: YamlPath = []): Generator<YamlPath> {
  yield path
  yield [...path, 'no such key', 0]
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of Object.entries(value))
    yield* pathsOf(child, [...path, Array.isArray(value) ? Number(key) : key])
}

const objects = fc.dictionary(fc.string(), fc.jsonValue())

test('as the syntax tree says', () => {
  fc.assert(
    fc.property(objects, objects, fc.nat({ max: 3 }), (before, object, indent) => {
      const text = `${JSON.stringify(before)}\n${JSON.stringify(object, null, indent).replaceAll('/', '\\/')}\n`
      const document = parseYaml(text)[1]
      assert.ok(document?.format === 'json')
      assert.equal(canonical(document.value), canonical(JSON.parse(JSON.stringify(object))))
      const paths = [...pathsOf(object)]
      const root = parseNodes(text, document)
      assert.ok(root !== undefined)
      assert.deepEqual(
        locateAll(text, document, paths).map(({ offset, located }) => ({ offset, located })),
        paths.map((path) => findInNodes(root, path))
      )
    }),
    { numRuns: 1000, seed: 12 }
  )
})
