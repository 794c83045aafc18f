import type { Control, ControlExample } from '../../controls/control.ts'
import type { Registry } from '../../controls/registry.ts'
import { printable } from '../../report/printable.ts'
import { count } from '../../report/text/count.ts'
import { exitCodes } from '../exit-codes.ts'
import { stdoutPaint } from '../terminal.ts'
import { UserError } from '../user-error.ts'
import { writeOut } from '../write.ts'
import { exampleFindings } from './example-findings.ts'

/**
 * Runs the examples of the user's own controls: what is under `fail` has to be found, what is under `pass` must not be.
 * @returns 1 where an example is not judged as it says.
 * @throws UserError where there are no own controls.
 */
export function testControls(registry: Registry): number {
  const own = registry.controls.filter((control) => control.own === true)
  if (own.length === 0) {
    throw new UserError('there are no controls of your own to test: name their files under "controls" in bulwark.yaml')
  }
  const paint = stdoutPaint()
  let wrong = 0
  let right = 0
  for (const control of own) {
    writeOut(`${paint.bold(control.id)}\n`)
    for (const { label, problem } of outcomes(control, registry)) {
      if (problem === null) right++
      else wrong++
      const mark = problem === null ? paint.green('pass') : paint.red('fail')
      writeOut(`  ${mark}  ${label}${problem === null ? '' : `: ${printable(problem)}`}\n`)
    }
  }
  writeOut(`\n${count(right, 'example')} as expected, ${wrong} not\n`)
  return wrong > 0 ? exitCodes.findings : exitCodes.clean
}

interface Outcome {
  readonly label: string
  /** Null where the example is judged as it says. */
  readonly problem: string | null
}

function* outcomes(control: Control, registry: Registry): Generator<Outcome> {
  const { pass, fail } = control.examples
  for (const [index, example] of pass.entries()) {
    yield { label: `pass example ${index + 1}`, problem: quietProblem(control, example, registry) }
  }
  for (const [index, example] of fail.entries()) {
    yield { label: `fail example ${index + 1}`, problem: loudProblem(control, example, registry) }
  }
}

function quietProblem(control: Control, example: ControlExample, registry: Registry): string | null {
  const { findings, troubles } = exampleFindings(control, example, registry)
  const [finding] = findings
  if (finding !== undefined)
    return `it is found: ${finding.message}${finding.reason === null ? '' : ` (${finding.reason})`}`
  return troubles[0] ?? null
}

function loudProblem(control: Control, example: ControlExample, registry: Registry): string | null {
  const { findings, troubles } = exampleFindings(control, example, registry)
  if (troubles[0] !== undefined) return troubles[0]
  const undecided = findings.find(({ status }) => status === 'unknown')
  if (undecided !== undefined) return `it cannot be judged: ${undecided.reason}`
  return findings.length === 0 ? 'nothing is found' : null
}
