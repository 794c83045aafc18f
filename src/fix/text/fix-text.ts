import type { FixGrade } from '../../controls/control.ts'
import { gatherResources } from '../../estate/gather.ts'
import type { Resource } from '../../estate/resource.ts'
import type { Finding } from '../../scan/finding.ts'
import type { YamlDocument } from '../../yaml/document.ts'
import type { Change } from '../../yaml/edit/change.ts'
import { changed } from '../../yaml/edit/changed.ts'
import { type DocumentChanges, editDocuments, type RefusedChange } from '../../yaml/edit/edit-document.ts'
import { equal } from '../../yaml/edit/equal.ts'
import { lineTable } from '../../yaml/lines.ts'
import { parseYaml } from '../../yaml/parse.ts'
import { fixGrades, isWithin } from '../grade.ts'
import type { ObjectPlan, ObjectPlanner } from '../plan/object-planner.ts'
import { parsePath } from '../plan/parse-path.ts'
import { isWithinPath, overlap } from '../plan/path-relation.ts'
import type { Dropped } from '../plan/settle.ts'
import { applied } from '../plan/trial.ts'
import type { LeftOut } from '../repair.ts'
import type { FixedText, TextStep } from './fixed-text.ts'

/** A file and what was found in it. */
export interface TextRequest {
  readonly file: string
  readonly text: string
  /** What to repair. */
  readonly findings: readonly Finding[]
  /** Fingerprints of findings that an exception covers. */
  readonly tolerated: ReadonlySet<string>
  /** Fingerprints of findings that are not to be repaired, and why. */
  readonly without: ReadonlyMap<string, Dropped>
  /** Nobody asks for the text with the cheaper fixes alone: it is written as a whole. */
  readonly isWholeEnough?: boolean
}

/**
 * Repairs what was found in one file, by editing its text. What the text does not allow is left out and said; the rest is
 * verified by reading the new text: each document is what the plan says, or nothing of it is done.
 */
export function fixText(request: TextRequest, planner: ObjectPlanner): FixedText {
  const { file, text } = request
  const documents = parseYaml(text)
  // Making pods of objects drops what is null, so that these need documents of their own.
  const resources = resourcesIn(file, documents.some(({ value }) => holdsNull(value)) ? parseYaml(text) : documents)
  const without = new Map(request.without)
  for (;;) {
    const { plans, lost } = plansOf(request, without, resources, planner)
    const steps = stepsOf(request, documents, plans)
    if (!('blocked' in steps)) {
      return {
        file,
        before: text,
        steps,
        fixed: plans.flatMap(({ fixed }) => fixed),
        left: [...plans.flatMap(({ left }) => left), ...lost]
      }
    }
    for (const [fingerprint, why] of steps.blocked) without.set(fingerprint, why)
  }
}

function resourcesIn(file: string, documents: readonly YamlDocument[]): readonly Resource[] {
  const resources: Resource[] = []
  for (const { value, index } of documents)
    gatherResources(value, { file, document: index, prefix: [] }, { resources, faults: [] })
  return resources
}

function holdsNull(value: unknown): boolean {
  if (typeof value !== 'object') return false
  if (value === null) return true
  for (const key in value) if (holdsNull(Reflect.get(value, key))) return true
  return false
}

function plansOf(
  { findings, tolerated }: TextRequest,
  without: ReadonlyMap<string, Dropped>,
  resources: readonly Resource[],
  planner: ObjectPlanner
): { readonly plans: readonly ObjectPlan[]; readonly lost: readonly LeftOut[] } {
  const byResource = new Map<Resource, Finding[]>()
  const lost: LeftOut[] = []
  for (const finding of findings) {
    const resource = resources.find((candidate) => isAbout(finding, candidate))
    if (resource === undefined) {
      lost.push({ finding, kind: 'text', reason: 'its object is not written as such in the file', grade: finding.fix })
      continue
    }
    const own = byResource.get(resource)
    if (own === undefined) byResource.set(resource, [finding])
    else own.push(finding)
  }
  const plans = [...byResource].map(([resource, own]) =>
    planner.plan({ resource, beside: resources, findings: own, tolerated, without })
  )
  return { plans, lost }
}

function isAbout({ document, path }: Finding, { origin }: Resource): boolean {
  if (origin.document !== document) return false
  return origin.prefix.length === 0 || isWithinPath(parsePath(path), origin.prefix)
}

