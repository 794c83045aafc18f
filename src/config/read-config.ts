import { type Registry, registry } from '../controls/registry.ts'
import { isMapping } from '../estate/mapping.ts'
import { statedImageProblems } from '../estate/stated-image.ts'
import { workloadPathProblem } from '../estate/workload-kinds.ts'
import { exceptionProblems } from '../exceptions/granted.ts'
import { locateAll } from '../yaml/locate.ts'
import { parseYaml, type YamlProblem } from '../yaml/parse.ts'
import type { Config } from './config.ts'
import { evidenceProblems } from './evidence-problems.ts'
import { configShape } from './keys.ts'
import { nameProblems } from './name-problems.ts'
import { type ShapeProblem, shapeProblems } from './shape-problems.ts'

export interface ConfigProblem {
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly message: string
}

/**
 * Reads the text of a `bulwark.yaml`. An empty one is no problem: everything has a default.
 * @param controls The controls that there are, the user's own among them.
 */
export function readConfig(
  text: string,
  controls: Registry = registry
): { config: Config } | { problems: readonly ConfigProblem[] } {
  const documents = parseYaml(text)
  const syntax = documents.flatMap(({ problems }) => problems)
  if (syntax.length > 0) return { problems: syntax.map(withoutKubectl) }
  const filled = documents.filter(({ value }) => value !== undefined && value !== null)
  const [document, second] = filled
  if (document === undefined) return { config: {} }
  if (second !== undefined) {
    return { problems: [{ line: lineAt(text, second.start), column: 1, message: 'a bulwark.yaml is one document' }] }
  }
  const { value } = document
  const found = shapeProblems(value, configShape)
  if (found.length === 0) {
    const config = value as Config
    found.push(...nameProblems(config, controls), ...workloadProblems(config))
    found.push(...wrongExceptions(config), ...evidenceProblems(config), ...wrongImages(config))
  }
  // The cast is proven by the shape, which the tests hold against the interface.
  if (found.length === 0) return { config: value as Config }
  const positions = locateAll(
    text,
    document,
    found.map(({ path }) => path)
  )
  return {
    problems: found.map(({ message }, index) => {
      const { line = 1, column = 1 } = positions[index] ?? {}
      return { line, column, message }
    })
  }
}

/** Where a configuration says that the user's own controls are; nowhere where it cannot be read. */
export function ownControlPaths(text: string): readonly string[] {
  const value = parseYaml(text).find((document) => isMapping(document.value))?.value
  const paths: unknown = isMapping(value) ? value.controls : undefined
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : []
}

/** What kubectl makes of a key that stands twice is no matter here. */
function withoutKubectl({ kind, line, column, message, related }: YamlProblem): ConfigProblem {
  if (kind !== 'duplicate-key' || related === undefined) return { line, column, message }
  return { line, column, message: `this key stands on line ${related.line} already` }
}

function wrongExceptions({ exceptions = [] }: Config): ShapeProblem[] {
  return exceptions.flatMap((exception, index) =>
    exceptionProblems(exception).map(({ path, message }) => ({ path: ['exceptions', index, ...path], message }))
  )
}

function wrongImages({ images = [] }: Config): ShapeProblem[] {
  return images.flatMap((image, index) =>
    statedImageProblems(image).map(({ path, message }) => ({ path: ['images', index, ...path], message }))
  )
}

function workloadProblems({ workloads = [] }: Config): ShapeProblem[] {
  return workloads.flatMap(({ path }, index) => {
    const message = workloadPathProblem(path)
    return message === null ? [] : [{ path: ['workloads', index, 'path'], message }]
  })
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
