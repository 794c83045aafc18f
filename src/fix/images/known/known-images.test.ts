import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseImageReference } from '../../../estate/image-reference.ts'
import type { FactName } from '../facts.ts'
import { factsFor } from '../image-facts.ts'
import type { KnownFacts, KnownImage } from '../known-image.ts'
import { knownImages } from './known-images.ts'

/** An image's facts in every version that the tables tell apart. */
function versionsOf(image: KnownImage): readonly KnownFacts[] {
  return [
    image,
    ...(image.variants ?? []).map((variant) => ({
      ...image,
      ...variant,
      sources: { ...image.sources, ...variant.sources }
    }))
  ]
}

describe('the tables of known images', () => {
  test('every repository stands once, in full', () => {
    const seen = new Set<string>()
    for (const name of knownImages.flatMap(({ repositories }) => repositories)) {
      const reference = parseImageReference(name)
      assert.equal(`${reference?.registry}/${reference?.repository}`, name)
      assert.ok(!seen.has(name), `${name} stands twice`)
      seen.add(name)
    }
  })

  test('the name of a copy means one image', () => {
    const names = knownImages.flatMap(({ copies = [] }) => copies)
    assert.deepEqual(names.toSorted(), [...new Set(names)].sort())
  })

  for (const image of knownImages) {
    describe(image.repositories[0], () => {
      for (const facts of versionsOf(image)) check(facts)

      test('every variant can be reached', () => {
        for (const variant of image.variants ?? []) {
          const tags = ['', ...['0', variant.tags.from, '999'].filter((tag) => tag !== undefined)].map((version) =>
            [version, variant.tags.part].filter((word) => word !== undefined && word !== '').join('-')
          )
          const reached = tags.some((tag) => {
            const facts = factsFor(image, tag === '' ? null : tag)
            return 'tags' in facts && facts.tags === variant.tags
          })
          assert.ok(reached, JSON.stringify(variant.tags))
        }
      })
    })
  }
})

function check(facts: KnownFacts): void {
  test('every fact has a source that is an address', () => {
    const needed: readonly [FactName, unknown][] = [
      ['user', facts.declares ?? facts.drops ?? facts.runAs ?? facts.needsRoot],
      ['writable', facts.writable],
      ['capabilities', facts.asRoot ?? facts.asUser],
      ['ports', facts.ports],
      ['alternative', facts.alternative]
    ]
    for (const [name, fact] of needed) {
      const sources = facts.sources[name] ?? []
      assert.equal(sources.length > 0, fact !== undefined && fact !== null, `sources of ${name}`)
      for (const source of sources) {
        assert.equal(new URL(source).protocol, 'https:', source)
        if (source.includes('github.com'))
          assert.match(source, /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/blob\/(?:[0-9a-f]{40}|HEAD)\/\S+$/)
      }
    }
  })

  test('users are numbers, and none to run as is root', () => {
    for (const { uid, gid, name } of [facts.declares, facts.drops?.to, facts.runAs].filter((user) => user != null)) {
      assert.ok(uid === null ? name !== null : Number.isInteger(uid) && uid >= 0)
      assert.ok(gid === null || (Number.isInteger(gid) && gid >= 0))
    }
    assert.notEqual(facts.runAs?.uid, 0)
    assert.notEqual(facts.drops?.to.uid, 0)
    if (facts.needsRoot !== undefined) assert.equal(facts.runAs ?? null, null, 'either it needs root or not')
    if (facts.drops != null) assert.equal(facts.declares?.uid, 0, 'only root can change its user')
    if (facts.runAsNeeds != null) assert.ok(facts.runAs != null)
  })

  test('folders are absolute and none lies in another', () => {
    const paths = (facts.writable ?? []).map(({ path }) => path)
    for (const path of paths) assert.match(path, /^(?:\/[\w.@+-]+)+$/)
    for (const path of paths) {
      const outer = paths.filter((other) => other !== path && path.startsWith(`${other}/`))
      assert.deepEqual(outer, [], path)
    }
    assert.equal(new Set(paths).size, paths.length)
  })

  test('capabilities are names without a prefix, in order; as a user only such as a file can have', () => {
    for (const list of [facts.asRoot ?? [], facts.asUser ?? []]) {
      for (const name of list) assert.match(name, /^(?!CAP_)[A-Z_]+$/)
      assert.deepEqual(list, list.toSorted())
    }
  })

  test('ports can be ports', () => {
    for (const port of facts.ports ?? []) assert.ok(Number.isInteger(port) && port > 0 && port < 65_536)
  })
}
