import type { FunctionDeclaration, Library, Overload } from './declarations.ts'
import { optionalMacros } from './macros/optional-macros.ts'
import { standardMacros } from './macros/standard-macros.ts'
import { standardLibraries } from './standard/standard-libraries.ts'
import { MacroTable } from './syntax/macro-table.ts'
import { objectType, type Type, type TypeProvider, typeOfType } from './type.ts'
import { typeNameOfType } from './type-name.ts'

/** What an expression can refer to. Made by {@link createEnvironment}; never changes. */
export interface Environment {
  readonly variables: ReadonlyMap<string, Type>
  readonly functions: ReadonlyMap<string, DeclaredFunction>
  readonly macros: MacroTable
  readonly types: TypeProvider
  /** Whether list and map literals must not mix types. */
  readonly homogeneousLiterals: boolean
  /** Variables whose values are results of expressions: they may hold what plain data cannot, such as a uint. */
  readonly computed: ReadonlySet<string>
  /** The type that an identifier such as `int` or `net.IP` names, as the type of that type value. */
  typeNamed(name: string): Type | undefined
}

/** A function with the overloads of all libraries, in the order in which they are tried. */
export type DeclaredFunction = Omit<FunctionDeclaration, 'overloads'> & { readonly overloads: readonly Overload[] }

export interface EnvironmentOptions {
  /** Names may be qualified: `authorizer.requestResource`. */
  readonly variables?: Readonly<Record<string, Type>>
  /** Names of variables whose values are results of expressions; all others hold plain data. */
  readonly computed?: readonly string[]
  /** False where list and map literals may mix types. The API server wants them of one type. */
  readonly homogeneousLiterals?: boolean
  readonly types?: TypeProvider
  /** Besides the standard ones: what the CEL specification defines, and optionals. */
  readonly libraries?: readonly Library[]
}

const noTypes: TypeProvider = { has: () => false, field: () => undefined, fieldNames: () => [] }

/**
 * The world of an expression: variables with types, object types, functions.
 *
 * @throws Error where two libraries declare the same overload id: a fault of the program, not of a user.
 */
export function createEnvironment(options: EnvironmentOptions = {}): Environment {
  const { variables = {}, types = noTypes, libraries = [], computed = [], homogeneousLiterals = true } = options
  const all = [...standardLibraries, ...libraries]
  const named = new Map<string, Type>()
  for (const library of all) for (const type of library.types ?? []) named.set(typeNameOfType(type), typeOfType(type))
  return {
    variables: new Map(Object.entries(variables)),
    functions: mergeFunctions(all),
    macros: new MacroTable([...standardMacros, ...optionalMacros, ...all.flatMap((library) => library.macros ?? [])]),
    types,
    homogeneousLiterals,
    computed: new Set(computed),
    typeNamed: (name) => named.get(name) ?? (types.has(name) ? typeOfType(objectType(name)) : undefined)
  }
}

function mergeFunctions(libraries: readonly Library[]): Map<string, DeclaredFunction> {
  const functions = new Map<string, DeclaredFunction>()
  const ids = new Set<string>()
  for (const declared of libraries.flatMap((library) => library.functions ?? [])) {
    for (const { id } of declared.overloads) {
      if (ids.has(id)) throw new Error(`overload ${id} of ${declared.name} is declared twice`)
      ids.add(id)
    }
    const known = functions.get(declared.name)
    functions.set(declared.name, known === undefined ? declared : merge(known, declared))
  }
  return functions
}

function merge(known: DeclaredFunction, added: FunctionDeclaration): DeclaredFunction {
  return { ...known, ...added, selfDispatching: false, overloads: [...known.overloads, ...added.overloads] }
}
