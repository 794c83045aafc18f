/** Collects the statements of a generated function, and what it needs from outside. */
export class CodeWriter {
  #lines: string[] = []
  readonly #temporaries: string[] = []
  /** JavaScript to the name of the constant that holds it. */
  readonly #constants = new Map<string, string>()
  readonly #core = new Set<string>()
  #names = 0

  line(text: string): void {
    this.#lines.push(text)
  }

  lines(texts: readonly string[]): void {
    this.#lines.push(...texts)
  }

  /** Runs `write` and gives what it wrote apart from the rest. */
  capture<T>(write: () => T): { result: T; lines: readonly string[] } {
    const outer = this.#lines
    this.#lines = []
    const result = write()
    const lines = this.#lines
    this.#lines = outer
    return { result, lines }
  }

  /** A variable of the whole function. */
  temporary(): string {
    const name = this.name('t')
    this.#temporaries.push(name)
    return name
  }

  /** A name that nothing else has. */
  name(prefix: string): string {
    return `${prefix}${++this.#names}`
  }

  /** A function or class of the runtime, by its export's name. */
  core(name: string): string {
    this.#core.add(name)
    return name
  }

  /** A value that is made once, when the function is linked. Equal JavaScript gives the same constant. */
  constant(js: string): string {
    const known = this.#constants.get(js)
    if (known !== undefined) return known
    const name = this.name('k')
    this.#constants.set(js, name)
    return name
  }

  get written(): readonly string[] {
    return this.#lines
  }

  /** What the function needs before it runs, as statements. */
  preamble(): string[] {
    const core = [...this.#core].toSorted()
    const constants = Array.from(this.#constants, ([js, name]) => `const ${name} = ${js}`)
    return core.length === 0 ? constants : [`const { ${core.join(', ')} } = core`, ...constants]
  }

  temporaries(): string[] {
    return this.#temporaries.length === 0 ? [] : [`let ${this.#temporaries.join(', ')}`]
  }

  coreNames(): string[] {
    return [...this.#core].toSorted()
  }
}
