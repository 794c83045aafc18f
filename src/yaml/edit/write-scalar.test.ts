import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parse } from 'yaml'
import { parseYaml } from '../parse.ts'
import { isPlain, writeScalar } from './write-scalar.ts'

// biome-ignore format: one string a line would fill a page
const doubtful = [
  '', ' ', 'x ', 'y', 'N', 'yes', 'On', 'null', '~', '0', '-0', '0644', '0x1F', '0o7', '1_000', '1e3', '.5', '1.', '.inf', '-.INF', '.nan',
  '12:30:45', '2001-01-01', '2001-12-14t21:59:43.10-05:00', '1.2.3', '10.0.0.1', '10.0.0.0/8', '100m', '1Gi', '- x', '-', '-x', '--', '---',
  '...', '? x', '?', '?x', ': x', ':', ':x', 'x:', 'x: y', 'x:y', 'x #y', 'x#y', '#x', '&x', '*x', '!x', '|', '>', '%x', '@x', '`x', '=',
  '<<', '{x', '[x', '}', ']', ',', 'x, y', 'x,y', "it's", '"x"', '\\', 'a\nb', '\t', 'a\tb', '\r', '\u0085', '\u2028', '\ufeff', '\0', '\x7f',
  '\ud800', 'é', '日本', '😀', '\u00a0', 'a\u00a0b', '{{ x }}', '__proto__', 'http://a.b/c?d=e&f#g', '0b1', '+1', '1,000', '09', '1__0'
]

const text = fc.oneof(
  fc.constantFrom(...doubtful),
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.constantFrom(...doubtful), fc.string()).map(([a, b]) => a + b)
)

test('what is written reads as what was meant, wherever it stands', () => {
  fc.assert(
    fc.property(
      text.filter((each) => each.isWellFormed() && each.length < 300),
      fc.constantFrom("'" as const, '"' as const),
      (value, quote) => {
        const block = writeScalar(value, 'block', quote)
        const flow = writeScalar(value, 'flow', quote)
        const [document] = parseYaml(
          `${block}: ${block} # c\nlist:\n- ${block}\nflow: {${flow}: ${flow}, x: [${flow}, ${flow}]}\n`
        )
        assert.deepEqual(document?.problems, [])
        assert.deepEqual(
          document?.value,
          Object.fromEntries([
            [value, value],
            ['list', [value]],
            [
              'flow',
              Object.fromEntries([
                [value, value],
                ['x', [value, value]]
              ])
            ]
          ])
        )
      }
    ),
    { numRuns: 5000, seed: 31, examples: doubtful.filter((each) => each.isWellFormed()).map((each) => [each, '"']) }
  )
})

test('what stands without quotes is the same text to readers of YAML 1.1 and 1.2', () => {
  fc.assert(
    fc.property(text, (value) => {
      for (const version of ['1.1', '1.2'] as const) {
        if (isPlain(value, 'block')) assert.equal(parse(`a: ${value}\n`, { version }).a, value)
        if (isPlain(value, 'flow')) assert.equal(parse(`[${value}]\n`, { version })[0], value)
      }
    }),
    { numRuns: 5000, seed: 32, examples: doubtful.map((each) => [each]) }
  )
})

test('versions, quantities and addresses need no quotes', () => {
  for (const value of [
    'nginx:1.25',
    '1.2.3',
    '100m',
    '1Gi',
    '10.0.0.0/8',
    'RuntimeDefault',
    'http://a.b/c',
    '/var/run',
    'two words'
  ])
    assert.equal(writeScalar(value, 'block', '"'), value)
})

test('other scalars', () => {
  const written = [true, null, 65534, -1.5, 1e21, 9007199254740993n, -0].map((value) =>
    writeScalar(value, 'block', '"')
  )
  assert.deepEqual(written, ['true', 'null', '65534', '-1.5', '1e+21', '9007199254740993', '-0.0'])
})
