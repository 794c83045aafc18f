import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import type { FunctionDeclaration, Library } from '../src/cel/declarations.ts'
import { ruleSource } from '../src/controls/compile-rule.ts'
import { conditionPlaces } from '../src/controls/fix-condition.ts'
import { registry } from '../src/controls/registry.ts'
import { ruleTexts } from '../src/controls/rule-at.ts'
import { ruleKey } from '../src/controls/rule-key.ts'

const sources = join(import.meta.dirname, '../src')

/** Writes `src/controls/built-in-rules.ts` anew for the bundle, with the JavaScript of every rule. */
export const builtInRulesPlugin: Plugin = {
  name: 'built-in-rules',
  setup(build) {
    build.onLoad({ filter: /[\\/]controls[\\/]built-in-rules\.ts$/ }, async () => ({
      contents: await moduleText(),
      loader: 'js'
    }))
  }
}

async function moduleText(): Promise<string> {
  const rules = new Map<string, string>()
  for (const rule of registry.controls.flatMap((control) => control.rules)) {
    for (const text of ruleTexts(rule)) rules.set(ruleKey(rule, text), ruleSource(rule, text))
  }
  for (const control of registry.controls) {
    const text = control.fix?.safeWhen?.rule
    if (text === undefined) continue
    for (const place of conditionPlaces(control)) rules.set(ruleKey(place, text), ruleSource(place, text))
  }
  const entries = [...rules].map(([key, source]) => `[${JSON.stringify(key)}, (core, link) => {\n${source}\n}]`)
  const functions = await functionsFor([...rules.values()].join('\n'))
  return `${functions}export const builtInRules = new Map([\n${entries.join(',\n')}\n])\n`
}

/**
 * The functions that the rules call, with as few of CEL's libraries as declare them all: loading every library takes a
 * tenth of the time that a scan of one file takes.
 */
async function functionsFor(rules: string): Promise<string> {
  // Where the type is only known when the rule runs, the function's name stands before its overloads.
  const missing = new Set(rules.match(/(?<=\blink\b.*")(?<!\bdispatch\(")\w+(?=")/g))
  const imports: string[] = []
  const lists: string[] = []
  for (const file of globSync(['cel/standard/*.ts', 'cel/library/**/*-library.ts'], { cwd: sources }).sort()) {
    const path = join(sources, file)
    for (const [name, declared] of Object.entries(await import(path))) {
      const overloads = functionsOf(declared).flatMap((fn) => fn.overloads)
      const found = overloads.filter(({ id }) => missing.delete(id))
      if (found.length === 0) continue
      imports.push(`import { ${name} } from ${JSON.stringify(path)}\n`)
      lists.push(Array.isArray(declared) ? `...${name}` : `...${name}.functions`)
    }
  }
  if (missing.size > 0) throw new Error(`no library of CEL declares ${[...missing].join(', ')}`)
  return `${imports.join('')}export const builtInFunctions = [${lists.join(', ')}]\n`
}

/** What a module exports may be a list of functions, a library, or something else. */
function functionsOf(declared: unknown): readonly Pick<FunctionDeclaration, 'overloads'>[] {
  if (Array.isArray(declared)) return declared.filter(isFunction)
  return isLibrary(declared) ? (declared.functions ?? []) : []
}

function isFunction(value: unknown): value is FunctionDeclaration {
  return typeof value === 'object' && value !== null && 'overloads' in value && Array.isArray(value.overloads)
}

function isLibrary(value: unknown): value is Library {
  return typeof value === 'object' && value !== null && 'name' in value && 'functions' in value
}
