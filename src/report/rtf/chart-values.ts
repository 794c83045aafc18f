/** Something wrong in values of the agent's chart, and where. */
export interface ChartValuesRemark {
  readonly file: string
  readonly line: number
  readonly column: number
  /** The key. */
  readonly path: string
  readonly message: string
}
