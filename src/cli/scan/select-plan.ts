import type { Config } from '../../config/config.ts'
import { severities } from '../../controls/control.ts'
import { defaultFrameworks } from '../../controls/frameworks/frameworks.ts'
import { selectFrameworks } from '../../controls/frameworks/select-frameworks.ts'
import { registry } from '../../controls/registry.ts'
import { ruleCompiler } from '../../controls/rule-compiler.ts'
import { buildPlan } from '../../scan/build-plan.ts'
import type { Plan } from '../../scan/plan.ts'
import { choose } from '../choice.ts'
import { requireControl } from '../require-control.ts'
import { UserError } from '../user-error.ts'
import type { Options } from '../verb.ts'
import { tell } from '../write.ts'

/**
 * What a scan runs, from options and configuration; what was decided otherwise than asked is said on standard error.
 * @throws UserError for an unknown framework, version, control or severity.
 */
export async function selectPlan(options: Options, config: Config): Promise<Plan> {
  const asked = options.all('framework')
  const names = asked.length > 0 ? asked : (config.frameworks ?? defaultFrameworks)
  const kubernetes = options.last('kube-version') ?? config.kubeVersion
  const { selected, notes, problems, minor } = selectFrameworks(names, kubernetes)
  if (problems.length > 0) throw new UserError(problems.join('\n  '))
  for (const note of notes) tell(note)
  const only = options.all('control')
  for (const id of [...only, ...Object.keys(config.severities ?? {})]) requireControl(registry, id)
  return buildPlan({
    frameworks: selected,
    controls: registry.controls,
    only: new Set(only),
    minor,
    severities: config.severities ?? {},
    lowest: choose('severity', options.last('severity') ?? 'low', severities),
    settings: { trustedRegistries: config.trustedRegistries ?? [] },
    compile: await ruleCompiler(registry.controls)
  })
}
