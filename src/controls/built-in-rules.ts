import type { Core } from '../cel/compile/core.ts'
import type { Linker } from '../cel/compile/linker.ts'
import type { FunctionDeclaration } from '../cel/declarations.ts'
import type { RuleProgram } from './compile-rule.ts'

/** A rule compiled beforehand, waiting for what it calls. */
export type PrecompiledRule = (core: Core, link: Linker) => RuleProgram

/**
 * The rules of Bulwark's own controls as functions, by rule key. The bundle has this module written anew with all of
 * them, so that a scan needs no parser, checker or compiler; run from its sources there are none.
 */
export const builtInRules: ReadonlyMap<string, PrecompiledRule> = new Map()

/** The functions that those rules call; of CEL's libraries the bundle loads only what declares these. */
export const builtInFunctions: readonly Pick<FunctionDeclaration, 'overloads'>[] = []
