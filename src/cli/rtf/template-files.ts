import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { HardenedFabric, HardenedObject } from '../../rtf/template/harden-fabric.ts'
import { type DocumentChanges, editDocuments } from '../../yaml/edit/edit-document.ts'
import { lineTable } from '../../yaml/lines.ts'
import { parseYaml } from '../../yaml/parse.ts'
import { writeDocuments } from '../../yaml/write/write-documents.ts'
import { readSourceFile, type SourceFile } from '../fix/source-file.ts'

/** A file that is there, with its new text. */
export interface ChangedFile {
  readonly file: string
  readonly source: SourceFile
  readonly text: string
}

/** What becomes of files. */
export interface TemplateFiles {
  readonly changed: readonly ChangedFile[]
  /** By their paths. */
  readonly created: ReadonlyMap<string, string>
  /** What cannot be edited or created, with its file and why. */
  readonly problems: readonly string[]
}

/** Edits the files that objects stand in, and makes new ones of what is not there yet. */
export function templateFiles(fabrics: readonly HardenedFabric[], folder: string): TemplateFiles {
  const problems: string[] = []
  const changed = changedFiles(
    fabrics.flatMap(({ templates, applications }) => [...templates, ...applications]),
    problems
  )
  const created = new Map<string, string>()
  for (const { namespace, newTemplate, policies } of fabrics) {
    const own = newTemplate?.template ?? null
    if (own !== null)
      create(created, join(folder, `${namespace}-kubernetes-template.yaml`), writeDocuments([own]), problems)
    if (policies.length > 0) {
      create(created, join(folder, `${namespace}-network-policies.yaml`), writeDocuments(policies), problems)
    }
  }
  return { changed, created, problems }
}

function create(created: Map<string, string>, file: string, text: string, problems: string[]): void {
  if (existsSync(file))
    problems.push(`${file} is there already and was not read: read it, too, or name another folder with --into`)
  else created.set(file, text)
}

/** Where new files go. */
export function folderFor(paths: readonly string[], named: string | undefined): string {
  if (named !== undefined) return named
  return paths.find((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory()) ?? '.'
}

function changedFiles(objects: readonly HardenedObject[], problems: string[]): ChangedFile[] {
  const wanted = objects.filter(({ plan }) => plan.changes.length > 0)
  const byFile = Map.groupBy(wanted, ({ resource }) => resource.origin.file ?? '')
  return [...byFile]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, own]) => changedFile(file, own, problems) ?? [])
}

function changedFile(file: string, objects: readonly HardenedObject[], problems: string[]): ChangedFile | null {
  if (file === '' || file === '-') return null
  const source = readSourceFile(file)
  if ('problem' in source) {
    problems.push(`${file}: ${source.problem}`)
    return null
  }
  const { text } = source
  const edits = new Map<number, DocumentChanges>()
  const documents = parseYaml(text)
  for (const { resource, plan } of objects) {
    const { document: index, prefix } = resource.origin
    const document = documents.find((each) => each.index === index)
    if (document === undefined) continue
    const known = edits.get(index)?.changes ?? []
    const changes = plan.changes.map((change) => ({ ...change, path: [...prefix, ...change.path] }))
    edits.set(index, { document, changes: [...known, ...changes] })
  }
  const edited = editDocuments(text, [...edits.values()])
  for (const { reason, offset } of edited.outcomes.flatMap(({ refused }) => refused)) {
    problems.push(`${file}:${lineTable(text).at(offset).line}: cannot be edited: ${reason}`)
  }
  return edited.text === text ? null : { file, source, text: edited.text }
}
