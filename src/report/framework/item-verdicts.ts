import type { Control } from '../../controls/control.ts'
import { controlSubject } from '../../controls/control-subject.ts'
import { type Answer, answerTo, type EvidenceRecord } from '../../controls/frameworks/evidence.ts'
import type { FrameworkItem } from '../../controls/frameworks/framework.ts'
import type { SelectedFramework } from '../../controls/frameworks/select-frameworks.ts'
import { isProviders, type Profile } from '../../controls/profiles.ts'
import type { ControlTally } from '../../scan/tallies.ts'

export type ItemStatus = 'pass' | 'fail' | 'unknown' | 'excepted' | 'notApplicable'

/** What became of one item of a framework. */
export interface ItemVerdict {
  readonly item: FrameworkItem
  /** The title of its chapter; null where the framework has none. */
  readonly chapter: string | null
  /** `automatic` where controls alone decide, `evidence` where a person has to show something. */
  readonly automation: 'automatic' | 'evidence'
  readonly status: ItemStatus
  /** The controls that answer it. */
  readonly controls: readonly Control[]
  readonly excepted: number
  /** Pairs of a control and an object that passed. */
  readonly passed: number
  /** Why the status is unknown; null where it is not. */
  readonly unknown: string | null
  /** Who answers for it in the place of the cluster's owner; null where the owner does. */
  readonly provider: string | null
  /** What is on record; null where nothing is, or nothing has to be. */
  readonly record: EvidenceRecord | null
}

export interface JudgedScan {
  readonly tallies: readonly ControlTally[]
  /** A running cluster was read: a kind of which there is nothing does not occur. */
  readonly live: boolean
  /** Why what is not there may be elsewhere in the cluster; null where all of it was read. */
  readonly partly: string | null
  /** Who operates a part of the cluster; null where nobody else does, or nobody knows. */
  readonly profile: Profile | null
}

/** One verdict for each item of a framework, in its order. None is left out, and none passes because nothing was seen. */
export function itemVerdicts(
  { framework, version }: SelectedFramework,
  controls: readonly Control[],
  scan: JudgedScan,
  records: readonly EvidenceRecord[],
  now: Date
): ItemVerdict[] {
  const tallies = new Map(scan.tallies.map((tally) => [tally.control, tally]))
  const answering = new Map<string, Control[]>()
  for (const control of controls) {
    for (const id of framework.itemsOf(control, version)) answering.set(id, [...(answering.get(id) ?? []), control])
  }
  return itemsOf({ framework, version }, controls).map((item) => {
    const own = answering.get(item.id) ?? []
    const judged = own.map((control) => ({ control, tally: tallies.get(control.id) ?? null }))
    const answer =
      item.evidence === undefined
        ? null
        : answerTo(
            item.evidence,
            records.filter((record) => record.framework === framework.name && record.item === item.id),
            now
          )
    return { ...verdictOf(item, judged, answer, scan), chapter: framework.chapterOf?.(item.id) ?? null }
  })
}

/** The user's own controls are the items of their framework. */
function itemsOf(
  { framework, version }: Pick<SelectedFramework, 'framework' | 'version'>,
  controls: readonly Control[]
): readonly FrameworkItem[] {
  const items = framework.items(version)
  if (items.length > 0) return items
  return controls.flatMap((control) => framework.itemsOf(control, version).map((id) => ({ id, title: control.title })))
}

interface Judged {
  readonly control: Control
  readonly tally: ControlTally | null
}

function verdictOf(
  item: FrameworkItem,
  judged: readonly Judged[],
  answer: Answer | null,
  { live, partly, profile }: JudgedScan
): Omit<ItemVerdict, 'chapter'> {
  const sum = (key: 'excepted' | 'pass'): number => judged.reduce((total, { tally }) => total + (tally?.[key] ?? 0), 0)
  const { status, unknown, provider = null } = statusOf(judged, answer, { live, partly, profile })
  return {
    item,
    automation: answer === null ? 'automatic' : 'evidence',
    status,
    controls: judged.map(({ control }) => control),
    excepted: sum('excepted'),
    passed: sum('pass'),
    unknown,
    provider,
    record: answer?.record ?? null
  }
}

/** The worst counts: what fails is known to fail, whatever else is unknown. */
function statusOf(
  judged: readonly Judged[],
  answer: Answer | null,
  { live, partly, profile }: Omit<JudgedScan, 'tallies'>
): { status: ItemStatus; unknown: string | null; provider?: string } {
  const has = (key: 'fail' | 'unknown' | 'excepted' | 'pass'): boolean =>
    judged.some(({ tally }) => (tally?.[key] ?? 0) > 0)
  if (has('fail') || answer?.status === 'fail') return { status: 'fail', unknown: null }
  const reasons = [...new Set(judged.flatMap(({ tally }) => tally?.reasons ?? []))]
  if (reasons.length > 0) return { status: 'unknown', unknown: reasons.join('; ') }
  if (answer?.status === 'unknown') return { status: 'unknown', unknown: answer.reason }
  if (has('excepted')) return { status: 'excepted', unknown: null }
  if (has('pass') || answer?.status === 'pass') return { status: 'pass', unknown: null }
  if (judged.length === 0) return { status: 'unknown', unknown: 'no control answers it' }
  if (profile !== null && judged.every(({ control }) => isProviders(profile, control))) {
    return { status: 'notApplicable', unknown: null, provider: profile.provider }
  }
  const subjects = judged.map(({ control }) => controlSubject(control))
  const names = [...new Set(subjects.flatMap((subject) => subject.names))].join(' or ')
  if (!live) return { status: 'unknown', unknown: `the input holds no ${names}` }
  // A cluster does not always show how its own programs run; of everything else, what is not there does not exist.
  if (subjects.some(({ components }) => components.size > 0)) {
    const where = 'scan a node with --node, or name who operates it with --profile'
    return { status: 'unknown', unknown: `the cluster does not show ${names}: ${where}` }
  }
  if (partly !== null) return { status: 'unknown', unknown: `${partly}, and there is no ${names} in it` }
  return { status: 'notApplicable', unknown: null }
}
