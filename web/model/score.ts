import type { ReportData, SeverityName } from '../../src/report/html/report-data.ts'
import { ownControls } from './facets.ts'
import type { Findings } from './findings.ts'

/** How well the objects do by the controls of a chapter. A verdict is one control on one object. */
export interface Score {
  readonly pass: number
  readonly fail: number
  readonly unknown: number
  readonly excepted: number
  /** 0 to 100, rounded down, so that 100 means all; null where there was nothing to judge. */
  readonly value: number | null
}

/** How much a verdict counts by the severity of its control. */
export const weights: Readonly<Record<SeverityName, number>> = { critical: 10, high: 5, medium: 2, low: 1 }

/** A score for each chapter, one for controls of the user's own, and last the one of all. */
export interface Scores {
  readonly chapters: readonly Score[]
  readonly all: Score
}

interface Sums {
  pass: number
  fail: number
  unknown: number
  excepted: number
  weightPassed: number
  weight: number
}

/**
 * The share of verdicts that pass, by weight. An unknown one counts as not passed: a report must not look better for
 * having read less. Excepted ones do not count.
 */
export function scoresOf(findings: Findings): Scores {
  const { data } = findings
  const chapters = Array.from({ length: data.chapters.length + 1 }, emptySums)
  const all = emptySums()
  const objects = objectsByControl(findings)
  for (const [index, { chapter, severity, pass }] of data.controls.entries()) {
    const failed = objects[index] ?? { fail: 0, unknown: 0, excepted: 0 }
    for (const sums of [chapters[chapter ?? data.chapters.length], all]) {
      if (sums !== undefined) add(sums, { pass, ...failed }, weights[severity])
    }
  }
  return { chapters: chapters.map(scoreOf), all: scoreOf(all) }
}

interface Verdicts {
  fail: number
  unknown: number
  excepted: number
}

/** For each control, how many objects fail it, or are unknown or excepted, whatever the number of findings. */
function objectsByControl({ data, count, control, object, status }: Findings): readonly Verdicts[] {
  const verdicts = data.controls.map((): Verdicts => ({ fail: 0, unknown: 0, excepted: 0 }))
  const worst = new Map<number, number>()
  for (let finding = 0; finding < count; finding++) {
    const pair = (control[finding] ?? 0) * data.objects.name.length + (object[finding] ?? 0)
    const code = status[finding] ?? 0
    worst.set(pair, Math.min(worst.get(pair) ?? code, code))
  }
  for (const [pair, code] of worst) {
    const own = verdicts[Math.floor(pair / data.objects.name.length)]
    const name = data.findings.statuses[code]
    if (own === undefined || name === undefined || name === 'pass') continue
    // What a baseline knows is as wrong as before.
    own[name === 'known' ? 'fail' : name]++
  }
  return verdicts
}

function emptySums(): Sums {
  return { pass: 0, fail: 0, unknown: 0, excepted: 0, weightPassed: 0, weight: 0 }
}

function add(
  sums: Sums,
  { pass, fail, unknown, excepted }: Verdicts & { readonly pass: number },
  weight: number
): void {
  sums.pass += pass
  sums.fail += fail
  sums.unknown += unknown
  sums.excepted += excepted
  sums.weightPassed += pass * weight
  sums.weight += (pass + fail + unknown) * weight
}

function scoreOf({ pass, fail, unknown, excepted, weightPassed, weight }: Sums): Score {
  const value = weight === 0 ? null : Math.floor((100 * weightPassed) / weight)
  return { pass, fail, unknown, excepted, value }
}

/** Chapters with their scores; one for the user's own controls only where there are some. */
export function chapterTitles({ chapters, controls }: ReportData): readonly string[] {
  const hasOwn = controls.some(({ chapter }) => chapter === null)
  return [...chapters.map(({ title }) => title), ...(hasOwn ? [ownControls] : [])]
}