/** Repairs that the text does not allow, by the fingerprint of their finding. */
interface Blocked {
  readonly blocked: ReadonlyMap<string, Dropped>
}

/** The texts with the fixes of each grade and those that cost less, or what has to be left out first. */
function stepsOf(
  { text, isWholeEnough }: TextRequest,
  documents: readonly YamlDocument[],
  plans: readonly ObjectPlan[]
): TextStep[] | Blocked {
  const used = fixGrades.filter((grade) =>
    plans.some(({ repairs }) => repairs.some((repair) => repair.grade === grade))
  )
  const highest = used.pop()
  if (highest === undefined) return []
  const whole = stepAt(highest, text, documents, plans)
  if ('blocked' in whole || isWholeEnough === true) return 'blocked' in whole ? whole : [whole]
  // What the text does not allow without what costs more comes with that.
  const parts = used.map((grade) => stepAt(grade, text, documents, plans)).filter((step) => 'text' in step)
  return [...parts, whole]
}

function stepAt(
  grade: FixGrade,
  text: string,
  documents: readonly YamlDocument[],
  plans: readonly ObjectPlan[]
): TextStep | Blocked {
  const edits = editsOf(plans, grade, documents)
  const edited = editDocuments(text, edits)
  const refused = edited.outcomes.flatMap((outcome, index) =>
    outcome.refused.map((refusal) => ({ ...refusal, document: edits[index]?.document.index }))
  )
  if (refused.length > 0) return { blocked: blockedBy(refused, plans, text) }
  const wrong = firstUnlike(documents, edits, parseYaml(edited.text))
  return wrong === null ? { grade, text: edited.text } : { blocked: blockedIn(wrong, plans) }
}

/** The changes of each document, from its root. */
function editsOf(plans: readonly ObjectPlan[], grade: FixGrade, documents: readonly YamlDocument[]): DocumentChanges[] {
  const byDocument = new Map<YamlDocument, Change[]>()
  for (const { resource, repairs } of plans) {
    const { document: index, prefix } = resource.origin
    const document = documents[index]
    const chosen = repairs.filter((repair) => isWithin(repair.grade, grade))
    const joined = applied(resource, chosen)
    if (document === undefined || 'field' in joined || chosen.length === 0) continue
    const own = byDocument.get(document) ?? []
    byDocument.set(document, own)
    for (const change of joined.changes) own.push({ ...change, path: [...prefix, ...change.path] })
  }
  return [...byDocument].map(([document, changes]) => ({ document, changes }))
}

/** The number of the first document that is not what it should be; null where all are. */
function firstUnlike(
  before: readonly YamlDocument[],
  edits: readonly DocumentChanges[],
  after: readonly YamlDocument[]
): number | null {
  const wanted = new Map(edits.map(({ document, changes }) => [document, changes]))
  for (const document of before) {
    const changes = wanted.get(document)
    const value = changes === undefined ? document.value : changed(document.value, changes)
    if (!equal(value, after[document.index]?.value)) return document.index
  }
  return before.length === after.length ? null : (edits[0]?.document.index ?? 0)
}

/** The repairs that want what the text refuses. */
function blockedBy(
  refused: readonly (RefusedChange & { readonly document: number | undefined })[],
  plans: readonly ObjectPlan[],
  text: string
): ReadonlyMap<string, Dropped> {
  const blocked = new Map<string, Dropped>()
  for (const { change, reason, offset, document } of refused) {
    const { line } = lineTable(text).at(offset)
    for (const { resource, repairs } of plans) {
      const { origin } = resource
      if (origin.document !== document) continue
      for (const { finding, changes } of repairs) {
        if (!changes.some(({ path }) => overlap([...origin.prefix, ...path], change.path))) continue
        blocked.set(finding.fingerprint, { kind: 'text', reason: `line ${line} cannot be edited: ${reason}` })
      }
    }
  }
  return blocked.size > 0 ? blocked : blockedIn(refused[0]?.document ?? 0, plans)
}

/** All repairs of a document whose new text would say something else than it should. */
function blockedIn(document: number, plans: readonly ObjectPlan[]): ReadonlyMap<string, Dropped> {
  const why: Dropped = { kind: 'text', reason: 'its text is written in a way that cannot be edited safely' }
  const repairs = plans.flatMap((plan) => (plan.resource.origin.document === document ? plan.repairs : []))
  if (repairs.length === 0) throw new Error(`document ${document} changes, though nothing in it was to be changed`)
  return new Map(repairs.map(({ finding }) => [finding.fingerprint, why]))
}
