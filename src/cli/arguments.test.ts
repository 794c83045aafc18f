import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseArguments, textBehindDashes } from './arguments.ts'
import { UserError } from './user-error.ts'
import type { OptionSpec } from './verb.ts'

const specs: readonly OptionSpec[] = [
  { name: 'output', short: 'o', value: 'FORMAT', repeatable: true, summary: '' },
  { name: 'config', value: 'FILE', summary: '' },
  { name: 'show-passed', summary: '' }
]
const parse = (...words: string[]) => parseArguments(words, specs, 'scan')
const refusal = (message: RegExp) => (error: unknown) => error instanceof UserError && message.test(error.message)

describe('parseArguments', () => {
  test('takes options before, between and after operands', () => {
    const { operands, options } = parse('-o', 'json', 'a', '--config=x', 'b', '--show-passed')
    assert.deepEqual(operands, ['a', 'b'])
    assert.deepEqual(options.all('output'), ['json'])
    assert.equal(options.last('config'), 'x')
    assert.ok(options.has('show-passed'))
  })

  test('a lone dash is an operand, and two end the options', () => {
    assert.deepEqual(parse('-', '--', '--config').operands, ['-', '--config'])
  })

  test('the value of a short option stands behind it, with or without a sign', () => {
    assert.deepEqual(parse('-o=json', '-otext=a', '-o', '=b').options.all('output'), ['json', 'text=a', '=b'])
    assert.throws(() => parse('-o='), refusal(/-o needs a value/))
  })

  test('repeats what may be repeated only', () => {
    assert.deepEqual(parse('-o', 'text', '-ojson=a').options.all('output'), ['text', 'json=a'])
    assert.throws(() => parse('--config', 'a', '--config', 'b'), refusal(/given once only/))
  })

  test('an unknown option names the nearest', () => {
    assert.throws(() => parse('--show-pased'), refusal(/unknown option --show-pased; did you mean --show-passed\?/))
  })

  test('values are neither missing nor too many', () => {
    assert.throws(() => parse('--config'), refusal(/--config needs a value: --config FILE/))
    assert.throws(() => parse('--show-passed=yes'), refusal(/takes no value/))
  })
})

describe('textBehindDashes', () => {
  const moved = (...words: string[]) => textBehindDashes(words, specs)

  test('takes what no option is for text', () => {
    assert.deepEqual(moved('-1 + x', '-o', 'json'), ['-o', 'json', '--', '-1 + x'])
    assert.deepEqual(moved('-offset', '--config', '-x'), ['--config', '-x', '--', '-offset'])
    assert.deepEqual(moved('-o', '-x', '--', '-y'), ['-o', '-x', '--', '-y'])
  })

  test('leaves options, known or mistyped', () => {
    assert.deepEqual(moved('a', '-o', 'json', '--confg', '-'), ['a', '-o', 'json', '--confg', '-'])
  })
})
