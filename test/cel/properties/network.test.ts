import { test } from 'node:test'
import fc from 'fast-check'
import { assertAgreement } from './agreement.ts'

function pieces(parts: readonly string[], maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...parts), { maxLength }).map((chosen) => chosen.join(''))
}

const ipv4 = fc.array(fc.oneof(fc.nat({ max: 255 }), fc.constantFrom(0, 127, 10, 224, 169, 254, 256, '01', '')), {
  minLength: 3,
  maxLength: 5
})
const ipv6 = pieces(
  ['0:', '1:', 'ffff:', '::', 'fe80:', 'ff02:', 'db8:', '2001:', 'ABCD:', '12345:', 'g', '1', '1.2.3.4', '%e'],
  9
)
const address = fc.oneof(
  ipv4.map((fields) => fields.join('.')),
  fc.ipV4(),
  fc.ipV6(),
  ipv6
)
const network = fc
  .tuple(address, fc.oneof(fc.nat({ max: 33 }), fc.nat({ max: 130 }), fc.constantFrom('', '08', '+8', 'x', '-1')))
  .map(([ip, length]) => `${ip}/${length}`)

const url = pieces(
  [
    'http',
    'https',
    'postgres',
    'mailto',
    ':',
    '//',
    '/',
    '?',
    '#',
    '@',
    'a',
    'b.example',
    '[',
    ']',
    '::1',
    ':80',
    '%20',
    '%2f'
  ].concat(
    [
      '%zz',
      '%',
      '%25',
      'é',
      '&',
      '=',
      '+',
      ';',
      '..',
      '*',
      ' ',
      '!',
      "\\'",
      '"',
      '<',
      '|',
      '~',
      '%c3',
      'fe80::1',
      '%25en0',
      ','
    ].map(String)
  ),
  9
)
const prefixedUrl = fc
  .tuple(fc.constantFrom('', 'http://', 'https://h/', '/', 'x://u:p@'), url)
  .map((parts) => parts.join(''))

const literal = (text: fc.Arbitrary<string>): fc.Arbitrary<string> => text.map((value) => `'${value}'`)

const expressions = fc.oneof(
  literal(address).map((ip) => `ip(${ip})`),
  literal(address).map(
    (ip) => `isIP(${ip}) ? [ip.isCanonical(${ip}), ip(${ip}).isUnspecified(), ip(${ip}).isLoopback()] : []`
  ),
  literal(address).map(
    (ip) => `[ip(${ip})].map(a, [a.isGlobalUnicast(), a.isLinkLocalUnicast(), a.isLinkLocalMulticast()])`
  ),
  literal(network).map((cidr) => `cidr(${cidr}).masked()`),
  fc.tuple(literal(network), literal(address)).map(([cidr, ip]) => `cidr(${cidr}).containsIP(${ip})`),
  fc.tuple(literal(network), literal(network)).map(([cidr, other]) => `cidr(${cidr}).containsCIDR(${other})`),
  literal(prefixedUrl).map((text) => `url(${text})`),
  literal(prefixedUrl).map((text) => `[isURL(${text}), format.uri().validate(${text}).hasValue()]`),
  literal(prefixedUrl).map(
    (text) => `[url(${text})].map(u, [u.getScheme(), u.getHost(), u.getHostname(), u.getPort()])`
  ),
  literal(prefixedUrl).map((text) => `[url(${text})].map(u, u.getEscapedPath())`),
  literal(prefixedUrl).map((text) => `url(${text}).getQuery()`)
)

test('addresses, networks and URLs are read as by the API server', async (t) => {
  await assertAgreement(t, { expressions, count: 4000 })
})
