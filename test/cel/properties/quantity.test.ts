import { test } from 'node:test'
import fc from 'fast-check'
import { assertAgreement } from './agreement.ts'

const digits = fc
  .tuple(fc.constantFrom(0, 1, 1, 2, 3, 5, 9, 17, 18, 19, 22, 40), fc.bigInt({ min: 0n, max: 10n ** 40n }))
  .map(([length, number]) => String(number).padStart(40, '7').slice(0, length))

const suffixes = ['', '', 'm', 'u', 'n', 'k', 'M', 'G', 'T', 'P', 'E', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']
const exponents = ['e3', 'E2', 'e-3', 'e-12', 'e+5', 'e18', 'e20', 'e30', 'e-40', 'e4294967297']
const wrong = ['K', 'e', 'ei', 'mi', ' ', ',5', '.']

const text = fc
  .tuple(
    fc.constantFrom('', '', '', '-', '+'),
    digits,
    fc.constantFrom('', '', '000'),
    fc.oneof(
      fc.constant(''),
      fc.constant('.'),
      digits.map((more) => `.${more}`)
    ),
    fc.constantFrom(...suffixes, ...exponents, ...wrong)
  )
  .map((parts) => `'${parts.join('')}'`)

const quantity = text.map((literal) => `quantity(${literal})`)
const integer = fc.oneof(fc.integer(), fc.constantFrom('-9223372036854775808', '9223372036854775807')).map(String)

const expressions = fc.oneof(
  text.map((literal) => `isQuantity(${literal})`),
  quantity,
  fc.tuple(quantity, quantity).map(([one, other]) => `${one}.compareTo(${other})`),
  fc.tuple(quantity, quantity).map(([one, other]) => `${one} == ${other} || ${one}.isLessThan(${other})`),
  fc.tuple(quantity, quantity).map(([one, other]) => `${one}.add(${other})`),
  fc.tuple(quantity, quantity).map(([one, other]) => `${one}.sub(${other})`),
  fc.tuple(quantity, integer).map(([one, other]) => `${one}.add(${other})`),
  fc.tuple(quantity, integer).map(([one, other]) => `${one}.sub(${other})`),
  quantity.map((one) => `${one}.asApproximateFloat()`),
  quantity.map((one) => `[${one}].map(q, q.isInteger() ? q.asInteger() : sign(q))`)
)

test('quantities are read, compared, added and written as by the API server', async (t) => {
  await assertAgreement(t, { expressions, count: 4000 })
})
