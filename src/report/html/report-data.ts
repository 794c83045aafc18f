/**
 * What an HTML report holds, as JSON in its page. Whatever recurs is stored once and named by its index; what belongs to
 * findings stands in columns. Types alone and nothing imported, since the page in `web/` takes them and nothing else of
 * `src`; that they agree with the scan's own is checked where `html.ts` fills them.
 */
export type SeverityName = 'critical' | 'high' | 'medium' | 'low'
/** `known`: it was there when the baseline was recorded, so it does not count. */
export type StatusName = 'fail' | 'unknown' | 'excepted' | 'known' | 'pass'

export interface ReportData {
  /** Raised when a field changes its meaning or goes. */
  readonly format: 1
  /** The version of Bulwark that wrote it. */
  readonly bulwark: string
  /** What was scanned, as the user named it. */
  readonly subjects: readonly string[]
  /** A running cluster was read, perhaps besides files. */
  readonly live: boolean
  /** The selected ones, with versions. */
  readonly frameworks: readonly string[]
  readonly summary: SummaryData
  /** In the order of the guide, those without controls too. */
  readonly chapters: readonly ChapterData[]
  readonly controls: readonly ControlData[]
  /** Titles of the items that findings name: framework → item → title. */
  readonly items: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Of which not all was judged. */
  readonly troubles: readonly TroubleData[]
  /** What holds nothing to judge. */
  readonly skipped: readonly SkippedInput[]
  /** Every text that findings are made of; index 0 is the empty one, which stands for none. */
  readonly texts: readonly string[]
  readonly objects: ObjectColumns
  readonly containers: readonly ContainerData[]
  readonly places: PlaceColumns
  readonly frames: FrameColumns
  readonly exceptions: readonly ExceptionData[]
  /** Sets of framework items, and of selected frameworks that are failed. */
  readonly maps: readonly Readonly<Record<string, readonly string[]>>[]
  readonly fails: readonly (readonly string[])[]
  readonly findings: FindingColumns
}

export interface SummaryData {
  readonly files: number
  readonly resources: number
  readonly controls: number
  /** `pass` counts pairs of a control and an object, the others count findings. */
  readonly status: Readonly<Record<Exclude<StatusName, 'known'>, number>>
  /** Failures. */
  readonly findings: Readonly<Record<SeverityName, number>>
  /** With a baseline: how many of its findings are still there, which count nowhere else, and how many are gone. */
  readonly baseline?: { readonly known: number; readonly gone: number }
}

export interface ContainerData {
  readonly name: string | null
  readonly type: 'container' | 'init' | 'ephemeral'
}

export interface ExceptionData {
  readonly id: string
  readonly reason: string
  readonly owner: string
  /** ISO 8601 date. */
  readonly expires: string
}

/** Input of which not all was judged. */
export interface TroubleData {
  /** A file with its line, or a kind of object. */
  readonly place: string
  readonly message: string
  /** `unread` is what a cluster did not give. */
  readonly kind: 'error' | 'unread'
}

export interface ChapterData {
  /** The folder of its controls. */
  readonly name: string
  readonly title: string
}

export interface ControlData {
  readonly id: string
  readonly title: string
  readonly severity: SeverityName
  /** Index of `chapters`; null for a control of the user's own. */
  readonly chapter: number | null
  readonly why: string
  readonly remedy: string
  /** What its fix costs, in a sentence; null where it has none. */
  readonly fix: string | null
  /** Objects that pass it. */
  readonly pass: number
}

export interface SkippedInput {
  /** A file, with the document. */
  readonly place: string
  readonly reason: string
}

/** Objects that findings are about. */
export interface ObjectColumns {
  /** Indexes of `texts`. */
  readonly apiVersion: readonly number[]
  readonly kind: readonly number[]
  readonly namespace: readonly number[]
  readonly name: readonly number[]
}

/** Positions in files. */
export interface PlaceColumns {
  /** Index of `texts`; 0 for live objects. */
  readonly file: readonly number[]
  /** From 0. */
  readonly document: readonly number[]
  /** From 1; 0 where there is none. */
  readonly line: readonly number[]
  readonly column: readonly number[]
  /** Index of `frames` from 1; 0 where nothing of the text can be shown. */
  readonly frame: readonly number[]
}

/** Lines of manifests around positions, without what may be secret. */
export interface FrameColumns {
  /** How many lines each has. */
  readonly length: readonly number[]
  /** Which of its lines is pointed at, from 0, and the column in it. */
  readonly pointed: readonly number[]
  readonly caret: readonly number[]
  /** All lines of all frames: the number, less that of the line before it in the frame, and the index of `texts`. */
  readonly step: readonly number[]
  readonly text: readonly number[]
}

/** One entry in each column for each finding. */
export interface FindingColumns {
  readonly count: number
  /** Index of `controls`. */
  readonly control: readonly number[]
  /** Index of `statuses`. */
  readonly status: readonly number[]
  readonly statuses: readonly StatusName[]
  /** Indexes of `objects` and `places`, less those of the finding before. */
  readonly objectStep: readonly number[]
  readonly placeStep: readonly number[]
  /** Index of `containers` from 1; 0 where none is meant. */
  readonly container: readonly number[]
  /** Indexes of `texts`: the message is what it begins with and the rest. */
  readonly path: readonly number[]
  readonly where: readonly number[]
  readonly message: readonly number[]
  readonly maps: readonly number[]
  readonly fails: readonly number[]
  /** Sixteen characters each, without separators. */
  readonly fingerprints: string
  /** Few have these: finding → index of `texts`, or of `exceptions`. */
  readonly reasons: readonly (readonly [finding: number, reason: number])[]
  readonly excepted: readonly (readonly [finding: number, exception: number])[]
}
