import type { FixGrade } from '../controls/control.ts'
import type { PodView } from '../estate/workload.ts'
import type { ImageFacts } from './images/facts.ts'

/** Amounts by the name of the resource, such as `cpu`. */
export type Amounts = Readonly<Record<string, string>>

/** A folder that a container writes. */
export interface WritableChoice {
  /** Null for every container. */
  readonly container: string | null
  /** Absolute; null says that the container writes nowhere. */
  readonly path: string | null
}

/** What only the user can say. */
export interface Choices {
  readonly user: number | null
  readonly group: number | null
  readonly writable: readonly WritableChoice[]
  readonly requests: Amounts
  readonly limits: Amounts
}

/** What repairs know besides the object. */
export interface Knowledge {
  readonly choices: Choices
  /** The most that the user takes. */
  readonly ceiling: FixGrade
  /** Null where nothing is known about the image. */
  imageFacts(image: string): ImageFacts | null
  /** Whether the service account of a pod was read, so that what is bound to it was most likely read, too. */
  isAccountRead(pod: PodView): boolean
}

export const noChoices: Choices = { user: null, group: null, writable: [], requests: {}, limits: {} }
