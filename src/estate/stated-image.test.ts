import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseImageReference } from './image-reference.ts'
import { statedImageProblems, statedImages } from './stated-image.ts'

describe('which images a statement is about', () => {
  const cases: readonly [match: string, image: string, expected: boolean][] = [
    ['registry.example/shop/api', 'registry.example/shop/api:1.2', true],
    ['registry.example/shop/api', 'registry.example/shop/api/worker:1.2', true],
    ['registry.example/shop/api', 'registry.example/shop/api-v2:1.2', false],
    ['registry.example/shop/*', 'registry.example/shop/api', true],
    ['*.registry.example/shop', 'eu.registry.example/shop/api', true],
    ['registry.example:5000/shop', 'registry.example:5000/shop/api', true],
    ['registry.example:5000', 'registry.example:5000/shop/api', true],
    ['docker.io/library/nginx', 'nginx:1.25', true],
    ['registry.example/shop/api:2.*', 'registry.example/shop/api:2.7', true],
    ['registry.example/shop/api:2.*', 'registry.example/shop/api:12.7', false],
    ['registry.example/shop/api:2.*', 'registry.example/shop/api', false],
    ['registry.example/shop/api:latest', 'registry.example/shop/api', true],
    ['registry.example/shop/api:a.b', 'registry.example/shop/api:axb', false],
    ['registry.example/shop/api:1*-alpine', 'registry.example/shop/api:1.2-alpine', true],
    ['registry.example/shop/api:1*1', 'registry.example/shop/api:1', false]
  ]
  for (const [match, image, expected] of cases) {
    test(`${match} ${expected ? 'is' : 'is not'} about ${image}`, () => {
      const reference = parseImageReference(image)
      assert.ok(reference !== null)
      assert.equal(statedImages(match)(reference), expected)
    })
  }
})

test('many stars cost no time', () => {
  const reference = parseImageReference(`registry.example/shop/api:${'a'.repeat(127)}`)
  assert.ok(reference !== null)
  assert.equal(statedImages(`registry.example/shop/api:${'a*'.repeat(60)}b`)(reference), false)
})

test('a folder within another is told', () => {
  assert.deepEqual(statedImageProblems({ match: 'a/b', writable: ['/tmp/cache', { path: '/tmp' }, '/tmpfs'] }), [
    { path: ['writable', 0], message: '/tmp/cache lies in /tmp: a volume on /tmp is enough' }
  ])
})
