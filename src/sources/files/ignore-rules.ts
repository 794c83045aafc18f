import ignore, { type Ignore } from 'ignore'

/** Files with patterns of what not to read, weakest first: a later one overrides an earlier one of the same folder. */
export const ignoreFileNames = ['.gitignore', '.ignore', '.bulwarkignore'] as const

/** As Git does where file systems tell names apart by case. */
const options = { ignorecase: process.platform === 'darwin' || process.platform === 'win32' }

/**
 * The patterns in force in a folder: those of its own ignore files after those of every folder above, so that, as in
 * Git, the last pattern that matches decides. All are rewritten to be relative to one base folder.
 */
export class IgnoreRules {
  readonly #rules: Ignore

  private constructor(rules: Ignore) {
    this.#rules = rules
  }

  static empty(): IgnoreRules {
    return new IgnoreRules(ignore(options))
  }

  /** Patterns of the base folder itself. */
  static of(patterns: readonly string[]): IgnoreRules {
    return new IgnoreRules(ignore(options).add(patterns))
  }

  /**
   * With the text of an ignore file added.
   * @param folder From the base, with a closing slash; empty for the base.
   */
  extend(folder: string, text: string): IgnoreRules {
    const patterns = text.replace(/^\uFEFF/, '').split(/\r?\n/)
    const rules = ignore(options).add(this.#rules)
    return new IgnoreRules(rules.add(patterns.map((pattern) => rebase(pattern, folder))))
  }

  /** @param path From the base; a folder ends with a slash. */
  ignores(path: string): boolean {
    return this.#rules.ignores(path)
  }
}

/** A pattern with a slash before its end is tied to its folder; any other matches at every depth below. */
function rebase(pattern: string, folder: string): string {
  if (folder === '' || pattern.trim() === '' || pattern.startsWith('#')) return pattern
  const negated = pattern.startsWith('!')
  const body = negated ? pattern.slice(1) : pattern
  const anchored = body.replace(/\s+$/, '').slice(0, -1).includes('/')
  const rebased = `/${literal(folder)}${anchored ? '' : '**/'}${body.replace(/^\//, '')}`
  return negated ? `!${rebased}` : rebased
}

function literal(folder: string): string {
  return folder.replace(/[\\*?[\]! #]/g, '\\$&')
}
