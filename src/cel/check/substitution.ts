import { dynType, listType, mapType, opaqueType, type Type, typeOfType } from '../type.ts'

/** What the checker has found type parameters to be. */
export class Substitution {
  readonly #solved = new Map<string, Type>()
  /** What `add` replaced, newest last. */
  readonly #replaced: (readonly [name: string, before: Type | undefined])[] = []

  /** Runs `attempt`; where it gives false, what it has added is taken back. */
  try(attempt: () => boolean): boolean {
    const start = this.#replaced.length
    const accepted = attempt()
    if (!accepted) this.#undo(start)
    return accepted
  }

  #undo(start: number): void {
    for (const [name, before] of this.#replaced.splice(start).reverse()) {
      if (before === undefined) this.#solved.delete(name)
      else this.#solved.set(name, before)
    }
  }

  find(type: Type): Type | undefined {
    return type.kind === 'parameter' ? this.#solved.get(type.name) : undefined
  }

  add(parameter: Type, type: Type): void {
    if (parameter.kind !== 'parameter') return
    this.#replaced.push([parameter.name, this.#solved.get(parameter.name)])
    this.#solved.set(parameter.name, type)
  }

  /** The type with solved parameters filled in. Unsolved ones stay, or become dyn where `final`. */
  apply(type: Type, final = false): Type {
    switch (type.kind) {
      case 'parameter': {
        const solved = this.find(type)
        if (solved !== undefined) return this.apply(solved, final)
        return final ? dynType : type
      }
      case 'list':
        return listType(this.apply(type.element, final))
      case 'map':
        return mapType(this.apply(type.key, final), this.apply(type.value, final))
      case 'opaque':
        return opaqueType(type.name, ...type.parameters.map((parameter) => this.apply(parameter, final)))
      case 'type':
        return type.of === undefined ? type : typeOfType(this.apply(type.of, final))
      default:
        return type
    }
  }
}

/** The parameters of a type: a list's element, a map's key and value, and so on. */
export function partsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case 'list':
      return [type.element]
    case 'map':
      return [type.key, type.value]
    case 'opaque':
      return type.parameters
    case 'type':
      return type.of === undefined ? [] : [type.of]
    default:
      return []
  }
}

export function sameType(one: Type, other: Type): boolean {
  if (one.kind !== other.kind) return false
  if ('name' in one && 'name' in other && one.name !== other.name) return false
  const parts = partsOf(one)
  const otherParts = partsOf(other)
  return (
    parts.length === otherParts.length && parts.every((part, index) => sameType(part, otherParts[index] ?? dynType))
  )
}
