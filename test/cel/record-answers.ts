/** Asks the oracle for the answers to all cases, or to those of the subjects named, and writes them down. */
import { writeFileSync } from 'node:fs'
import { askOracle } from './oracle.ts'
import { answersUrl, readCases, subjects } from './recorded-cases.ts'

const wanted = process.argv.slice(2)
for (const subject of wanted.length === 0 ? subjects() : wanted) {
  const cases = readCases(subject)
  const answers = await askOracle(cases)
  if ('skipped' in answers) throw new Error(answers.skipped)
  const byExpression = Object.fromEntries(cases.expressions.map((expression, index) => [expression, answers[index]]))
  const lines = Object.entries(byExpression).map((entry) => entry.map((part) => JSON.stringify(part)).join(': '))
  writeFileSync(answersUrl(subject), `{\n  ${lines.join(',\n  ')}\n}\n`)
  process.stdout.write(`${subject}: ${lines.length}\n`)
}
