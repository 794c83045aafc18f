import type { Checked } from '../check/checked.ts'
import type { CelError, CelValue } from '../values.ts'
import { core } from './core.ts'
import { makers } from './generate.ts'
import { Generation } from './generation.ts'
import { createLinker, type Linker } from './linker.ts'

/** A compiled expression. It gives the value, or a CelError where evaluation fails; it does not throw. */
export type Program = (bindings: Readonly<Record<string, CelValue>>) => CelValue | CelError

/** An expression as JavaScript, to be linked now or in a bundle. */
export interface CompiledSource {
  /** The body of a function with the parameters `core` and `link` that returns the {@link Program}. */
  readonly source: string
  /** What it takes from `core`. */
  readonly imports: readonly string[]
}

/** The JavaScript of an expression. */
export function compileToSource(checked: Checked): CompiledSource {
  const generation = new Generation(checked, makers)
  const { code } = generation
  const result = generation.value(checked.expression)
  const caught = code.core('caught')
  const lines = [
    ...inputs(generation),
    ...code.temporaries(),
    'let at',
    'try {',
    ...code.written,
    `return ${result.js}`,
    `} catch (thrown) { return ${caught}(thrown, at) }`
  ]
  const body = ['return function (bindings) {', ...lines, '}']
  return { source: [...code.preamble(), ...body].join('\n'), imports: code.coreNames() }
}

/** Reads the variables in use. The value of each must be bound. */
function inputs({ code, variables }: Generation): string[] {
  return Array.from(variables).flatMap(([name, js]) => {
    const missing = `return ${code.core('unbound')}(${JSON.stringify(name)})`
    return [`const ${js} = bindings[${JSON.stringify(name)}]`, `if (${js} === undefined) ${missing}`]
  })
}

/** Makes a checked expression ready to be evaluated. */
export function compile(checked: Checked): Program {
  return link(
    compileToSource(checked).source,
    createLinker(() => checked.environment.functions.values())
  )
}

/** Makes the program from its JavaScript, which must come from {@link compileToSource}. */
export function link(source: string, linker: Linker): Program {
  return new Function('core', 'link', `'use strict'\n${source}`)(core, linker)
}
