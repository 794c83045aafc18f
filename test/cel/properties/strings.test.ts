import { test } from 'node:test'
import fc from 'fast-check'
import { assertAgreement } from './agreement.ts'

function texts(parts: readonly string[], maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...parts), { maxLength }).map((chosen) => `'${chosen.join('')}'`)
}

const text = texts(['a', 'b', 'ab', 'A', 'é', '😀', ' ', '\\t', '\\u00a0', '\\u200b', '\\n', '"', '\\\\', '1', 'ß'], 7)
const part = texts(['a', 'b', 'é', '😀', ' '], 2)
const int = fc
  .oneof(fc.integer({ min: -2, max: 9 }), fc.constantFrom('9223372036854775807', '-9223372036854775808'))
  .map(String)

const name = texts(
  ['a', 'b', '1', '-', '.', '_', '/', 'A', 'é', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
  6
)
const format = fc.constantFrom(
  ...['dns1123Label', 'dns1123Subdomain', 'dns1035Label', 'qualifiedName', 'labelValue'],
  ...['dns1123LabelPrefix', 'dns1123SubdomainPrefix', 'dns1035LabelPrefix']
)
const date = texts(
  ['2020-', '2021-', '02-', '29', '28', '1', 'T', 't', '23:59:59', '24:00:00', 'Z', 'z', '+01:00', '.5', ' '],
  7
)
const base64 = texts(['a', 'AA', '=', '+/', '-', 'abcd'], 5)
const version = texts(
  ['v', '1.', '0.', '01.', '2', '10', '0', '-', 'rc', '.1', '+', 'b', ' ', 'é', '18446744073709551616'],
  7
)

const expressions = fc.oneof(
  fc.tuple(text, int).map(([one, at]) => `${one}.charAt(${at})`),
  fc.tuple(text, part).map(([one, sought]) => `[${one}.indexOf(${sought}), ${one}.lastIndexOf(${sought})]`),
  fc.tuple(text, part, int).map(([one, sought, at]) => `${one}.indexOf(${sought}, ${at})`),
  fc.tuple(text, part, int).map(([one, sought, at]) => `${one}.lastIndexOf(${sought}, ${at})`),
  fc.tuple(text, part, part).map(([one, old, now]) => `${one}.replace(${old}, ${now})`),
  fc.tuple(text, part, part, int).map(([one, old, now, limit]) => `${one}.replace(${old}, ${now}, ${limit})`),
  fc.tuple(text, part, int).map(([one, by, limit]) => `[${one}.split(${by}), ${one}.split(${by}, ${limit})]`),
  fc.tuple(text, int).map(([one, start]) => `${one}.substring(${start})`),
  fc.tuple(text, int, int).map(([one, start, end]) => `${one}.substring(${start}, ${end})`),
  text.map((one) => `[${one}.trim(), ${one}.lowerAscii(), ${one}.upperAscii(), strings.quote(${one})]`),
  fc.tuple(format, name).map(([kind, one]) => `format.${kind}().validate(${one})`),
  date.map((one) => `[format.date().validate(${one}).hasValue(), format.datetime().validate(${one}).hasValue()]`),
  base64.map((one) => `format.byte().validate(${one}).hasValue()`),
  fc.tuple(version, fc.boolean()).map(([one, loose]) => `semver(${one}, ${loose})`),
  fc.tuple(version, version).map(([one, other]) => `semver(${one}, true).compareTo(semver(${other}, true))`)
)

test('strings, names, dates and versions are treated as by the API server', async (t) => {
  await assertAgreement(t, { expressions, count: 4000 })
})
