import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Cidr, parseCidr } from './cidr.ts'
import { IpAddress } from './ip-address.ts'
import { parseIp } from './parse-ip.ts'

function ip(text: string): IpAddress {
  const parsed = parseIp(text)
  assert.ok(parsed instanceof IpAddress, text)
  return parsed
}

function cidr(text: string): Cidr {
  const parsed = parseCidr(text)
  assert.ok(parsed instanceof Cidr, text)
  return parsed
}

describe('addresses', () => {
  test('are written in the form of RFC 5952', () => {
    for (const [text, canonical] of [
      ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
      ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
      ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
      ['::', '::'],
      ['1::', '1::'],
      ['::1.2.3.4', '::102:304'],
      ['127.0.0.1', '127.0.0.1']
    ] as const) {
      assert.equal(ip(text).toString(), canonical)
    }
  })

  test('of other forms are refused with the reason', () => {
    for (const [text, reason] of [
      ['1.2.3.04', /leading zero/],
      ['1.2.3', /too short/],
      ['fe80::1%eth0', /with zone value is not allowed/],
      ['::ffff:1.2.3.4', /IPv4-mapped/],
      ['1::2::3', /multiple :: in address/],
      ['x', /unable to parse IP/]
    ] as const) {
      const parsed = parseIp(text)
      assert.ok('fault' in parsed)
      assert.match(parsed.fault, reason)
    }
  })
})

describe('networks', () => {
  test('contain addresses and networks of their family', () => {
    assert.equal(cidr('10.0.0.0/8').containsIp(ip('10.255.0.1')), true)
    assert.equal(cidr('10.0.0.0/8').containsIp(ip('11.0.0.1')), false)
    assert.equal(cidr('0.0.0.0/0').containsIp(ip('::1')), false)
    assert.equal(cidr('2001:db8::/32').containsCidr(cidr('2001:db8:1::/48')), true)
    assert.equal(cidr('2001:db8:1::/48').containsCidr(cidr('2001:db8::/32')), false)
  })

  test('lose what is behind the prefix when masked', () => {
    assert.equal(cidr('192.168.7.9/20').masked().toString(), '192.168.0.0/20')
    assert.equal(cidr('::1/0').masked().toString(), '::/0')
  })
})
