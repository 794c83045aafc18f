import type { YamlDocument } from '../yaml/parse.ts'

/** A Go template action, such as `{{ .Values.name }}` or `{{- if eq $x "y" }}`. */
const action = /\{\{-?\s*(?:[.$"`(A-Za-z]|\/\*)/

const advice =
  'this is a Helm template or the like, not YAML. Scan the folder of its chart (the one with Chart.yaml), ' +
  'or render it first: helm template . | bulwark scan -'

/** What to say of a document that does not parse because it is a template; null where it is not one. */
export function templateProblem(
  text: string,
  document: YamlDocument
): { line: number; column: number; message: string } | null {
  const [problem] = document.problems
  if (problem === undefined || !action.test(text.slice(document.start, document.end))) return null
  return { line: problem.line, column: problem.column, message: advice }
}
