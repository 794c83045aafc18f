import { guide } from '../src/controls/frameworks/guide.ts'
import { appliers, runtimeFabricStatements } from '../src/controls/frameworks/runtime-fabric-statements.ts'
import { openQuestions } from '../src/rtf/facts/open-questions.ts'

/**
 * A document with the table of the guide's statements and that of open questions, each between its two marks.
 * @throws Error where it lacks them.
 */
export function withStatements(document: string): string {
  return between(between(document, 'statements', statements()), 'questions', questions())
}

function between(document: string, name: string, table: string): string {
  const start = `<!-- ${name}: written by scripts/generate-rtf-statements.ts -->\n`
  const from = document.indexOf(start)
  const to = document.indexOf(`<!-- end of ${name} -->`)
  if (from === -1 || to < from) throw new Error(`the document has no place for the ${name}`)
  return document.slice(0, from + start.length) + table + document.slice(to)
}

function statements(): string {
  const rows = guide.items('').flatMap(({ id, title }) =>
    (runtimeFabricStatements[id] ?? []).map(({ by, how, controls = [] }, index) => {
      const shownBy = controls.map((control) => `\`${control}\``).join(', ')
      return `| ${index === 0 ? `${title} (\`${id}\`)` : ''} | ${appliers[by]} | ${how} | ${shownBy} |\n`
    })
  )
  return `| statement | applied by | how | shown by |\n|---|---|---|---|\n${rows.join('')}`
}

function questions(): string {
  const rows = openQuestions.map(({ id, question, answers, assumed, because }) => {
    const choices = answers.map((answer) => (answer === assumed ? `**${answer}**` : answer)).join(', ')
    const known = answers.length === 0 ? `nothing depends on it: ${assumed}` : `\`${id}\`: ${choices}`
    return `| ${question} | ${known} | ${because} |\n`
  })
  return `| question | key below \`rtf.assume\`, and its answers | assumed because |\n|---|---|---|\n${rows.join('')}`
}
