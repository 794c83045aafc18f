import type { ReportData, SeverityName } from '../../src/report/html/report-data.ts'

/** One entry for each finding. */
export type Column = Int32Array

/** The findings of a report, decoded into columns that can be searched and counted quickly. */
export interface Findings {
  readonly data: ReportData
  readonly count: number
  readonly control: Column
  readonly status: Column
  /** Index of `severities`. */
  readonly severity: Column
  /** Index of `chapters`, or their number for a control of the user's own. */
  readonly chapter: Column
  readonly object: Column
  readonly place: Column
  readonly container: Column
  readonly path: Column
  readonly where: Column
  readonly message: Column
  readonly maps: Column
  readonly fails: Column
  /** Of the object; indexes of `texts`. */
  readonly kind: Column
  readonly namespace: Column
  readonly file: Column
  readonly line: Column
  /** Finding → index of `texts`. */
  readonly reasons: ReadonlyMap<number, number>
  /** Finding → index of `exceptions`. */
  readonly excepted: ReadonlyMap<number, number>
}

/** The worst first. */
export const severities = ['critical', 'high', 'medium', 'low'] as const satisfies readonly SeverityName[]

/** Decodes the columns of a report. */
export function decodeFindings(data: ReportData): Findings {
  const { findings, controls, objects, places, chapters } = data
  const control = Int32Array.from(findings.control)
  const object = sums(findings.objectStep)
  const place = sums(findings.placeStep)
  const severityOf = Int32Array.from(controls, ({ severity }) => severities.indexOf(severity))
  const chapterOf = Int32Array.from(controls, ({ chapter }) => chapter ?? chapters.length)
  return {
    data,
    count: findings.count,
    control,
    status: Int32Array.from(findings.status),
    severity: looked(severityOf, control),
    chapter: looked(chapterOf, control),
    object,
    place,
    container: Int32Array.from(findings.container),
    path: Int32Array.from(findings.path),
    where: Int32Array.from(findings.where),
    message: Int32Array.from(findings.message),
    maps: Int32Array.from(findings.maps),
    fails: Int32Array.from(findings.fails),
    kind: looked(objects.kind, object),
    namespace: looked(objects.namespace, object),
    file: looked(places.file, place),
    line: looked(places.line, place),
    reasons: new Map(findings.reasons),
    excepted: new Map(findings.excepted)
  }
}

function sums(steps: readonly number[]): Column {
  let sum = 0
  return Int32Array.from(steps, (step) => {
    sum += step
    return sum
  })
}

function looked(values: ArrayLike<number>, indexes: Column): Column {
  return indexes.map((index) => values[index] ?? 0)
}
