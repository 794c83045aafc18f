import { check } from './check/checker.ts'
import { compile } from './compile/compile.ts'
import { createEnvironment } from './environment.ts'
import type { Issue } from './issue.ts'
import { kubernetesLibraries } from './library/kubernetes-libraries.ts'
import { dynType } from './type.ts'
import { CelError, type CelValue } from './values.ts'

/** What became of an expression: its value, or where and why it failed. */
export type Evaluation = { readonly value: CelValue } | { readonly error: EvaluationError }

export interface EvaluationError {
  readonly stage: 'parse' | 'check' | 'eval'
  readonly message: string
  /** In code points from the start of the expression; of an evaluation, where it is known. */
  readonly offset?: number
  /** A likely correction of a mistyped name. */
  readonly suggestion?: string
}

/**
 * Checks and evaluates one expression as the newest API server would, with the Kubernetes libraries. The variables
 * hold plain data of unknown type, as JSON and YAML give it.
 */
export function evaluateExpression(text: string, variables: Readonly<Record<string, CelValue>> = {}): Evaluation {
  const types = Object.fromEntries(Object.keys(variables).map((name) => [name, dynType]))
  const checked = check(createEnvironment({ variables: types, libraries: kubernetesLibraries() }), text)
  if ('issues' in checked) return { error: errorOf(checked.issues) }
  const value = compile(checked.ok)(variables)
  if (!(value instanceof CelError)) return { value }
  const { message, offset } = value
  return { error: { stage: 'eval', message, ...(offset !== undefined && { offset }) } }
}

function errorOf([first]: readonly Issue[]): EvaluationError {
  if (first === undefined) throw new Error('a refused expression has an issue')
  const { stage, message, offset, suggestion } = first
  return { stage, message, offset, ...(suggestion !== undefined && { suggestion }) }
}
