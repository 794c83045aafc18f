import type { Plugin } from 'esbuild'
import { ruleSource } from '../src/controls/compile-rule.ts'
import { registry } from '../src/controls/registry.ts'
import { ruleTexts } from '../src/controls/rule-at.ts'
import { ruleKey } from '../src/controls/rule-key.ts'

/** Writes `src/controls/built-in-rules.ts` anew for the bundle, with the JavaScript of every rule. */
export const builtInRulesPlugin: Plugin = {
  name: 'built-in-rules',
  setup(build) {
    build.onLoad({ filter: /[\\/]controls[\\/]built-in-rules\.ts$/ }, () => ({ contents: moduleText(), loader: 'js' }))
  }
}

function moduleText(): string {
  const rules = new Map<string, string>()
  for (const rule of registry.controls.flatMap((control) => control.rules)) {
    for (const text of ruleTexts(rule)) rules.set(ruleKey(rule, text), ruleSource(rule, text))
  }
  const entries = [...rules].map(([key, source]) => `[${JSON.stringify(key)}, (core, link) => {\n${source}\n}]`)
  return `export const builtInRules = new Map([\n${entries.join(',\n')}\n])\n`
}
