import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kubernetesTypes } from '../cel/kubernetes-types.ts'
import type { Control, Rule, VersionedRule } from './control.ts'
import { controlProblems } from './control-problems.ts'
import { registry } from './registry.ts'
import { ruleTexts } from './rule-at.ts'
import { selfTypes, typeAt } from './scope-types.ts'

for (const control of registry.controls) {
  test(`${control.id} does not load with any field name changed`, () => {
    for (const { mutant, change } of mutantsOf(control)) {
      assert.notDeepEqual(controlProblems(mutant), [], `${change} goes unnoticed`)
    }
  })
}

test('a changed field name is named, with the one that was meant', () => {
  const control = registry.find('privileged-container')
  assert.ok(control !== undefined)
  const [mutant] = mutantsOf(control)
  assert.match(
    controlProblems(mutant?.mutant ?? control).join('\n'),
    /securityContexts.*did you mean 'securityContext'/
  )
})

interface Mutant<Subject> {
  readonly mutant: Subject
  readonly change: string
}

function mutantsOf(control: Control): Mutant<Control>[] {
  return control.rules.flatMap((rule, index) =>
    [...textMutants(rule), ...atMutants(rule), ...listMutants(rule)].map(({ mutant, change }) => ({
      mutant: { ...control, rules: control.rules.with(index, mutant) },
      change
    }))
  )
}

/** Each field name of each text, one at a time. */
function textMutants(rule: Rule): Mutant<Rule>[] {
  return [...new Set(ruleTexts(rule))].flatMap((text) =>
    fieldEndsIn(text).map((end) => {
      const change = `${text.slice(0, end)}s${text.slice(end)}`
      return { mutant: { ...rule, require: replaced(rule.require, text, change) }, change }
    })
  )
}

/** Where names after a dot end that are neither called nor part of a string. */
function fieldEndsIn(text: string): number[] {
  const withoutStrings = text.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, (string) => ' '.repeat(string.length))
  return Array.from(withoutStrings.matchAll(/\.\??[A-Za-z_]\w*(?!\w|\s*\()/g), (match) => match.index + match[0].length)
}

function replaced(require: Rule['require'], text: string, mutant: string): string | VersionedRule[] {
  if (typeof require === 'string') return mutant
  return require.map((versioned) => (versioned.rule === text ? { ...versioned, rule: mutant } : versioned))
}

/** Each step of the path that a finding points to. Keys of maps are free, so nobody can tell a wrong one. */
function atMutants(rule: Rule): Mutant<Rule>[] {
  const steps = rule.at === '' ? [] : rule.at.split('.')
  return steps.flatMap((step, index) => {
    if (isBelowMap(rule, steps.slice(0, index).join('.'))) return []
    const at = steps.with(index, `${step}s`).join('.')
    return [{ mutant: { ...rule, at }, change: `at ${at}` }]
  })
}

function isBelowMap(rule: Rule, parent: string): boolean {
  const selves = selfTypes(rule, kubernetesTypes)
  assert.ok(!('problem' in selves))
  const type = typeAt(selves[0], parent, kubernetesTypes)
  return !('problem' in type) && type.kind === 'map'
}

function listMutants(rule: Rule): Mutant<Rule>[] {
  const { each } = rule
  if (typeof each === 'string') return []
  const steps = each.list.split('.')
  return steps.map((step, index) => {
    const list = steps.with(index, `${step}s`).join('.')
    return { mutant: { ...rule, each: { ...each, list } }, change: `list ${list}` }
  })
}
