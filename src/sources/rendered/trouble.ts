import { type Fault, type Gathered, gatherResources } from '../../estate/gather.ts'
import { locateAll } from '../../yaml/locate.ts'
import type { YamlProblem } from '../../yaml/problem.ts'
import type { InputError } from '../unit.ts'
import type { SourceText } from './source-text.ts'

/** What is wrong with rendered text, told where the text that it was rendered from has the same fault. */
export function renderedProblem(source: SourceText, problem: YamlProblem): InputError {
  const { file, documents } = source
  const all = documents.flatMap(({ problems }) => problems)
  const same = all.find(({ kind, message }) => kind === problem.kind && isSame(message, problem.message))
  if (same !== undefined) return { file, line: same.line, column: same.column, message: same.message }
  const message = `what was rendered from this is not valid (line ${problem.line} of all that was rendered): ${problem.message}`
  return { file, line: null, column: null, message }
}

/** The same for an object that is none. */
export function renderedFault(source: SourceText, { message }: Fault): InputError {
  const { file, text, documents } = source
  for (const document of documents) {
    const gathered: Gathered = { resources: [], faults: [] }
    gatherResources(document.value, { file, document: document.index, prefix: [] }, gathered)
    const same = gathered.faults.find((fault) => fault.message === message)
    if (same === undefined) continue
    const [position] = locateAll(text, document, [same.path])
    return { file, line: position?.line ?? null, column: position?.column ?? null, message }
  }
  return { file, line: null, column: null, message }
}

/** Messages name lines, which rendering moves. */
function isSame(one: string, other: string): boolean {
  return one.replaceAll(/line \d+/g, '') === other.replaceAll(/line \d+/g, '')
}
