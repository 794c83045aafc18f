import { test } from 'node:test'
import fc from 'fast-check'
import { assertAgreement } from './agreement.ts'

const double = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.tuple(fc.integer(), fc.constantFrom(1, 2, 4, 8, 10, 100, 1000)).map(([number, part]) => number / part),
  fc.constantFrom(0, -0, 0.5, 1.5, 2.5, -2.5, 0.000005, 999999.5, 9.9999995, 1e21, 1e22, 0.1, -0.0000001)
)

function doubleLiteral(value: number): string {
  const text = Object.is(value, -0) ? '-0' : String(value)
  return /[.e]/.test(text) ? text.replace('e+', 'e') : `${text}.0`
}

const characters = fc.constantFrom('a', 'b', '%', 'é', '😀', '"', '\\\\', '\\n', '\\u200b', '\\u00a0', '\\x7f')
const string = fc.array(characters, { maxLength: 5 }).map((parts) => `'${parts.join('')}'`)

const printable = fc.oneof(
  double.map(doubleLiteral),
  fc.constantFrom('0.0/0.0', '1.0/0.0', '-1.0/0.0', "'NaN'", "'Infinity'", "'-Infinity'"),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((value) => `${value}u`),
  string,
  string.map((literal) => `bytes(${literal})`),
  fc.constantFrom('true', 'false', 'null', 'type(1)', "type('a')", "duration('90.5s')", "duration('-1h')"),
  fc.constantFrom("timestamp('2020-02-29T23:59:59.5Z')")
)

const scalar = fc.oneof(
  { arbitrary: printable, weight: 9 },
  { arbitrary: fc.constantFrom("quantity('1')", 'optional.of(1)', "ip('::1')"), weight: 1 }
)

/** Maps hold printable values only: of several faults cel-go tells any one, since its maps have no order. */
const { value } = fc.letrec<{ value: string; inMap: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }).map(list),
    mapOf(tie('inMap'))
  ),
  inMap: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    printable,
    fc.array(tie('inMap'), { maxLength: 3 }).map(list),
    mapOf(tie('inMap'))
  )
}))

function mapOf(values: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const entry = fc.tuple(fc.constantFrom('1', "'a'", 'true', '2u', "'é'", '10'), values)
  return fc
    .uniqueArray(entry, { maxLength: 3, selector: ([key]) => key })
    .map((entries) => `{${entries.map(([key, one]) => `${key}: ${one}`).join(', ')}}`)
}

function list(elements: readonly string[]): string {
  return `[${elements.join(', ')}]`
}

const precision = fc.oneof(
  fc.constant(''),
  fc.constant(''),
  fc.nat({ max: 20 }).map((digits) => `.${digits}`),
  fc.constantFrom('.', '.255', '.256', '.300', '.40000', '.x', '.99999999999999999999')
)
const clause = fc
  .tuple(precision, fc.constantFrom('s', 's', 'd', 'f', 'f', 'e', 'e', 'b', 'x', 'X', 'o', 'q', 'é', '%', ''))
  .map(([digits, verb]) => `%${digits}${verb}`)
const pattern = fc
  .array(fc.oneof(clause, fc.constantFrom('a ', '%%', 'é')), { maxLength: 4 })
  .map((parts) => parts.join(''))
const args = fc.array(value, { maxLength: 4 })
const typed = args.map(list)
const untyped = args.map((elements) => list(elements.map((one) => `dyn(${one})`)))

const expressions = fc.oneof(
  fc.tuple(pattern, typed).map(([text, given]) => `'${text}'.format(${given})`),
  fc.tuple(pattern, untyped).map(([text, given]) => `'${text}'.format(${given})`),
  fc.tuple(pattern, untyped).map(([text, given]) => `dyn('${text}').format(${given})`),
  value.map((one) => `'%s'.format([${one}])`),
  fc.tuple(clause, value).map(([text, one]) => `'${text}'.format([dyn(${one})])`)
)

test('strings are formatted, and bad formats refused, as by the API server', async (t) => {
  await assertAgreement(t, { expressions, count: 4000 })
})
