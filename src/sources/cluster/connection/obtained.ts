/** Credentials that were asked for, of a plug-in or an identity provider. */
export interface Obtained {
  readonly token: string | null
  /** PEM. */
  readonly certificate: string | null
  readonly key: string | null
  /** In milliseconds since 1970; null where it does not expire. */
  readonly expires: number | null
}
