import { fixSchemaVersion } from '../../src/cli/fix/fix-json.ts'
import { severities } from '../../src/controls/control.ts'
import { fixGrades } from '../../src/fix/grade.ts'
import { leftOutKinds } from '../../src/fix/repair.ts'

const text = (description: string) => ({ type: 'string', description })
const textOrNull = (description: string) => ({ type: ['string', 'null'], description })
const count = (description: string) => ({ type: 'integer', minimum: 0, description })
const number = { type: ['integer', 'null'], minimum: 0 }

function record(description: string, properties: Readonly<Record<string, object>>) {
  return { type: 'object', properties, required: Object.keys(properties), description }
}

const counts = (description: string, names: readonly string[]) =>
  record(description, Object.fromEntries(names.map((name) => [name, count(`Those that are ${name}.`)])))

const finding = {
  control: text('The control.'),
  severity: { enum: severities },
  resource: record('The object.', {
    apiVersion: text('Its version.'),
    kind: text('Its kind.'),
    namespace: textOrNull('Null where the manifest names none.'),
    name: textOrNull('Null where the manifest names none.')
  }),
  container: {
    ...record('Null where none is meant.', {
      name: textOrNull('Null where the manifest names none.'),
      type: { enum: ['container', 'init', 'ephemeral'] }
    }),
    type: ['object', 'null']
  },
  file: textOrNull('As named on the command line; `-` for standard input.'),
  document: number,
  line: number,
  column: number,
  path: text('The field required.'),
  message: text('What is wrong.'),
  fingerprint: text('As in the report of a scan.')
}

const fixed = record('A finding that goes away.', {
  ...finding,
  grade: { enum: fixGrades },
  argument: text('Why its fix has this grade.')
})

const left = record('A finding that stays.', {
  ...finding,
  grade: { enum: [...fixGrades, null], description: 'What its fix would cost; null where there is none.' },
  kind: { enum: leftOutKinds, description: 'What stands in the way.' },
  reason: text('What stands in the way, and what to do.')
})

const diff = record('What fixes of one grade change in a file, after those that cost less.', {
  file: text('As named on the command line.'),
  grade: { enum: fixGrades },
  diff: text('A unified diff.')
})

const error = record('Something that could not be read as it should be.', {
  file: text('As named on the command line.'),
  line: { type: ['integer', 'null'], minimum: 1 },
  column: { type: ['integer', 'null'], minimum: 1 },
  message: text('What is wrong and what to do.')
})

/** JSON Schema of `bulwark fix -o json`. */
export const fixReportSchema: Readonly<Record<string, unknown>> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:bulwark:schema:fix-report:${fixSchemaVersion}`,
  title: 'What `bulwark fix -o json` prints',
  ...record(
    'Fields may be added without a new schemaVersion; none is removed and none changes its meaning without one.',
    {
      schemaVersion: { const: fixSchemaVersion },
      grade: { enum: fixGrades, description: 'What a fix may cost at most.' },
      written: { type: 'boolean', description: 'Whether files were changed.' },
      summary: record('In numbers.', {
        files: count('Files that change.'),
        fixed: counts('Findings that go away, by grade.', fixGrades),
        left: counts('Findings that stay, by what stands in the way.', leftOutKinds),
        excepted: count('Findings that an exception covers.')
      }),
      fixed: { type: 'array', items: fixed },
      left: { type: 'array', items: left },
      diffs: { type: 'array', items: diff },
      unwritten: {
        type: 'array',
        items: record('A file that could not be written.', {
          file: text('As named on the command line.'),
          reason: text('Why not.')
        })
      },
      errors: { type: 'array', items: error, description: 'What could not be read.' }
    }
  )
}
