import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ruleAt, ruleTexts } from './rule-at.ts'

const versioned = {
  require: [
    { since: '1.10', rule: 'second' },
    { since: '1.9', rule: 'first' },
    { since: '1.35', rule: null }
  ]
}

test('the highest version not above the assumed one decides', () => {
  assert.equal(ruleAt(versioned, 9), 'first')
  assert.equal(ruleAt(versioned, 10), 'second')
  assert.equal(ruleAt(versioned, 34), 'second')
})

test('before its first version and after its end a rule does not apply', () => {
  assert.equal(ruleAt(versioned, 8), null)
  assert.equal(ruleAt(versioned, 35), null)
})

test('a rule without versions always applies', () => {
  assert.equal(ruleAt({ require: 'true' }, 0), 'true')
  assert.deepEqual(ruleTexts({ require: 'true' }), ['true'])
  assert.deepEqual(ruleTexts(versioned), ['second', 'first'])
})
