import { severities } from '../../controls/control.ts'
import { defaultFrameworks, ownFramework } from '../../controls/frameworks/frameworks.ts'
import { type SelectedFramework, selectFrameworks } from '../../controls/frameworks/select-frameworks.ts'
import { parseMinor } from '../../controls/kubernetes-version.ts'
import { ruleCompiler } from '../../controls/rule-compiler.ts'
import { factsWith } from '../../rtf/facts/overrides.ts'
import { buildPlan } from '../../scan/build-plan.ts'
import type { Plan } from '../../scan/plan.ts'
import { choose } from '../choice.ts'
import type { LoadedConfig } from '../config-file.ts'
import { requireControl } from '../require-control.ts'
import { UserError } from '../user-error.ts'
import type { Options } from '../verb.ts'
import { tell } from '../write.ts'

/** What a scan runs, and the frameworks that ask for it. */
export interface Selection {
  readonly plan: Plan
  readonly selected: readonly SelectedFramework[]
}

/** The frameworks that the user names, else those of the configuration, else the default ones. */
export function frameworkNames(options: Options, { config, registry }: LoadedConfig): readonly string[] {
  const asked = options.all('framework')
  if (asked.length > 0) return asked
  if (config.frameworks !== undefined) return config.frameworks
  return registry.controls.some(({ own }) => own === true) ? [...defaultFrameworks, ownFramework] : defaultFrameworks
}

/**
 * What a scan runs, from options and configuration; what was decided otherwise than asked is said on standard error.
 * @param names The frameworks, each NAME or NAME@VERSION.
 * @param clusterVersion The Kubernetes version of the cluster that is scanned, which counts where none is asked for.
 * @throws UserError for an unknown framework, version, control or severity.
 */
export async function selectPlan(
  options: Options,
  { config, registry }: LoadedConfig,
  names: readonly string[],
  clusterVersion: string | null = null
): Promise<Selection> {
  const kubernetes = options.last('kube-version') ?? config.kubeVersion ?? clusterVersion ?? undefined
  const { selected, notes, problems, minor } = selectFrameworks(names, kubernetes)
  if (problems.length > 0) throw new UserError(problems.join('\n  '))
  for (const note of notes) tell(note)
  const only = options.all('control')
  for (const id of only) requireControl(registry, id)
  const plan = buildPlan({
    frameworks: selected,
    controls: registry.controls,
    only: new Set(only),
    minor,
    severities: config.severities ?? {},
    lowest: choose('severity', options.last('severity') ?? 'low', severities),
    settings: {
      trustedRegistries: config.trustedRegistries ?? [],
      rtf: factsWith(config.rtf ?? {}),
      kubernetes: kubernetes === undefined ? null : (parseMinor(kubernetes) ?? null)
    },
    compile: await ruleCompiler(registry.controls)
  })
  return { plan, selected }
}
