/**
 * Why there is no answer:
 * - `credentials`: they could not be had or used
 * - `unreachable`: no connection came about
 * - `untrusted`: the server could not prove who it is
 * - `silent`: it did not answer in time
 * - `broken`: the connection ended before the answer did
 * - `garbled`: the answer is none of the Kubernetes API
 * - `oversized`: the answer is larger than memory should hold
 */
export type FaultKind = 'credentials' | 'unreachable' | 'untrusted' | 'silent' | 'broken' | 'garbled' | 'oversized'

/** A request without an answer. The message is for the user. Caught inside `sources/cluster`. */
export class ConnectionFault extends Error {
  override readonly name = 'ConnectionFault'
  readonly kind: FaultKind

  constructor(kind: FaultKind, message: string) {
    super(message)
    this.kind = kind
  }
}

/** Another try may have an answer. */
export function isPassing({ kind }: ConnectionFault): boolean {
  return kind === 'unreachable' || kind === 'silent' || kind === 'broken'
}
