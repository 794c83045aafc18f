import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Gathered, gatherResources } from '../../../src/estate/gather.ts'
import { applied, companionsOf, type Files } from '../../../src/fix/companions/companions.fixture.ts'
import { parseYaml } from '../../../src/yaml/parse.ts'
import { writeDocuments } from '../../../src/yaml/write/write-documents.ts'
import { filesIn } from './real-folders.ts'

const files = filesIn(join(import.meta.dirname, '../../../samples'), null)

/** What people and programs write where something else is meant. */
const odd = fc.constantFrom(
  null,
  0,
  -1,
  1.5,
  '',
  'x',
  [],
  {},
  [null],
  [[]],
  { a: null },
  true,
  'http://x:99999',
  '-5Gi'
)

test('whatever stands in manifests, companions are made or not, and read as what they are', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 12 }), (changes) => {
      const broken = withOdd(files, changes)
      const made = companionsOf(broken)
      const gathered: Gathered = { resources: [], faults: [] }
      for (const { value, index, problems } of parseYaml(applied(broken, made)['hardening.yaml'] ?? '')) {
        assert.deepEqual(problems, [])
        gatherResources(value, { file: 'hardening.yaml', document: index, prefix: [] }, gathered)
      }
      assert.equal(gathered.resources.length, made.flatMap(({ objects }) => objects).length)
    }),
    { numRuns: 150 }
  )
})

/** The files with values in some places of their objects, counted through all of them, replaced. */
function withOdd(given: Files, changes: readonly (readonly [number, unknown])[]): Files {
  const count = { value: 0 }
  const total = Object.values(given).reduce((all, text) => all + text.split('\n').length, 0)
  const wanted = new Map(changes.map(([place, value]) => [place % total, value]))
  return Object.fromEntries(
    Object.entries(given).map(([file, text]) => {
      const documents = parseYaml(text).map(({ value }) => ({ value: replaced(value, wanted, count), comments: [] }))
      return [file, writeDocuments(documents)]
    })
  )
}

function replaced(value: unknown, wanted: ReadonlyMap<number, unknown>, count: { value: number }, depth = 0): unknown {
  const place = count.value++
  // Without its kind, an object is none.
  if (depth > 1 && wanted.has(place)) return wanted.get(place)
  if (Array.isArray(value)) return value.map((item: unknown) => replaced(item, wanted, count, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]): [string, unknown] => [key, replaced(item, wanted, count, depth + 1)])
  )
}
