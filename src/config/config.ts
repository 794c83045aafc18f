import type { Severity } from '../controls/control.ts'
import type { EvidenceRecord } from '../controls/frameworks/evidence.ts'
import type { StatedImage } from '../estate/stated-image.ts'
import type { ConfiguredWorkload } from '../estate/workload-kinds.ts'
import type { ConfiguredException } from '../exceptions/granted.ts'
import type { RtfSettings } from '../rtf/facts/overrides.ts'

/** Which severities end a scan with exit code 1: the named one and above, or none. */
export const failOnLevels = ['critical', 'high', 'medium', 'low', 'none'] as const
export type FailOn = (typeof failOnLevels)[number]

/** What `bulwark.yaml` says. Every key may be absent; the command line beats what is there. */
export interface Config {
  readonly frameworks?: readonly string[]
  /** Such as `1.34`. */
  readonly kubeVersion?: string
  readonly failOn?: FailOn
  /** Who operates the control plane, by the name of a profile. */
  readonly profile?: string
  readonly exclude?: readonly string[]
  /** Files and folders with the user's own controls, from the folder of the configuration. */
  readonly controls?: readonly string[]
  /** Control id → the severity to use instead of its own. */
  readonly severities?: Readonly<Record<string, Severity>>
  /** Registries and repositories whose images may run. */
  readonly trustedRegistries?: readonly string[]
  /** What the user's own images need. */
  readonly images?: readonly StatedImage[]
  readonly workloads?: readonly ConfiguredWorkload[]
  /** What the user knows better of Runtime Fabric than its documentation. */
  readonly rtf?: RtfSettings
  /** What is tolerated, by whom, why and until when. */
  readonly exceptions?: readonly ConfiguredException[]
  /** Answers to what no object can show. */
  readonly evidence?: readonly EvidenceRecord[]
}
