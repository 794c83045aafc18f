import type { Overload } from '../declarations.ts'
import type { DeclaredFunction } from '../environment.ts'
import { dispatcher, hasTypes, type Implementation, implementationOf } from '../runtime/dispatch.ts'
import { noSuchOverload } from '../runtime/fault.ts'
import { CelError, type CelValue } from '../values.ts'

/** Finds the implementations that generated code calls. */
export interface Linker {
  /** For arguments that are known to have the overload's types. */
  overload(id: string): Implementation
  /** Chooses among overloads by the arguments. */
  dispatch(name: string, ids: readonly string[]): Implementation
  /** An overload made ready for a literal argument: a function of the others. */
  prepared(id: string, literal: CelValue): Implementation
  /** The same where the other arguments may have other types than the overload's. */
  guarded(id: string, literal: CelValue): Implementation
}

/** @param functions Asked for when the first function is looked up: few rules call one. */
export function createLinker(functions: () => Iterable<Pick<DeclaredFunction, 'overloads'>>): Linker {
  let overloads: ReadonlyMap<string, Overload> | undefined
  const find = (id: string): Overload => {
    overloads ??= overloadsById(functions())
    const overload = overloads.get(id)
    if (overload === undefined) throw new Error(`there is no overload ${id}`)
    return overload
  }
  return {
    overload: (id) => implementationOf(find(id)),
    dispatch: (name, ids) => dispatcher(name, ids.map(find)),
    prepared: (id, literal) => prepare(find(id), literal),
    guarded: (id, literal) => guard(find(id), literal)
  }
}

function overloadsById(functions: Iterable<Pick<DeclaredFunction, 'overloads'>>): Map<string, Overload> {
  const overloads = new Map<string, Overload>()
  for (const fn of functions) for (const overload of fn.overloads) overloads.set(overload.id, overload)
  return overloads
}

/** Makes sure of the arguments besides the literal. */
function guard(overload: Overload, literal: CelValue): Implementation {
  const ready = prepare(overload, literal)
  const others = overload.parameters.filter((_, index) => index !== overload.prepared?.argument)
  return (...args) => (hasTypes(args, others) ? ready(...args) : noSuchOverload())
}

/** Where the literal is bad, that shows at each evaluation, in the words that it has there. */
function prepare({ id, prepared, call }: Overload, literal: CelValue): Implementation {
  if (prepared === undefined) throw new Error(`the overload ${id} has no preparation`)
  try {
    return prepared.prepare(literal as never) as unknown as Implementation
  } catch (error) {
    if (!(error instanceof CelError)) throw error
    const whole = call as unknown as Implementation
    return (...rest) => whole(...rest.toSpliced(prepared.argument, 0, literal))
  }
}
