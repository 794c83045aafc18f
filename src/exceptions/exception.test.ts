import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endOf, exceptionState, isActive } from './exception.ts'

function activeAt(expires: string, now: string): boolean {
  return isActive({ expires }, new Date(now))
}

test('a day counts to its end in UTC', () => {
  assert.equal(activeAt('2027-03-31', '2027-03-31T23:59:59.999Z'), true)
  assert.equal(activeAt('2027-03-31', '2027-04-01T00:00:00Z'), false)
})

test('a moment counts until it comes, whatever its time zone', () => {
  assert.equal(activeAt('2027-03-31T12:00:00+02:00', '2027-03-31T09:59:59Z'), true)
  assert.equal(activeAt('2027-03-31T12:00:00+02:00', '2027-03-31T10:00:00Z'), false)
})

test('what is no date never counts', () => {
  for (const text of ['', 'never', '2027', '2027-02-30', '2027-13-01', '31.03.2027', '2027-03-31T12:00:00']) {
    assert.equal(endOf(text), undefined, text)
    assert.equal(activeAt(text, '2020-01-01T00:00:00Z'), false, text)
  }
})

test('within fourteen days of its end one is expiring, and still counts', () => {
  const stateAt = (now: string): string => exceptionState({ expires: '2027-03-31' }, new Date(now))
  assert.equal(stateAt('2027-03-17T23:59:59Z'), 'active')
  assert.equal(stateAt('2027-03-18T00:00:00Z'), 'expiring')
  assert.equal(stateAt('2027-03-31T23:59:59Z'), 'expiring')
  assert.equal(stateAt('2027-04-01T00:00:00Z'), 'expired')
  assert.equal(exceptionState({ expires: 'never' }, new Date(0)), 'expired')
})
