import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { agrees, align, placeholder } from './align.ts'

const rendered = {
  spec: {
    containers: [
      { name: 'app', image: 'web:2', args: ['a', 'b'] },
      { name: 'proxy', image: 'proxy:1', ports: [{ containerPort: 80 }, { containerPort: 81 }] }
    ]
  }
}
const written = {
  spec: {
    containers: [
      { name: 'proxy', image: 'proxy:1', ports: [{ containerPort: 81 }, { containerPort: 80 }] },
      { name: 'app', image: 'web:1', args: ['b'] }
    ]
  }
}

describe('align', () => {
  test('finds elements by what identifies them, not by their place', () => {
    assert.deepEqual(align(rendered, written, ['spec', 'containers', 1, 'ports', 0, 'containerPort']), {
      path: ['spec', 'containers', 0, 'ports', 1, 'containerPort'],
      depth: 6,
      complete: true,
      equal: true
    })
  })

  test('knows when the source says something else, or nothing', () => {
    const image = align(rendered, written, ['spec', 'containers', 0, 'image'])
    assert.deepEqual([image.path, image.complete, image.equal], [['spec', 'containers', 1, 'image'], true, false])
    const context = align(rendered, written, ['spec', 'containers', 0, 'securityContext', 'privileged'])
    assert.deepEqual([context.path, context.depth, context.complete], [['spec', 'containers', 1], 3, false])
    assert.deepEqual(align(rendered, written, ['status']).path, [])
  })

  test('finds plain elements by their value', () => {
    assert.deepEqual(align(rendered, written, ['spec', 'containers', 0, 'args', 1]).path, [
      'spec',
      'containers',
      1,
      'args',
      0
    ])
    assert.equal(align(rendered, written, ['spec', 'containers', 0, 'args', 0]).complete, false)
  })

  test('a computed element stands for those that no literal one names', () => {
    const template = { list: [{ name: placeholder.repeat(9) }, { name: 'fixed' }] }
    const result = { list: [{ name: 'one' }, { name: 'two' }, { name: 'fixed' }] }
    assert.deepEqual(
      [0, 1, 2].map((index) => align(result, template, ['list', index]).path),
      [
        ['list', 0],
        ['list', 0],
        ['list', 1]
      ]
    )
  })

  test('a computed element stands for no other that lacks what it says', () => {
    const template = { list: [{ name: placeholder.repeat(9), args: ['--serve'] }] }
    const result = { list: [{ name: 'app', args: ['--serve'] }, { name: 'injected' }] }
    assert.deepEqual(
      [0, 1].map((index) => align(result, template, ['list', index, 'name']).depth),
      [3, 1]
    )
  })
})

test('agrees: a placeholder stands for any text, the literal pieces in order', () => {
  const hole = placeholder.repeat(12)
  const cases: [rendered: unknown, source: unknown, expected: boolean][] = [
    ['web', hole, true],
    [80, hole, true],
    [true, hole, true],
    [{ a: 1 }, hole, false],
    ['shop-web-1', `shop-${hole}`, true],
    ['web-shop', `shop-${hole}`, false],
    ['r/web:1', `r/${hole}:${hole}`, true],
    ['r/web', `r/${hole}:${hole}`, false],
    ['aa', `a${hole}a`, true],
    ['a', `a${hole}a`, false],
    [['x', 'y'], ['x', hole], true],
    [{ a: 'x', b: 1 }, { b: 1, a: 'x' }, true],
    [{ a: 'x' }, { a: 'x', b: 1 }, false],
    [null, null, true],
    [null, {}, false],
    ['1', 1, false]
  ]
  for (const [left, right, expected] of cases)
    assert.equal(agrees(left, right), expected, JSON.stringify([left, right]))
})
