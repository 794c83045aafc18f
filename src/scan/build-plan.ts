import { defaultSettings, type Settings } from '../controls/analysis.ts'
import type { Control, Place, Rule, Severity } from '../controls/control.ts'
import { severities } from '../controls/control.ts'
import { itemsAnswered, type SelectedFramework } from '../controls/frameworks/select-frameworks.ts'
import { ruleAt } from '../controls/rule-at.ts'
import type { Path } from '../estate/path.ts'
import { FailingSets } from './failing-set.ts'
import { hashText } from './fingerprint.ts'
import { messageParts } from './message.ts'
import type { Evaluate, Plan, PlannedAnalysis, PlannedRule, PodPlace, ResourceRules, Variant } from './plan.ts'
import { podSecurityLevel } from './pod-security-level.ts'

/** What the user selects. */
export interface PlanInput {
  readonly frameworks: readonly SelectedFramework[]
  /** Every control that can be selected. */
  readonly controls: readonly Control[]
  /** Only these, whether a selected framework asks for them or not; all that the frameworks ask for where it is empty. */
  readonly only: ReadonlySet<string>
  /** The Kubernetes minor version for controls that no selected framework asks for. */
  readonly minor: number
  /** Severities instead of the controls' own. */
  readonly severities: Readonly<Record<string, Severity>>
  /** Controls below it are left out. */
  readonly lowest: Severity
  /** What verdicts depend on besides objects. */
  readonly settings?: Settings
  /** Makes a function of one of a rule's texts. */
  readonly compile: (rule: Rule, text: string) => Evaluate
}

/** Decides what runs where, and which frameworks each verdict counts for. */
export function buildPlan(input: PlanInput): Plan {
  const labels = input.frameworks.map(({ label }) => label)
  const sets = new FailingSets(labels)
  const chosen = input.controls.flatMap((control) => chosenControl(control, input) ?? [])
  const planned = chosen.flatMap((control) => planRules(control, input, sets))
  const analyses = chosen.flatMap((control) => planAnalysis(control, sets))
  const pods = { container: [], volume: [], securityContext: [], pod: [], metadata: [] } satisfies Plan['pods']
  const byPlace = pods as Record<PodPlace, PlannedRule[]>
  const resources: RulesByName = new Map()
  const components: RulesByName = new Map()
  const files: RulesByName = new Map()
  const podControls = new Set<Control>()
  for (const rule of planned) {
    const place = placeOf(rule.rule)
    if (place === 'resource') addRule(rule, rule.rule.kinds, resources)
    else if (place === 'component') addRule(rule, rule.rule.components, components)
    else if (place === 'file') addRule(rule, rule.rule.roles, files)
    else {
      byPlace[place].push(rule)
      podControls.add(rule.control)
    }
  }
  return {
    frameworks: labels,
    sets,
    controls: [...new Set([...planned, ...analyses].map(({ control }) => control))],
    pods,
    podControls,
    resources,
    components,
    files,
    analyses,
    settings: input.settings ?? defaultSettings,
    levelOf: podSecurityLevel(
      (frameworks) => buildPlan({ ...input, frameworks, only: new Set(), lowest: 'low' }),
      input.minor
    )
  }
}

type RulesByName = Map<string, { rules: PlannedRule[]; controls: Set<Control> }>

/** @param names Of kinds, components or roles. */
function addRule(planned: PlannedRule, names: readonly string[] | undefined, rules: RulesByName): void {
  for (const name of names ?? []) {
    const own = rules.get(name) ?? { rules: [], controls: new Set() }
    own.rules.push(planned)
    own.controls.add(planned.control)
    rules.set(name, own satisfies ResourceRules)
  }
}

/** A control that is asked for, with the severity that the user gives it. */
interface ChosenControl {
  readonly control: Control
  readonly asking: readonly SelectedFramework[]
}

function chosenControl(control: Control, input: PlanInput): ChosenControl | null {
  const severity = input.severities[control.id] ?? control.severity
  if (severities.indexOf(severity) > severities.indexOf(input.lowest)) return null
  if (input.only.size > 0 && !input.only.has(control.id)) return null
  const asking = input.frameworks.filter((framework) => itemsAnswered(framework, control).length > 0)
  if (asking.length === 0 && !input.only.has(control.id)) return null
  return { control: severity === control.severity ? control : { ...control, severity }, asking }
}

function planAnalysis({ control, asking }: ChosenControl, sets: FailingSets): PlannedAnalysis[] {
  const { analyse } = control
  return analyse === null ? [] : [{ control, analyse, fails: sets.of(asking.map(({ label }) => label)) }]
}

function planRules({ control, asking }: ChosenControl, input: PlanInput, sets: FailingSets): PlannedRule[] {
  return control.rules.flatMap((rule) => {
    const variants = variantsOf(rule, asking, input, sets)
    if (variants.length === 0) return []
    return [
      {
        control,
        rule,
        list: listOf(rule),
        at: steps(rule.at),
        atText: rule.at === '' ? '' : `.${rule.at}`,
        message: messageParts(rule.message),
        identity: hashText(hashText(0, control.id), rule.at),
        variants
      }
    ]
  })
}

function variantsOf(
  rule: Rule,
  asking: readonly SelectedFramework[],
  input: PlanInput,
  sets: FailingSets
): readonly Variant[] {
  const byText = new Map<string, string[]>()
  for (const { minor, label } of asking) {
    const text = ruleAt(rule, minor)
    if (text !== null) byText.set(text, [...(byText.get(text) ?? []), label])
  }
  const alone = asking.length === 0 ? ruleAt(rule, input.minor) : null
  if (alone !== null) byText.set(alone, [])
  return [...byText].map(([text, labels]) => ({ evaluate: input.compile(rule, text), fails: sets.of(labels) }))
}

function placeOf({ each }: Rule): Place {
  return typeof each === 'string' ? each : each.in
}

function listOf({ each }: Rule): Path | null {
  return typeof each === 'string' ? null : steps(each.list)
}

function steps(path: string): Path {
  return path === '' ? [] : path.split('.')
}
