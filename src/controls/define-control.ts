import type { Control, ControlDefinition, ControlExample, Example, Rule } from './control.ts'

/** Takes a control as its file writes it: one rule in place becomes a list of one, examples lose their indentation. */
export function defineControl(definition: ControlDefinition): Control {
  const examples = examplesOf(definition.examples)
  if ('analyse' in definition) return { ...definition, examples, rules: [] }
  if ('rules' in definition) return { ...definition, examples, analyse: null }
  const { each, kinds, components, roles, types, require, at, message, ...facts } = definition
  const rule: Rule = {
    each,
    ...(kinds === undefined ? {} : { kinds }),
    ...(components === undefined ? {} : { components }),
    ...(roles === undefined ? {} : { roles }),
    ...(types === undefined ? {} : { types }),
    require,
    at,
    message
  }
  return { ...facts, examples, rules: [rule], analyse: null }
}

/** Made when they are asked for: a scan loads every control and reads no example. */
function examplesOf({ pass, fail, settings }: ControlDefinition['examples']): Control['examples'] {
  return {
    ...(settings === undefined ? {} : { settings }),
    get pass() {
      return pass.map(exampleOf)
    },
    get fail() {
      return fail.map(exampleOf)
    }
  }
}

function exampleOf(example: Example): ControlExample {
  return typeof example === 'string'
    ? { version: null, manifest: dedent(example) }
    : { version: example.version, manifest: dedent(example.manifest) }
}

/** Removes the first line break and the indentation that all lines share, so that examples can be indented like code. */
function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const shared = Math.min(...indents)
  return `${lines.map((line) => line.slice(shared)).join('\n')}\n`
}
