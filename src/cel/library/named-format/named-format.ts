import { CelOpaque } from '../../values.ts'

/** A named format of strings: what `format.dns1123Label()` gives. */
export class NamedFormat extends CelOpaque {
  readonly typeName = 'kubernetes.NamedFormat'
  readonly name: string
  /** What is wrong with a text, in the API server's words; nothing for a valid one. */
  readonly faultsOf: (text: string) => readonly string[]

  constructor(name: string, faultsOf: (text: string) => readonly string[]) {
    super()
    this.name = name
    this.faultsOf = faultsOf
  }

  override equals(other: CelOpaque): boolean {
    return other instanceof NamedFormat && other.name === this.name
  }

  override toString(): string {
    return this.name
  }
}
