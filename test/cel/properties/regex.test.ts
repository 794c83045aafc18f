import { test } from 'node:test'
import fc from 'fast-check'
import { assertSameAnswers } from './agreement.ts'

const plainAtoms = ['a', 'b', 'c', '1', '-', '.', '\\.', '[a-c]', '[^a]', '[-a]', '\\d', '\\w', '\\s', '/', 'é', '\\-']
const rareAtoms =
  '\\W \\S \\D \\b \\B ^ $ \\A \\z é ß 😀 K ſ k [[:alpha:]] [[:^digit:]] \\pL \\p{Lu} \\PN \\p{Greek} (?i) (?s) (?m) (?U) (?i:B) ' +
  '(?-s:.) \\Qa.b\\E \\x41 \\x{1F600} \\n \\t \\Z \\1 \\C [z-a] []a] [^]a] (?P<n>a) (?<n>b) (?=a) { } ] \\pN \\07 \\_ [\\d-z] ' +
  '[a-\\d] \\8 [[:foo:]] [[.a.]] (?x)'
const plainCounts = ['', '', '', '*', '+', '?', '{2}', '{1,2}', '{0,3}', '{2,}']
const rareCounts = ['*?', '+?', '??', '{1,2}?', '**', '{1001}', '{,2}', '{2,1}', '{a}']

/** Patterns up to groups within groups within groups. */
function patterns(atoms: readonly string[], counts: readonly string[]): fc.Arbitrary<string> {
  const { sequence } = fc.letrec<{ sequence: string; part: string }>((tie) => ({
    sequence: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    part: fc.oneof(
      { maxDepth: 3 },
      {
        arbitrary: fc.tuple(fc.constantFrom(...atoms), fc.constantFrom(...counts)).map((pair) => pair.join('')),
        weight: 7
      },
      {
        arbitrary: fc.tuple(tie('sequence'), fc.constantFrom(...counts)).map(([inner, count]) => `(${inner})${count}`),
        weight: 1
      },
      { arbitrary: fc.tuple(tie('sequence'), tie('sequence')).map((pair) => pair.join('|')), weight: 1 }
    )
  }))
  return fc.tuple(fc.constantFrom('', '^'), sequence, fc.constantFrom('', '$')).map((parts) => parts.join(''))
}

const pattern = fc.oneof(
  patterns(plainAtoms, plainCounts),
  patterns([...plainAtoms, ...rareAtoms.split(' ')], [...plainCounts, ...rareCounts])
)
const characters = [...'abc1-. \n\tAB_/éÉß😀kKſα\u2028\r']
const text = fc.array(fc.constantFrom(...characters), { maxLength: 8 }).map((parts) => parts.join(''))

test('patterns are refused, matched and found as by the API server', async (t) => {
  const seed = Number(process.env.SEED ?? 26)
  const drawn = fc.sample(fc.tuple(pattern, text), { seed, numRuns: 4000 })
  const variables = { p: drawn.map(([one]) => one), s: drawn.map(([, one]) => one) }
  const expressions = drawn.map((_, i) => {
    const [source, subject] = [`string(p[${i}])`, `string(s[${i}])`]
    return i % 2 === 0
      ? `${subject}.matches(${source})`
      : `[[${subject}.find(${source})], ${subject}.findAll(${source}), ${subject}.findAll(${source}, 2)]`
  })
  await assertSameAnswers(t, expressions, variables, seed)
})
