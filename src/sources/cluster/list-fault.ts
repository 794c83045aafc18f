import type { ApiAnswer } from './connection/api-client.ts'

/** Why a kind could not be read to its end. Caught inside `sources/cluster`. */
export class ListFault extends Error {
  override readonly name = 'ListFault'
  /** True where the account lacks the right, which is nobody's mistake. */
  readonly forbidden: boolean

  constructor(message: string, forbidden: boolean) {
    super(message)
    this.forbidden = forbidden
  }
}

/** What the API server said instead of giving objects. */
export function refusal({ status, message }: ApiAnswer & { readonly message: string }): ListFault {
  return new ListFault(`the API server refuses: ${message}`, status === 403)
}
