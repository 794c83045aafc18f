import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pullPolicyOf } from './pull-policy.ts'

test('what has no tag, or the tag latest, is always pulled', () => {
  const digest = `sha256:${'0'.repeat(64)}`
  const images = [
    'nginx',
    'a/b:latest',
    'localhost:5000/x',
    'r.example:443/a/b',
    'nginx:1',
    `nginx@${digest}`,
    `nginx:latest@${digest}`
  ]
  assert.deepEqual(images.map(pullPolicyOf), [
    'Always',
    'Always',
    'Always',
    'Always',
    'IfNotPresent',
    'IfNotPresent',
    'Always'
  ])
})
