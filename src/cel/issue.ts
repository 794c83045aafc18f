/** What is wrong with an expression before it is evaluated. */
export interface Issue {
  readonly stage: 'parse' | 'check'
  /** In cel-go's words as far as it has them. */
  readonly message: string
  /** A likely correction, as the name alone. */
  readonly suggestion?: string
  /** In code points from the start of the expression. */
  readonly offset: number
}

/** Whether a macro's or parser's result is an issue rather than an expression. */
export function isIssue(value: object): value is Issue {
  return 'stage' in value && 'message' in value
}
