import type { FindingSink, ScanResult } from '../scan/scan.ts'

/** A report in the making: it takes findings as they come, and is written when there are no more. */
export interface Report extends FindingSink {
  /**
   * The whole report, in parts to be written one after the other; a part of bytes holds until the next one is asked for.
   * @param frameworks The selected ones, with versions.
   * @param exitCode What the command will end with.
   */
  finish(frameworks: readonly string[], result: ScanResult, exitCode: number): Iterable<string | Uint8Array>
  /** What the user has to know of the written report itself, such as that a reader's limit made it incomplete. */
  notes?(): readonly string[]
}
