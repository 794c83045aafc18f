import { companionSchemaVersion, leftCompanionKinds } from '../../src/cli/fix/companions/companions-json.ts'
import { companionControls } from '../../src/fix/companions/companion-controls.ts'
import { fixGrades } from '../../src/fix/grade.ts'
import { list, record, text, textOrNull, texts, yes } from './schema-parts.ts'

const change = record('An object that is there.', {
  kind: text('Its kind.'),
  name: textOrNull('Null where the manifest names none.'),
  file: textOrNull('As named on the command line; `-` for standard input.'),
  document: { type: 'integer', minimum: 0, description: 'In that file, from 0.' },
  fields: list(
    record('A field.', { path: text('From the root of the document.'), set: { description: 'Its new value.' } }),
    'What is changed of it.'
  )
})

const companion = {
  namespace: text('The namespace that lacks it.'),
  theme: { enum: Object.keys(companionControls), description: 'What it is about.' },
  controls: texts('The controls that pass with it.'),
  grade: { enum: fixGrades, description: 'What it may cost.' },
  argument: text('Why it has this grade.'),
  notes: texts('What may break, what was assumed, what is left to do.'),
  objects: list({ type: 'object' }, 'New objects.'),
  changes: list(change, 'Changes of objects that are there.')
}

/** JSON Schema of `bulwark fix --companions -o json`. */
export const companionReportSchema: Readonly<Record<string, unknown>> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:bulwark:schema:companion-report:${companionSchemaVersion}`,
  title: 'What `bulwark fix --companions -o json` prints',
  ...record(
    'Fields may be added without a new schemaVersion; none is removed and none changes its meaning without one.',
    {
      schemaVersion: { const: companionSchemaVersion },
      written: yes('Whether files were to be written.'),
      companions: list(record('A companion.', companion), 'What is added.'),
      left: list(
        record('A companion that is not made.', {
          ...companion,
          kind: { enum: leftCompanionKinds, description: 'It costs more than --grade, or needs a change by hand.' },
          reason: text('What stands in the way, and what to do.')
        }),
        'What is not added, and why.'
      ),
      files: list(
        record('A file.', {
          file: text('As named on the command line.'),
          new: yes('Whether it is made.'),
          text: text('Its new text.')
        }),
        'What becomes of files.'
      ),
      notes: texts('What the user has to do about new files.'),
      unwritten: texts('What could not be written, and why.')
    }
  )
}
