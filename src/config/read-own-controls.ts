import type { Control, ControlDefinition } from '../controls/control.ts'
import { controlProblems } from '../controls/control-problems.ts'
import { defineControl } from '../controls/define-control.ts'
import { frameworks } from '../controls/frameworks/frameworks.ts'
import type { Path } from '../estate/path.ts'
import { locateAll } from '../yaml/locate.ts'
import { parseYaml, type YamlDocument } from '../yaml/parse.ts'
import { controlShape } from './control-shape.ts'
import type { ConfigProblem } from './read-config.ts'
import { type ShapeProblem, shapeProblems } from './shape-problems.ts'

/** The controls of a file, and what is wrong with it. */
export interface OwnControls {
  readonly controls: readonly Control[]
  readonly problems: readonly ConfigProblem[]
}

/**
 * Reads the text of a file with controls of a user's own, one in each document. A problem with a rule shows the place in
 * the rule with a caret; the position is that of the rule in the file.
 */
export function readOwnControls(text: string): OwnControls {
  const controls: Control[] = []
  const problems: ConfigProblem[] = []
  for (const document of parseYaml(text)) {
    if (document.problems.length > 0) problems.push(...document.problems)
    else if (document.value !== undefined && document.value !== null) readControl(text, document, controls, problems)
  }
  return { controls, problems }
}

function readControl(text: string, document: YamlDocument, controls: Control[], problems: ConfigProblem[]): void {
  const found = shapeProblems(document.value, controlShape)
  if (found.length === 0) {
    // The shape proves what the cast says, but for the items of frameworks and the rule, which are looked at below.
    const written = document.value as Omit<ControlDefinition, 'why' | 'remedy' | 'maps' | 'rtf'>
    const control = { ...defineControl({ ...defaults, ...written } as ControlDefinition), own: true }
    found.push(...ruleProblems(control), ...mapProblems(control))
    if (found.length === 0) controls.push(control)
  }
  const positions = locateAll(
    text,
    document,
    found.map(({ path }) => path)
  )
  found.forEach(({ message }, index) => {
    const { line = 1, column = 1 } = positions[index] ?? {}
    problems.push({ line, column, message })
  })
}

const defaults = {
  why: 'A rule of your own.',
  remedy: 'See who wrote the control.',
  maps: {},
  rtf: 'not-exposed'
} as const

function ruleProblems(control: Control): ShapeProblem[] {
  return controlProblems(control).map((message) => ({ path: placeOf(message), message }))
}

/** Problems with a path name it first; all others are about the rule. */
function placeOf(message: string): Path {
  if (/^\S*: there is no field|is neither a list nor a map/.test(message)) return ['at']
  return message.startsWith('there is no kind') || message.includes('names its kinds') ? ['kinds'] : ['require']
}

function mapProblems({ maps }: Control): ShapeProblem[] {
  return Object.entries(maps).flatMap(([name, items]) => {
    const framework = frameworks.find((candidate) => candidate.name === name)
    if (framework === undefined || !Array.isArray(items)) return []
    const versions = framework.versions.length === 0 ? [''] : framework.versions
    const known = new Set(versions.flatMap((version) => framework.items(version)).map(({ id }) => id))
    return items.flatMap((item: string, index) =>
      known.has(item) ? [] : [{ path: ['maps', name, index], message: `${name} has no item "${item}"` }]
    )
  })
}
