import type { FixGrade } from '../../../controls/control.ts'
import { formatPath } from '../../../estate/path.ts'
import { shown } from '../../../estate/shown.ts'
import type { YamlDocument } from '../../../yaml/document.ts'
import type { Change } from '../../../yaml/edit/change.ts'
import { changed } from '../../../yaml/edit/changed.ts'
import { type DocumentChanges, editDocuments } from '../../../yaml/edit/edit-document.ts'
import { equal } from '../../../yaml/edit/equal.ts'
import { lineTable } from '../../../yaml/lines.ts'
import { parseYaml } from '../../../yaml/parse.ts'
import { writeDocuments } from '../../../yaml/write/write-documents.ts'
import { fixGrades, isWithin } from '../../grade.ts'
import type { Companion, ObjectChange } from '../companion.ts'
import { workloadName } from '../workload-name.ts'

/** A file that companions make or change. */
export interface CompanionFile {
  readonly file: string
  /** Null for one that is not there yet. */
  readonly before: string | null
  /** The text with what is of each grade and less, for each grade that changes it. */
  readonly steps: readonly { readonly grade: FixGrade; readonly text: string }[]
}

/** A companion that cannot be made, since the user has to make one of its changes. */
export interface LeftCompanion {
  readonly companion: Companion
  readonly reason: string
}

export interface CompanionFiles {
  readonly files: readonly CompanionFile[]
  readonly done: readonly Companion[]
  readonly left: readonly LeftCompanion[]
}

/** What is known of the user's files. */
export interface FileAccess {
  /** The file for new objects of a namespace. */
  readonly newFile: (namespace: string) => string
  /** The text that an object stands in, or why that is not to be edited. */
  readonly textOf: (change: ObjectChange) => string | { readonly problem: string }
}

/**
 * Companions as texts: their new objects as one file for each namespace, their changes as edits in the user's own text.
 * Each is made whole or not at all: an account without its workload, or the other way round, would break something.
 */
export function companionFiles(companions: readonly Companion[], access: FileAccess): CompanionFiles {
  const left: LeftCompanion[] = []
  let done = companions
  for (;;) {
    const edited = editedFiles(done, access)
    if (!('blocked' in edited)) return { files: [...edited.files, ...newFiles(done, access)].sort(byName), done, left }
    for (const companion of done) {
      const reason = companion.changes.flatMap((change) => edited.blocked.get(change) ?? [])[0]
      if (reason !== undefined) left.push({ companion, reason })
    }
    done = done.filter((companion) => !left.some((one) => one.companion === companion))
  }
}

function byName(a: CompanionFile, b: CompanionFile): number {
  return a.file < b.file ? -1 : 1
}

function newFiles(companions: readonly Companion[], { newFile }: FileAccess): CompanionFile[] {
  const withObjects = companions.filter(({ objects }) => objects.length > 0)
  return [...Map.groupBy(withObjects, ({ namespace }) => namespace)].map(([namespace, own]) => {
    const sorted = fixGrades.flatMap((grade) => own.filter((one) => one.grade === grade))
    const steps = gradesOf(own).map((grade) => {
      const chosen = sorted.filter((one) => isWithin(one.grade, grade))
      return { grade, text: writeDocuments(chosen.flatMap(({ objects }) => objects)) }
    })
    return { file: newFile(namespace), before: null, steps }
  })
}

function gradesOf(graded: readonly { readonly grade: FixGrade }[]): FixGrade[] {
  return fixGrades.filter((grade) => graded.some((one) => one.grade === grade))
}

/** Why changes cannot be made. */
interface Blocked {
  readonly blocked: ReadonlyMap<ObjectChange, string>
}

interface GradedChange {
  readonly change: ObjectChange
  readonly grade: FixGrade
}

function editedFiles(
  companions: readonly Companion[],
  { textOf }: FileAccess
): { readonly files: readonly CompanionFile[] } | Blocked {
  const graded = companions.flatMap(({ changes, grade }) => changes.map((change) => ({ change, grade })))
  const files: CompanionFile[] = []
  for (const [file, own] of Map.groupBy(graded, ({ change }) => change.resource.origin.file ?? '')) {
    const blocked = new Map<ObjectChange, string>()
    let before = ''
    for (const { change } of own) {
      const text = textOf(change)
      if (typeof text === 'string') before = text
      else blocked.set(change, `${text.problem}: set ${wishes(change)}`)
    }
    if (blocked.size > 0) return { blocked }
    const steps = stepsOf(before, own)
    if ('blocked' in steps) return steps
    files.push({ file, before, steps })
  }
  return { files }
}

function wishes({ resource, changes }: ObjectChange): string {
  const fields = changes.map(({ path, set }) => `${formatPath(path)}: ${shown(set)}`)
  return `${fields.join(', ')} of ${workloadName(resource)}`
}

/** The texts of all grades, or the changes that the text does not allow. */
function stepsOf(text: string, wanted: readonly GradedChange[]): CompanionFile['steps'] | Blocked {
  const documents = parseYaml(text)
  const steps: { grade: FixGrade; text: string }[] = []
  for (const grade of gradesOf(wanted)) {
    const chosen = wanted.filter((one) => isWithin(one.grade, grade)).map(({ change }) => change)
    const edits = documents.flatMap((document) => editsIn(document, chosen))
    const edited = editDocuments(text, edits)
    const after = parseYaml(edited.text)
    for (const [index, { document, changes }] of edits.entries()) {
      const [refused] = edited.outcomes[index]?.refused ?? []
      if (refused !== undefined) {
        const { line } = lineTable(text).at(refused.offset)
        return blockedIn(
          document,
          chosen,
          `line ${line} of ${chosen[0]?.resource.origin.file ?? ''} cannot be edited (${refused.reason})`
        )
      }
      if (!equal(changed(document.value, changes), after[document.index]?.value)) {
        return blockedIn(document, chosen, 'its text cannot be edited safely')
      }
    }
    steps.push({ grade, text: edited.text })
  }
  return steps
}

function editsIn(document: YamlDocument, chosen: readonly ObjectChange[]): DocumentChanges[] {
  const changes = chosen
    .filter(({ resource }) => resource.origin.document === document.index)
    .flatMap(({ resource, changes: all }) =>
      all.map(({ path, set }): Change => ({ path: [...resource.origin.prefix, ...path], set }))
    )
  return changes.length === 0 ? [] : [{ document, changes }]
}

function blockedIn({ index }: YamlDocument, chosen: readonly ObjectChange[], reason: string): Blocked {
  const own = chosen.filter(({ resource }) => resource.origin.document === index)
  return { blocked: new Map(own.map((change) => [change, `${reason}: set ${wishes(change)}`])) }
}
