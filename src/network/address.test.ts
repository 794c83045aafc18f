import assert from 'node:assert/strict'
import { BlockList } from 'node:net'
import { test } from 'node:test'
import { type AddressRange, contains, isEverywhere, parseAddress, parseBlock, without } from './address.ts'

function block(text: string): AddressRange {
  const range = parseBlock(text)
  assert.ok(range, text)
  return range
}

function holds(range: AddressRange, address: string): boolean {
  const parsed = parseAddress(address)
  assert.ok(parsed, address)
  return contains(range, parsed)
}

test('blocks hold the addresses that Node puts into them', () => {
  const blocks = {
    ipv4: ['10.0.0.0/8', '192.168.1.1/4', '169.254.169.254/32', '0.0.0.0/0', '128.0.0.0/1'],
    ipv6: ['fd00:ec2::/32', '::/0', 'fe80::1/64', '2001:db8:1::/47']
  }
  const addresses = {
    ipv4: ['10.1.2.3', '200.0.0.1', '169.254.169.254', '169.254.169.253', '0.0.0.0', '255.255.255.255'],
    ipv6: ['fd00:ec2::254', 'fe80::ffff', '::1', '2001:db8:0:ffff::', '2001:db8:1:1::1', '2001:db8:2::']
  }
  for (const family of ['ipv4', 'ipv6'] as const) {
    for (const text of blocks[family]) {
      const [address = '', prefix = ''] = text.split('/')
      const list = new BlockList()
      list.addSubnet(address, Number(prefix), family)
      for (const each of addresses[family]) {
        assert.equal(holds(block(text), each), list.check(each, family), `${each} in ${text}`)
      }
    }
  }
  assert.ok(!holds(block('::/0'), '10.1.2.3'))
  assert.ok(!holds(block('0.0.0.0/0'), '::1'))
})

test('an IPv4 address may be written in IPv6 form', () => {
  assert.deepEqual(parseAddress('::ffff:169.254.169.254'), parseAddress('169.254.169.254'))
  assert.deepEqual(parseAddress('::ffff:a9fe:a9fe'), parseAddress('169.254.169.254'))
  assert.deepEqual(parseBlock('::ffff:10.0.0.0/104'), parseBlock('10.0.0.0/8'))
})

test('what is no address or block is none', () => {
  for (const text of [
    '',
    '1.2.3',
    '1.2.3.256',
    '1.2.3.4.5',
    'a.b.c.d',
    '1::2::3',
    ':1',
    '12345::',
    '1:2:3:4:5:6:7:8:9',
    '::1.2.3'
  ]) {
    assert.equal(parseAddress(text), null, text)
  }
  for (const text of ['10.0.0.0', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/-1', '::/129', 'x/8']) {
    assert.equal(parseBlock(text), null, text)
  }
})

test('exceptions are cut out of a block, whatever their order and size', () => {
  const left = without(block('0.0.0.0/0'), ['169.254.169.254/32', '10.0.0.0/8', '10.1.0.0/16', '::/0'].map(block))
  assert.ok(!left.some((range) => holds(range, '169.254.169.254')))
  assert.ok(!left.some((range) => holds(range, '10.1.0.0')))
  assert.ok(!left.some((range) => holds(range, '10.255.255.255')))
  for (const address of [
    '169.254.169.253',
    '169.254.169.255',
    '9.255.255.255',
    '11.0.0.0',
    '0.0.0.0',
    '255.255.255.255'
  ]) {
    assert.ok(
      left.some((range) => holds(range, address)),
      address
    )
  }
  assert.deepEqual(without(block('10.0.0.0/8'), [block('0.0.0.0/0')]), [])
  assert.deepEqual(without(block('10.0.0.0/8'), []), [block('10.0.0.0/8')])
})

test('only the whole of a family is everywhere', () => {
  assert.ok(isEverywhere(block('0.0.0.0/0')))
  assert.ok(isEverywhere(block('::/0')))
  assert.ok(!isEverywhere(block('0.0.0.0/1')))
  assert.ok(!isEverywhere(block('::/1')))
})
