import { formatPath } from '../../../estate/path.ts'
import type { Companion } from '../../../fix/companions/companion.ts'
import type { PlannedFiles } from './files-of-companions.ts'

export const companionSchemaVersion = 1

/** Why a companion is not made: it costs more than the user takes, or needs a change that only he can make. */
export const leftCompanionKinds = ['grade', 'change'] as const

/** What became of files. */
export interface WrittenFiles {
  readonly write: boolean
  /** What could not be written, and why. */
  readonly problems: readonly string[]
}

/** Companions for other programs: what is made, what is left and why, and the texts of the files. */
export function companionsJson(
  { files, done, left, notes }: PlannedFiles,
  above: readonly Companion[],
  { write, problems }: WrittenFiles
): string {
  const [tooMuch, needed] = leftCompanionKinds
  const report = {
    schemaVersion: companionSchemaVersion,
    written: write,
    companions: done.map(entryOf),
    left: [
      ...left.map(({ companion, reason }) => ({ ...entryOf(companion), kind: needed, reason })),
      ...above.map((one) => ({ ...entryOf(one), kind: tooMuch, reason: `it needs --grade ${one.grade}` }))
    ],
    files: files.map(({ file, before, steps }) => ({
      file,
      new: before === null,
      text: steps.at(-1)?.text ?? before ?? ''
    })),
    notes,
    unwritten: problems
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function entryOf({ namespace, theme, controls, grade, argument, objects, changes, notes }: Companion): object {
  return {
    namespace,
    theme,
    controls,
    grade,
    argument,
    notes,
    objects: objects.map(({ value }) => value),
    changes: changes.map(({ resource: { kind, name, origin }, changes: fields }) => ({
      kind,
      name,
      file: origin.file,
      document: origin.document,
      fields: fields.map(({ path, set }) => ({ path: formatPath([...origin.prefix, ...path]), set }))
    }))
  }
}
