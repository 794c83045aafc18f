import type { Macro } from '../declarations.ts'

/** Finds macros by how a call looks. Later declarations replace earlier ones of the same form. */
export class MacroTable {
  readonly #macros = new Map<string, Macro>()

  constructor(macros: Iterable<Macro>) {
    for (const macro of macros) this.#macros.set(key(macro.name, macro.arity, macro.member), macro)
  }

  find(name: string, arity: number, member: boolean): Macro | undefined {
    return this.#macros.get(key(name, arity, member))
  }
}

function key(name: string, arity: number, member: boolean): string {
  return `${member ? '.' : ''}${name}/${arity}`
}
