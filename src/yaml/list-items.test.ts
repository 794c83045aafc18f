import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { listItems } from './list-items.ts'
import { type Found, locateAll, type YamlPath } from './locate.ts'
import { findInNodes } from './locate-in-nodes.ts'
import { parseNodes } from './nodes.ts'
import { parseYaml } from './parse.ts'

const pod = (name: string) => `- kind: Pod # ${name}
  metadata: {name: ${name}}
  note: |
    - not an item

    items:
  spec:
    # a comment
    containers:
    - image: "a: [b"
      command: ['- x']
`

/** The text of each item as `listItems` cuts it; undefined where it does not. */
function cut(text: string, key = 'items'): string[] | undefined {
  const document = parseYaml(text).at(-1)
  assert.ok(document !== undefined)
  assert.deepEqual(document.problems, [])
  return listItems(text, document, key)?.map(({ start, end }) => text.slice(start, end))
}

describe('listItems', () => {
  test('cuts JSON at its commas', () => {
    const items = [{ name: 'a', args: ['[', '"]', '\\'] }, { name: 'b,c', items: [1] }, {}]
    const text = JSON.stringify({ kind: 'List', other: { items: [9] }, items, items2: [] }, null, 2)
    assert.deepEqual(
      cut(text)?.map((item) => JSON.parse(item)),
      items
    )
  })

  test('leaves alone what it is not certain of', () => {
    assert.equal(cut("{'items': [a]}"), undefined)
    assert.equal(cut('{"items": [a, # one, more\n b]}'), undefined)
    assert.equal(cut('{"items": 7}'), undefined)
    assert.equal(cut('items: [a, b]'), undefined)
  })
})

describe('locateAll in a long list', () => {
  const many = Array.from({ length: 3000 }, (_, index) => pod(`p${index}`)).join('')
  const json = JSON.stringify(parseYaml(many)[0]?.value, null, 4)
  const texts = {
    json: `{"items": ${json}}`,
    'flow style with an anchor outside': `{"x": &n {"a": 1}, "items": [${json.slice(1, -1)}, {"metadata": *n}]}`
  }
  for (const [name, text] of Object.entries(texts)) {
    test(`finds what the whole syntax tree holds: ${name}`, () => {
      const [document] = parseYaml(text)
      assert.ok(document !== undefined)
      const root = parseNodes(text, document)
      assert.ok(root !== undefined)
      const paths: YamlPath[] = [0, 1, 7, 1500, 2999, 3000, 3001].flatMap((index): YamlPath[] => [
        ['items', index],
        ['items', index, 'metadata', 'name'],
        ['items', index, 'metadata', 'namespace'],
        ['items', index, 'metadata', 'a'],
        ['items', index, 'spec', 'containers', 0, 'command', 0]
      ])
      const orders: YamlPath[][] = [paths, paths.toReversed(), [['kind'], ...paths]]
      for (const asked of orders) {
        const found: Found[] = locateAll(text, document, asked).map(({ offset, located }) => ({ offset, located }))
        const expected: Found[] = asked.map((path): Found => findInNodes(root, path))
        assert.deepEqual(found, expected)
      }
    })
  }
})
