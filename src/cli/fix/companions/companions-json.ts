import { formatPath } from '../../../estate/path.ts'
import type { Companion } from '../../../fix/companions/companion.ts'
import type { CompanionFiles } from '../../../fix/companions/files/companion-files.ts'

const schemaVersion = 1

/** Companions for other programs: what is made, what is left and why, and the texts of the files. */
export function companionsJson({ files, done, left }: CompanionFiles, above: readonly Companion[]): string {
  const report = {
    schemaVersion,
    companions: done.map(entryOf),
    left: [
      ...left.map(({ companion, reason }) => ({ ...entryOf(companion), reason })),
      ...above.map((companion) => ({ ...entryOf(companion), reason: 'it costs more than --grade allows' }))
    ],
    files: files.map(({ file, before, steps }) => ({ file, new: before === null, text: steps.at(-1)?.text ?? before }))
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
