import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Estate } from '../../estate/estate.ts'
import { makeResource } from '../../estate/resource.ts'
import { metadataAddresses } from './metadata-addresses.ts'

function addressesOn(...providers: readonly string[]): string[] {
  const estate = new Estate()
  for (const providerID of providers) {
    const object = { metadata: { name: providerID }, spec: { providerID } }
    estate.add(makeResource('v1', 'Node', object, { file: null, document: 0, prefix: [] }))
  }
  return metadataAddresses(estate).map(({ text }) => text)
}

test('the nodes say which cloud it is', () => {
  assert.deepEqual(addressesOn('aws:///eu-west-1a/i-0', 'aws:///eu-west-1b/i-1'), ['169.254.169.254', 'fd00:ec2::254'])
  assert.deepEqual(addressesOn('azure:///subscriptions/x'), ['169.254.169.254'])
  assert.deepEqual(addressesOn('cn-hangzhou.i-bp1'), ['100.100.100.200'])
})

test('where none does, it is the address that most share', () => {
  const common = ['169.254.169.254', 'fd00:ec2::254']
  assert.deepEqual(addressesOn(), common)
  assert.deepEqual(addressesOn('kind://docker/a/b'), common)
})
