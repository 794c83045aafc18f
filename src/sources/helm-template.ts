import type { YamlDocument } from '../yaml/parse.ts'

/** A Go template action, such as `{{ .Values.name }}` or `{{- if eq $x "y" }}`. */
const action = /\{\{-?\s*(?:[.$"`(A-Za-z]|\/\*)/

const advice =
  'this is a Helm template or the like, not YAML. Scan the folder of its chart (the one with Chart.yaml), ' +
  'or render it first: helm template . | bulwark scan -'

/** Templates of Runtime Fabric hold placeholders themselves, so that rendering is not what they need. */
const ofRuntimeFabric = /^apiVersion:[ \t]*["']?rtf\.mulesoft\.com\//m

const quotesAdvice =
  'a placeholder of Runtime Fabric has to be in quotes, or it is no YAML: write "{{ .Values.id }}" with them'

/** What to say of a document that does not parse because it is a template; null where it is not one. */
export function templateProblem(
  text: string,
  document: YamlDocument
): { line: number; column: number; message: string } | null {
  const [problem] = document.problems
  const own = text.slice(document.start, document.end)
  if (problem === undefined || !action.test(own)) return null
  const message = ofRuntimeFabric.test(own) ? quotesAdvice : advice
  return { line: problem.line, column: problem.column, message }
}
