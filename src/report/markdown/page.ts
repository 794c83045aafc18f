/** GitHub takes no more in a comment; GitLab takes more. */
export const longestComment = 65_536

/** A text of limited length, in UTF-16 units: of what does not fit, nothing is begun. */
export class Page {
  readonly #longest: number
  #text = ''

  constructor(longest: number) {
    this.#longest = longest
  }

  get text(): string {
    return this.#text
  }

  /**
   * Adds a text where it fits, with room for what has to follow it.
   * @param reserved How long that is.
   */
  add(text: string, reserved = 0): boolean {
    if (this.#text.length + text.length + reserved > this.#longest) return false
    this.#text += text
    return true
  }
}
