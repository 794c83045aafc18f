/** One option of a verb: parsed, shown in the help and completed from the same data. */
export interface OptionSpec {
  readonly name: string
  readonly short?: string
  /** What stands for the value in the help, such as `FILE`; absent for a switch. */
  readonly value?: string
  readonly repeatable?: boolean
  readonly summary: string
  /** What holds where it is not given. */
  readonly fallback?: string
  /** Values that completion offers. */
  readonly choices?: readonly string[]
}

/** Options as given, under their long names. */
export class Options {
  readonly #values: ReadonlyMap<string, readonly string[]>

  constructor(values: ReadonlyMap<string, readonly string[]>) {
    this.#values = values
  }

  /** True where the switch was given. */
  has(name: string): boolean {
    return this.#values.has(name)
  }

  /** The value given last, or undefined. */
  last(name: string): string | undefined {
    return this.#values.get(name)?.at(-1)
  }

  /** Every value, in order. */
  all(name: string): readonly string[] {
    return this.#values.get(name) ?? []
  }
}

/** One verb of the command line. */
export interface Verb {
  readonly name: string
  /** What follows the name in the usage line. */
  readonly usage: string
  /** What it does, in a sentence or a few. */
  readonly about: string
  readonly options: readonly OptionSpec[]
  /** What completion offers for operands; files where it is absent. */
  readonly operands?: readonly string[]
  /** Its operand is text that may begin with a dash. */
  readonly takesText?: true
  readonly examples: readonly { readonly command: string; readonly does: string }[]
  /**
   * Runs it and gives the exit code.
   * @throws UserError for a mistake that ends the command.
   */
  run(operands: readonly string[], options: Options): number | Promise<number>
}
