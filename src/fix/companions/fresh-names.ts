import type { NamespaceContents } from './namespace-contents.ts'

/** Names for new objects of a kind that no other object of the namespace has. */
export class FreshNames {
  readonly #taken: Set<string | null>

  constructor({ resources }: NamespaceContents, kind: string) {
    this.#taken = new Set(resources.filter((resource) => resource.kind === kind).map(({ name }) => name))
  }

  /** The name, with a number where it is taken. */
  take(wanted: string): string {
    let name = wanted
    for (let number = 2; this.#taken.has(name); number++) name = `${wanted}-${number}`
    this.#taken.add(name)
    return name
  }
}
