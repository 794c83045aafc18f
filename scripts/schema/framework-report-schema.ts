import { severities } from '../../src/controls/control.ts'
import { frameworkSchemaVersion } from '../../src/report/framework/framework-json.ts'

const text = (description: string) => ({ type: 'string', description })
const textOrNull = (description: string) => ({ type: ['string', 'null'], description })
const count = (description: string) => ({ type: 'integer', minimum: 0, description })
const statuses = ['pass', 'fail', 'unknown', 'excepted', 'notApplicable']

function record(description: string, properties: Readonly<Record<string, object>>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', properties, required, description }
}

const evidence = {
  ...record(
    'What is on record in bulwark.yaml; null where nothing is, or nothing has to be.',
    {
      framework: text('The framework.'),
      item: text('The item.'),
      evidence: text('What shows it.'),
      owner: text('Who says so.'),
      recorded: text('When it was looked at.'),
      expires: text('The last day on which it counts.'),
      answer: { enum: ['met', 'not-met'], description: 'Met where it is absent.' }
    },
    ['answer']
  ),
  type: ['object', 'null']
}

const object = record('One finding that the verdict rests on.', {
  control: text('The control.'),
  severity: { enum: severities },
  status: { enum: ['fail', 'unknown', 'excepted'] },
  object: text('Such as `Deployment shop/web`.'),
  file: textOrNull('Null for a live object.'),
  line: { type: ['integer', 'null'], minimum: 1 },
  message: text('What is wrong.'),
  note: textOrNull('Why it is tolerated, or why nobody can tell.')
})

const item = record('One item of the framework.', {
  id: text("The framework's own id."),
  title: text('What it asks for.'),
  chapter: textOrNull('The title of its chapter; null where the framework has none.'),
  automation: {
    enum: ['automatic', 'evidence'],
    description: '`evidence` where a person has to show something.'
  },
  status: { enum: statuses, description: 'Never `pass` where nothing was seen.' },
  controls: { type: 'array', items: { type: 'string' }, description: 'The controls that answer it.' },
  findings: count('Failed findings.'),
  passed: count('Pairs of a control and an object that passed.'),
  excepted: count('Findings that an exception covers.'),
  unknown: textOrNull('Why the status is unknown.'),
  provider: textOrNull("Who answers for it in the owner's place, in a managed cluster."),
  question: textOrNull('What a person has to show.'),
  appliedBy: {
    type: 'array',
    items: record('One place.', { by: text('In words.'), how: text('What is done there.') }),
    description: 'Where it is applied, the most direct place first; empty where the framework does not say.'
  },
  evidence,
  objects: { type: 'array', items: object, description: 'The findings.' }
})

const error = record('Something that could not be read as it should be.', {
  file: text('As named on the command line.'),
  line: { type: ['integer', 'null'], minimum: 1 },
  column: { type: ['integer', 'null'], minimum: 1 },
  message: text('What is wrong and what to do.')
})

/** JSON Schema of `bulwark report -o json`. */
export const frameworkReportSchema: Readonly<Record<string, unknown>> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:bulwark:schema:framework-report:${frameworkSchemaVersion}`,
  title: 'What `bulwark report -o json` prints',
  ...record(
    'Fields may be added without a new schemaVersion; none is removed and none changes its meaning without one.',
    {
      schemaVersion: { const: frameworkSchemaVersion },
      framework: text('Its name.'),
      version: text('Empty where it has none.'),
      counts: record(
        'Items by status.',
        Object.fromEntries(statuses.map((status) => [status, count(`Items that are ${status}.`)]))
      ),
      items: { type: 'array', items: item, description: "In the framework's order." },
      errors: { type: 'array', items: error, description: 'What could not be read.' }
    }
  )
}
