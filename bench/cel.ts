/**
 * Evaluation of typical rules against cel-go, as the API server sets it up and bare, and the CEL engines of npm, in one
 * run: nanoseconds for one evaluation, the medians of the rounds, in which all take turns.
 */
import { celEnv, parse as parseBuf, plan } from '@bufbuild/cel'
import { Environment as MarcEnvironment } from '@marcbachmann/cel-js'
import { check } from '../src/cel/check/checker.ts'
import { compile } from '../src/cel/compile/compile.ts'
import { createEnvironment } from '../src/cel/environment.ts'
import { kubernetesTypes } from '../src/cel/kubernetes-types.ts'
import { kubernetesLibraries } from '../src/cel/library/kubernetes-libraries.ts'
import { dynType, objectType, type Type } from '../src/cel/type.ts'
import { askOracle } from '../test/cel/oracle.ts'
import { median } from './measure.ts'
import { table } from './table.ts'

const rules = [
  'pod.containers.all(c, c.name != "")',
  'pod.containers.all(c, !has(c.securityContext) || !has(c.securityContext.privileged) || c.securityContext.privileged == false)',
  'pod.containers.all(c, !c.?securityContext.?privileged.orValue(false))',
  'pod.containers.all(c, has(c.securityContext) && has(c.securityContext.capabilities) && "ALL" in c.securityContext.capabilities.drop)',
  'pod.containers.all(c, ["docker.io/", "registry.k8s.io/", "ghcr.io/"].exists(r, c.image.startsWith(r)))',
  'pod.containers.all(c, c.image.matches("^[a-z.]+/[a-z/-]+:[0-9.]+$"))',
  'pod.hostNetwork == true'
]

const container = (name: string, image: string): object => ({
  name,
  image,
  securityContext: { privileged: false, capabilities: { drop: ['NET_RAW', 'ALL'] } },
  ports: [{ containerPort: 8080 }]
})

const pod = {
  hostNetwork: true,
  containers: [container('app', 'docker.io/library/nginx:1.25'), container('log', 'ghcr.io/fluent/fluent-bit:3.0')]
}

type Evaluate = () => unknown

/** Evaluations in a round, and enough of them before for the compilers of both sides to have settled. */
const iterations = 20_000

export async function benchCel(rounds: number): Promise<string> {
  const sections: string[] = []
  for (const rule of rules) {
    const engines = enginesOf(rule)
    const figures = new Map<string, number[]>()
    const note = (name: string, nanoseconds: number): void => {
      figures.set(name, [...(figures.get(name) ?? []), nanoseconds])
    }
    for (const evaluate of engines.values()) measure(evaluate, iterations)
    for (let round = 0; round < rounds; round++) {
      for (const [name, evaluate] of engines) note(name, measure(evaluate, iterations))
      note('cel-go of the API server', await measureGo(rule, false))
      note('cel-go bare', await measureGo(rule, true))
    }
    sections.push(section(rule, figures))
  }
  return `${rounds} rounds of ${iterations} evaluations, medians\n\n${sections.join('\n')}`
}

function enginesOf(rule: string): Map<string, Evaluate> {
  const engines = new Map([
    ['bulwark, types known', ours(rule, objectType('io.k8s.api.core.v1.PodSpec'))],
    ['bulwark, dyn', ours(rule, dynType)]
  ])
  const peers: readonly (readonly [string, () => Evaluate])[] = [
    ['@marcbachmann/cel-js', () => marc(rule)],
    ['@bufbuild/cel', () => buf(rule)]
  ]
  for (const [name, make] of peers) {
    const evaluate = attempt(make)
    if (evaluate !== undefined) engines.set(name, evaluate)
  }
  return engines
}

/** A peer that does not know the language's optionals is left out of those rules. */
function attempt(make: () => Evaluate): Evaluate | undefined {
  try {
    const evaluate = make()
    return typeof evaluate() === 'boolean' ? evaluate : undefined
  } catch {
    return undefined
  }
}

function ours(rule: string, type: Type): Evaluate {
  const environment = createEnvironment({
    variables: { pod: type },
    types: kubernetesTypes,
    libraries: kubernetesLibraries()
  })
  const checked = check(environment, rule)
  if ('issues' in checked) throw new Error(`${rule}: ${checked.issues[0]?.message}`)
  const program = compile(checked.ok)
  const bindings = { pod }
  return () => program(bindings as never)
}

function marc(rule: string): Evaluate {
  const environment = new MarcEnvironment({ enableOptionalTypes: true }).registerVariable('pod', 'dyn')
  const program = environment.parse(rule)
  return () => program({ pod })
}

function buf(rule: string): Evaluate {
  const program = plan(celEnv(), parseBuf(rule))
  return () => program({ pod } as never)
}

/** Nanoseconds for one evaluation. The results are counted, so that no compiler can leave an evaluation out. */
function measure(evaluate: Evaluate, count: number): number {
  let decided = 0
  const start = process.hrtime.bigint()
  for (let index = 0; index < count; index++) if (typeof evaluate() === 'boolean') decided++
  const nanoseconds = Number(process.hrtime.bigint() - start)
  if (decided < count) throw new Error(`${count - decided} evaluations failed`)
  return nanoseconds / count
}

async function measureGo(rule: string, plain: boolean): Promise<number> {
  const answers = await askOracle({ variables: { pod: pod as never }, expressions: [rule], iterations, plain })
  if ('skipped' in answers) throw new Error(`cannot measure cel-go: ${answers.skipped}`)
  return answers[0]?.nanoseconds ?? Number.NaN
}

function section(rule: string, figures: ReadonlyMap<string, readonly number[]>): string {
  const [ours = [Number.NaN]] = figures.values()
  const rows = Array.from(figures, ([name, all]) => {
    const middle = median(all)
    return [name, middle.toFixed(0), `${(middle / median(ours)).toFixed(1)} x`]
  })
  return `${rule}\n${table([['', 'ns', 'of ours'], ...rows])}`
}
