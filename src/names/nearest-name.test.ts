import assert from 'node:assert/strict'
import { test } from 'node:test'
import { didYouMean, nearestName } from './nearest-name.ts'

const fields = ['securityContext', 'serviceAccountName', 'volumes', 'hostPID']

test('finds a name that is one slip away', () => {
  assert.equal(nearestName('securtyContext', fields), 'securityContext')
  assert.equal(nearestName('hostPdi', fields), 'hostPID')
  assert.equal(nearestName('VOLUMES', fields), 'volumes')
})

test('suggests nothing for a name that resembles none', () => {
  assert.equal(nearestName('annotations', fields), undefined)
  assert.equal(didYouMean('annotations', fields), '')
})

test('takes the nearest of several', () => {
  assert.equal(nearestName('cis-4', ['cis', 'cis-5', 'nsa']), 'cis-5')
  assert.equal(didYouMean('gide', ['guide', 'nsa']), '; did you mean "guide"?')
})

test('knows a name by some of its words', () => {
  const controls = ['host-path-volume', 'privileged-container', 'allow-privilege-escalation']
  assert.equal(nearestName('privleged', controls), 'privileged-container')
  assert.equal(nearestName('hostpath', controls), 'host-path-volume')
  assert.equal(nearestName('privilege-escalation', controls), 'allow-privilege-escalation')
  assert.equal(nearestName('pat', controls), undefined)
})
