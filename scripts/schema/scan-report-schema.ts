import { severities } from '../../src/controls/control.ts'
import { schemaVersion } from '../../src/report/json.ts'

type Schema = Readonly<Record<string, unknown>>

const text = (description: string): Schema => ({ type: 'string', description })
const choice = (description: string, values: readonly (string | null)[]): Schema => ({ enum: values, description })
const count = (description: string): Schema => ({ type: 'integer', minimum: 0, description })
const orNull = (type: string, description: string): Schema => ({ type: [type, 'null'], description })
const list = (description: string, items: Schema): Schema => ({ type: 'array', items, description })
const position = (description: string): Schema => ({ type: ['integer', 'null'], minimum: 1, description })

/** An object of which every property is always there, but for those that `optional` names. */
function record(description: string, properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', properties, required, description } satisfies Schema
}

const nullable = (schema: Schema): Schema => ({ ...schema, type: ['object', 'null'] })

const resource = record('The object that the finding is about.', {
  apiVersion: text('Such as `apps/v1`.'),
  kind: text('Such as `Deployment`.'),
  namespace: orNull('string', 'Null where the manifest has none.'),
  name: orNull('string', 'Null where the manifest has none, as with `generateName`.')
})

const container = record('The container that is meant; null where none is.', {
  name: orNull('string', 'Null where the manifest has none.'),
  type: choice('Which of the three lists of a pod it stands in.', ['container', 'init', 'ephemeral'])
})

const exception = record('Why and until when the finding is tolerated; null where it is not.', {
  id: text('The exception.'),
  reason: text('Why.'),
  owner: text('Who answers for it.'),
  expires: text('The last day on which it holds, in UTC, or a moment as in RFC 3339.')
})

const finding = record(
  'One offending item (container, volume, capability, …) of one object.',
  {
    control: text('The id of the control; `bulwark explain ID` says more.'),
    severity: choice('The severity of the control, or what bulwark.yaml says instead.', severities),
    status: choice('`pass` only with --show-passed.', ['fail', 'unknown', 'excepted', 'pass']),
    reason: text('Why the verdict is unknown; only with status `unknown`.'),
    resource,
    container: nullable(container),
    file: orNull('string', 'As named on the command line; `-` for standard input, null for a live object.'),
    document: { type: ['integer', 'null'], minimum: 0, description: 'The document in the file, counted from 0.' },
    line: position('Counted from 1; null for a live object.'),
    column: position('Counted from 1; null for a live object.'),
    located: choice('Whether line and column are those of the value, or of the nearest ancestor that is there.', [
      'exact',
      'parent',
      null
    ]),
    path: text('The field that is required, whether it is there or not; begins with `items[N].` in a List.'),
    message: text('What is wrong, for people.'),
    fix: choice('What the fix would cost; null where there is none.', ['safe', 'review', 'breaking', null]),
    fingerprint: text('The same as long as control, object and item are the same: it does not depend on positions.'),
    maps: {
      type: 'object',
      additionalProperties: { type: 'array', items: { type: 'string' } },
      description: "The control's items in each framework, by the framework's own ids."
    },
    fails: list('The selected frameworks that this finding fails, with versions.', { type: 'string' }),
    exception: nullable(exception),
    baseline: { const: true, description: 'The baseline knows it, so it does not count; absent where it does not.' }
  },
  ['reason', 'baseline']
)

const summary = record(
  'The scan in numbers.',
  {
    files: count('Files read.'),
    resources: count('Objects judged.'),
    controls: count('Controls that the selected frameworks ask for.'),
    status: record('`pass` and `notApplicable` count pairs of a control and an object, the others count findings.', {
      pass: count('Pairs that passed.'),
      fail: count('Findings that failed.'),
      unknown: count('Findings without a verdict.'),
      excepted: count('Findings that an exception covers.'),
      notApplicable: count('Pairs in which the control has nothing to say about the object.')
    }),
    findings: record(
      'Failed findings by severity.',
      Object.fromEntries(severities.map((severity) => [severity, count(`Of severity ${severity}.`)]))
    ),
    baseline: record('Only with --baseline. Findings that it knows count nowhere else.', {
      known: count('Findings of the baseline that are still there.'),
      gone: count('Findings of the baseline that are not there any more.')
    })
  },
  ['baseline']
)

const skipped = record('Something read that holds nothing to scan.', {
  file: text('As named on the command line.'),
  document: count('The document in the file, counted from 0.'),
  reason: text('Why it was skipped.')
})

const inputError = record('Something that could not be read as it should be; whatever could be was scanned.', {
  file: text('As named on the command line.'),
  line: position('Counted from 1; null where the whole file is meant.'),
  column: position('Counted from 1; null where the whole file is meant.'),
  message: text('What is wrong and what to do.')
})

const unread = record('Objects that a live cluster did not give: a verdict that needs them is unknown.', {
  kind: text('Such as `Secret`.'),
  group: text('Its API group; empty for the core group.'),
  namespace: orNull('string', 'Null for all namespaces, and for a kind that has none.'),
  reason: text('Why they were not given.')
})

/** JSON Schema of `bulwark scan -o json`. */
export const scanReportSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:bulwark:schema:scan-report:${schemaVersion}`,
  title: 'What `bulwark scan -o json` prints',
  ...record(
    'Fields may be added without a new schemaVersion; none is removed and none changes its meaning without one.',
    {
      schemaVersion: { const: schemaVersion },
      frameworks: list('The frameworks judged by, with versions.', { type: 'string' }),
      summary,
      findings: list(
        'Ordered by file, document, path and control; live objects by kind, namespace and name before path and control.',
        finding
      ),
      skipped: list('What was read and not scanned.', skipped),
      errors: list('What could not be read.', inputError),
      unread: list('What a live cluster did not give; empty for a scan of files.', unread)
    }
  )
}
