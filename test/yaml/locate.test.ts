/** Positions against a writer that knows where it put each value, and the whole tree against the text itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { locateAll, type YamlPath } from '../../src/yaml/locate.ts'
import { parseNodes, type YamlNode } from '../../src/yaml/nodes.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { resolvePlain } from '../../src/yaml/scalar.ts'
import { canonical } from './canonical.ts'
import { locatedText } from './located-text.ts'
import { yamlText } from './yaml-text.ts'

test('each value of an arbitrary document is found where it was written', () => {
  fc.assert(
    fc.property(locatedText, ({ text, value, places }) => {
      const [document] = parseYaml(text)
      assert.ok(document !== undefined)
      assert.deepEqual(document.problems, [])
      assert.equal(canonical(document.value), canonical(value))
      const found = locateAll(
        text,
        document,
        places.map(({ path }) => path)
      )
      assert.deepEqual(
        found.map(({ offset, located }) => ({ offset, located })),
        places.map(({ start }) => ({ offset: start, located: 'exact' }))
      )
      for (const position of found) assert.equal(offsetOf(text, position), position.offset)
    }),
    { numRuns: 2000, seed: 9 }
  )
})

test('what is not there is found at the key of its nearest ancestor', () => {
  fc.assert(
    fc.property(locatedText, ({ text, places }) => {
      const [document] = parseYaml(text)
      assert.ok(document !== undefined)
      const absent = places.map(({ path }): YamlPath => [...path, 'no such key', 3])
      const found = locateAll(text, document, absent)
      assert.deepEqual(
        found.map(({ offset, located }) => ({ offset, located })),
        places.map(({ start, key }) => ({ offset: key ?? start, located: 'parent' }))
      )
    }),
    { numRuns: 1000, seed: 10 }
  )
})

test('each node of an arbitrary document spans text that reads as its value', () => {
  let scalars = 0
  fc.assert(
    fc.property(yamlText, (text) => {
      for (const document of parseYaml(text)) {
        if (document.value === undefined || document.problems.length > 0) continue
        const root = parseNodes(text, document)
        if (root !== undefined) scalars += checkSpans(text, root)
      }
    }),
    { numRuns: 5000, seed: 11 }
  )
  assert.ok(scalars > 1500, `${scalars} scalars`)
})

function offsetOf(text: string, { line, column }: { line: number; column: number }): number {
  const before = text.split('\n').slice(0, line - 1)
  return before.reduce((length, each) => length + each.length + 1, column - 1)
}

/** Children lie inside their parents, in order; scalars read the same by themselves. Returns how many were read. */
function checkSpans(text: string, node: YamlNode): number {
  assert.ok(node.start <= node.end)
  if (node.kind === 'alias') return 0
  if (node.kind === 'scalar') return checkScalar(text, node)
  const children = node.kind === 'sequence' ? node.items : node.pairs.flatMap(({ key, value }) => [key, value])
  let from = node.start
  for (const child of children) {
    assert.ok(child.start >= from && child.end <= node.end, text)
    from = child.end
  }
  return children.reduce((count, child) => count + checkSpans(text, child), 0)
}

function checkScalar(text: string, node: YamlNode & { kind: 'scalar' }): number {
  const written = text.slice(node.contentStart, node.end)
  if (!standsAlone(node, written)) return 0
  const [alone] = parseYaml(`[${written}]`)
  const value = node.style === 'plain' ? resolvePlain(node.text) : node.text
  assert.equal(canonical(alone?.value), canonical([value]), written)
  return 1
}

/** Block scalars and those of many lines depend on what is around them; some plain ones would be more in brackets. */
function standsAlone({ style, start, contentStart }: YamlNode & { kind: 'scalar' }, written: string): boolean {
  if (start !== contentStart || written === '' || /[\r\n\u0085\u2028\u2029]/.test(written)) return false
  if (style === 'plain') return !/[[\]{},?:]|^-|\.(inf|nan)$/i.test(written)
  return style === 'single-quoted' || style === 'double-quoted'
}
