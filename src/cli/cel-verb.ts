import { readFileSync } from 'node:fs'
import { encode, typeLabel } from '../cel/encode.ts'
import { type EvaluationError, evaluateExpression } from '../cel/evaluate.ts'
import { renderIssue, Source } from '../cel/source.ts'
import { type CelRecord, isRecord } from '../cel/values.ts'
import { decodeText } from '../yaml/decode.ts'
import { parseYaml } from '../yaml/parse.ts'
import { choose } from './choice.ts'
import { exitCodes } from './exit-codes.ts'
import { refusal } from './refusal.ts'
import { UserError } from './user-error.ts'
import type { Verb } from './verb.ts'
import { writeError, writeOut } from './write.ts'

const formats = ['text', 'json'] as const
const stdinFile = 0

export const celVerb: Verb = {
  name: 'cel',
  usage: 'EXPRESSION [OPTION…]',
  takesText: true,
  about: `Checks and evaluates one CEL expression as the API server does, with the
Kubernetes libraries.

-o json prints {"value": …} or {"error": {"stage", "message", "offset"}}: the
stage is parse, check or eval, the offset in code points from 0.
Integers are exact; bytes are base64, timestamps RFC 3339, durations like
"1.5s", NaN and infinities strings, an empty optional null.
Exit code 2 where there is an error.`,
  options: [
    {
      name: 'vars',
      value: 'FILE',
      summary: 'YAML or JSON file whose top-level keys are the variables; - for standard input'
    },
    { name: 'output', short: 'o', value: 'FORMAT', summary: 'How it is printed', choices: formats },
    { name: 'typed', summary: "Print the value's type, too" }
  ],
  examples: [
    { command: "bulwark cel '[1, 2, 3].all(n, n > 0)'", does: 'true' },
    { command: "bulwark cel 'object.spec.replicas > 1' --vars vars.yaml", does: 'A rule on data of your own' }
  ],
  run([expression, ...rest], options) {
    if (expression === undefined) throw new UserError("name an expression, in quotes: bulwark cel '1 + 1'")
    if (rest.length > 0) throw new UserError(`one expression only, in quotes: "${rest[0]}" stands after it`)
    const json = choose('output', options.last('output') ?? 'text', formats) === 'json'
    const file = options.last('vars')
    const evaluation = evaluateExpression(expression, file === undefined ? {} : readVariables(file))
    if ('error' in evaluation) {
      const { error } = evaluation
      if (json) writeOut(`${errorJson(error)}\n`)
      else writeError(`${errorText(error, expression)}\n`)
      return exitCodes.userMistake
    }
    const value = encode(evaluation.value)
    const type = options.has('typed') ? typeLabel(evaluation.value) : undefined
    if (json)
      writeOut(type === undefined ? `{"value":${value}}\n` : `{"value":${value},"type":${JSON.stringify(type)}}\n`)
    else writeOut(type === undefined ? `${value}\n` : `${value}  (${type})\n`)
    return exitCodes.clean
  }
}

function errorJson({ stage, message, offset }: EvaluationError): string {
  return JSON.stringify({ error: { stage, message, offset: offset ?? null } })
}

function errorText({ stage, message, offset, suggestion }: EvaluationError, expression: string): string {
  if (offset === undefined) return `bulwark: ${message}`
  // Where an evaluation failed is shown as where a check would have.
  const issue = { stage: stage === 'parse' ? stage : 'check', message, offset } as const
  return renderIssue(suggestion === undefined ? issue : { ...issue, suggestion }, new Source(expression))
}

/** @throws UserError where the file cannot be read or is no mapping. */
function readVariables(file: string): CelRecord {
  const name = file === '-' ? 'standard input' : file
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file === '-' ? stdinFile : file)
  } catch (error) {
    throw new UserError(`cannot read ${name}: ${refusal(error)}`)
  }
  const decoded = decodeText(bytes)
  if ('problem' in decoded) throw new UserError(`${name}:${decoded.line}:${decoded.column}: ${decoded.problem}`)
  const documents = parseYaml(decoded.text)
  const [problem] = documents.flatMap(({ problems }) => problems)
  if (problem !== undefined) throw new UserError(`${name}:${problem.line}:${problem.column}: ${problem.message}`)
  const values = documents.map(({ value }) => value).filter((value) => value !== undefined)
  const [value = {}] = values
  if (values.length > 1 || !isVariables(value)) throw new UserError(`${name}: write one mapping of names to values`)
  return value
}

function isVariables(value: unknown): value is CelRecord {
  return isRecord(value as CelRecord)
}
