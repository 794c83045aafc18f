import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseLooseVersion, parseVersion } from './parse-version.ts'
import { SemanticVersion } from './version.ts'

function version(text: string): SemanticVersion {
  const parsed = parseVersion(text)
  assert.ok(parsed instanceof SemanticVersion, text)
  return parsed
}

test('versions have the order of semver.org', () => {
  const ordered = [
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0'
  ]
  for (const [i, one] of ordered.entries()) {
    for (const [j, other] of ordered.entries()) {
      assert.equal(version(one).compareTo(version(other)), Math.sign(i - j), `${one} ${other}`)
    }
  }
  assert.equal(version('1.0.0+a').compareTo(version('1.0.0+b')), 0)
})

test('loose versions are filled up', () => {
  for (const [text, full] of [
    ['v1', '1.0.0'],
    ['1.2', '1.2.0'],
    ['01.002.3-rc', '1.2.3-rc']
  ] as const) {
    assert.equal(String(parseLooseVersion(text)), full)
  }
})

test('what is no version is told why', () => {
  assert.deepEqual(parseVersion('1.0'), { fault: 'No Major.Minor.Patch elements found' })
  assert.deepEqual(parseVersion('1.01.0'), { fault: 'Minor number must not contain leading zeroes "01"' })
  assert.deepEqual(parseVersion('1.0.0-'), { fault: 'Prerelease is empty' })
})
