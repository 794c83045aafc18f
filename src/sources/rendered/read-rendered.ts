import { type Fault, type Gathered, gatherResources } from '../../estate/gather.ts'
import type { Origin, Resource } from '../../estate/resource.ts'
import type { YamlDocument } from '../../yaml/document.ts'
import { parseYaml } from '../../yaml/parse.ts'
import { shapeFaults } from '../shape.ts'
import { bareUnit, type InputError, type Locate, type SourceUnit } from '../unit.ts'
import type { SourceText } from './source-text.ts'
import { renderedFault, renderedProblem } from './trouble.ts'

/** Finds what rendered objects were made from. */
export interface Tracer {
  /** Where an object was written; null where it has been reported already. */
  readonly originOf: (rendered: Resource, text: string, document: YamlDocument) => Origin | null
  readonly locate: Locate
  /** The text that a document was rendered from, or what stands for it. */
  readonly sourceOf: (text: string, document: YamlDocument) => SourceText
}

/**
 * Reads what a tool rendered. Each object's origin is the file that it was written in, and its faults are reported there.
 * @param folder What was rendered, as the user would name it.
 * @param files How many files that took.
 */
export function readRendered(folder: string, files: number, text: string, tracer: Tracer): SourceUnit {
  const documents = parseYaml(text)
  const resources: Resource[] = []
  const errors: InputError[] = []
  for (const document of documents) {
    const gathered: Gathered = { resources: [], faults: [] }
    gatherResources(document.value, { file: folder, document: document.index, prefix: [] }, gathered)
    if (document.problems.length > 0 || gathered.faults.length > 0) {
      const source = tracer.sourceOf(text, document)
      for (const problem of document.problems) errors.push(renderedProblem(source, problem))
      for (const fault of gathered.faults) errors.push(renderedFault(source, fault))
    }
    for (const rendered of gathered.resources) {
      const origin = tracer.originOf(rendered, text, document)
      if (origin === null) continue
      const resource = { ...rendered, origin }
      resources.push(resource)
      errors.push(...faultsOf(rendered, resource, tracer))
    }
  }
  return bareUnit(folder, { files, text, documents, resources, errors: withoutRepeats(errors), locate: tracer.locate })
}

/** A loop in a template makes one fault many times. */
function withoutRepeats(errors: readonly InputError[]): InputError[] {
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()]
}

function faultsOf(rendered: Resource, resource: Resource, tracer: Tracer): InputError[] {
  const faults: Fault[] = []
  shapeFaults(rendered, faults)
  if (faults.length === 0) return []
  const skip = rendered.origin.prefix.length
  const positions = tracer.locate(
    resource,
    faults.map(({ path }) => path.slice(skip))
  )
  return faults.flatMap(({ message }, index) => {
    const position = positions[index]
    return position === undefined || position === null
      ? []
      : [{ file: position.file, line: position.line, column: position.column, message }]
  })
}
