/** How the parser leaves off at the first fault; `parse` turns it into an issue. */
export class SyntaxFault {
  readonly message: string
  /** UTF-16 index in the text. */
  readonly index: number
  constructor(message: string, index: number) {
    this.message = message
    this.index = index
  }
}
