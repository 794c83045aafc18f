import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { CelError } from '../../values.ts'
import { nativePattern } from './native-pattern.ts'
import { compilePattern } from './pattern.ts'

describe('patterns', () => {
  test('that are plain are tested natively', () => {
    for (const plain of [
      '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
      ':latest$',
      '^registry\\.example\\.com/',
      'a|b',
      '^(a|b)$',
      '^[a-z.]+/[a-z/-]+:[0-9.]+$',
      '^[^@]+@sha256:[0-9a-f]{64}$',
      '^(https?://)?[^/]+/.*$'
    ]) {
      assert.ok(nativePattern(plain), plain)
    }
  })

  test('that are not plain, ambiguous or perhaps slow are left to the engine', () => {
    const others = [
      '(?i)a',
      '(a*)*',
      'a+',
      '^a*b*$',
      '[a-z]+/',
      '^.*[a-z]+/$',
      '^[a-z]+(/[a-z]+)+$',
      '^é+[^a]+$',
      '^a|b',
      'a**',
      '[[:alpha:]]',
      '\\pL',
      'x{',
      '(a',
      'a{2,1}',
      '^(a?){9}$'
    ]
    for (const other of others) assert.equal(nativePattern(other), undefined, other)
  })

  test('match alike, natively and by the engine', () => {
    for (const [pattern, text, matches] of [
      ['b[^a]$', 'b😀', true],
      ['^.$', '😀', true],
      ['^.$', '\r', true],
      ['^.$', '\n', false],
      ['^\\s$', '\u00a0', false],
      ['^\\w$', 'é', false],
      ['a$', 'a\n', false]
    ] as const) {
      assert.ok(nativePattern(pattern), pattern)
      assert.equal(compilePattern(pattern).test(text), matches, pattern)
      assert.equal(compilePattern(`(?:${pattern})`).test(text), matches, pattern)
    }
  })

  test('find the leftmost match, and all that do not overlap', () => {
    assert.equal(compilePattern('[0-9]+').find('ab 12 3'), '12')
    assert.equal(compilePattern('x').find('ab'), undefined)
    assert.deepEqual(compilePattern('[0-9]*').findAll('12a3'), ['12', '3'])
    assert.deepEqual(compilePattern('^a').findAll('aab'), ['a'])
    assert.deepEqual(compilePattern('').findAll('😀b'), ['', '', ''])
    assert.deepEqual(compilePattern('.').findAll('abc', 2), ['a', 'b'])
  })

  test('that are wrong are told as Go tells them', () => {
    assert.throws(() => compilePattern('a('), new CelError('error parsing regexp: missing closing ): `a(`'))
    assert.throws(() => compilePattern('x{1001}'), /invalid repeat count/)
    assert.throws(() => compilePattern('('.repeat(100_000) + ')'.repeat(100_000)), /nests too deeply/)
  })

  test('may name two groups alike, as in Go', () => {
    assert.equal(compilePattern('(?P<n>a)(?<n>b)[(?<n>]').test('ab('), true)
  })

  test('take time linear in the text', () => {
    const text = `${'a'.repeat(300_000)}!`
    const start = performance.now()
    for (const pattern of [
      '^(a+)+$',
      '(a|aa)*$',
      '^[a-z]*[a-y]$',
      '(a*)*b',
      '^a?[a-z]*a?$',
      '^a+:a+$',
      '^[a-z]+/[^/]+$'
    ]) {
      assert.equal(compilePattern(pattern).test(text), pattern === '(a|aa)*$', pattern)
    }
    assert.ok(performance.now() - start < 5000)
  })
})
