import type { FixGrade, Severity } from '../controls/control.ts'

export type FindingStatus = 'fail' | 'unknown' | 'excepted' | 'pass'

/** Which object a finding is about; namespace and name are null where the manifest has none. */
export interface ResourceIdentity {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace: string | null
  readonly name: string | null
}

export interface ContainerIdentity {
  readonly name: string | null
  readonly type: 'container' | 'init' | 'ephemeral'
}

/** Why and until when a finding is tolerated. */
export interface AppliedException {
  readonly id: string
  readonly reason: string
  readonly owner: string
  /** ISO 8601 date. */
  readonly expires: string
}

/** One offending item (container, volume, capability …) of one object, as every report shows it. */
export interface Finding {
  readonly control: string
  readonly severity: Severity
  readonly status: FindingStatus
  /** Why the verdict is unknown; null for any other. */
  readonly reason: string | null
  readonly resource: ResourceIdentity
  readonly container: ContainerIdentity | null
  /** As the user named it; `-` for stdin, null for live objects. */
  readonly file: string | null
  /** The document in the file, from 0; null for live objects. */
  readonly document: number | null
  /** From 1; null for live objects. */
  readonly line: number | null
  readonly column: number | null
  /** `exact`: the position is the field's value; `parent`: the nearest ancestor that is there. */
  readonly located: 'exact' | 'parent' | null
  /** The field required, present or not; for a List it begins with `items[N].`. */
  readonly path: string
  readonly message: string
  /** What the message begins with, most times: `container "app"`, `volume "data"` or `pod`. Not a field of reports. */
  readonly where: string
  readonly fix: FixGrade | null
  /** Hash of control, resource identity and item identity: stable when lines move. */
  readonly fingerprint: string
  readonly maps: Readonly<Record<string, readonly string[]>>
  /** The selected frameworks that this finding fails. */
  readonly fails: readonly string[]
  readonly exception: AppliedException | null
  /** It was there when the baseline was recorded, so it does not count. Absent where there is no baseline. */
  readonly baseline?: boolean
}
