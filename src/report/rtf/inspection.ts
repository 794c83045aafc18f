import type { Control, RtfExposure } from '../../controls/control.ts'
import type { Estate } from '../../estate/estate.ts'
import type { Resource } from '../../estate/resource.ts'
import type { PodView } from '../../estate/workload.ts'
import type { ConfiguredException } from '../../exceptions/granted.ts'
import { findApplications, type MuleApplication } from '../../rtf/applications/applications.ts'
import { type Fabrics, findFabrics } from '../../rtf/fabric/fabric.ts'
import { type PodsOf, podsOf } from '../../rtf/fabric/pods-of.ts'
import { type ControlSetting, controlSettings } from '../../rtf/facts/control-settings.ts'
import type { RtfFacts } from '../../rtf/facts/facts.ts'
import { type Freshness, FreshnessJudge } from '../../rtf/redeploy/freshness.ts'
import { Evaluator } from '../../scan/evaluate.ts'
import type { Plan } from '../../scan/plan.ts'
import { agentExceptions } from './agent-exceptions.ts'
import type { ChartValuesRemark } from './chart-values.ts'
import { analysePods, joined } from './pod-analyses.ts'
import { type PodVerdict, podVerdicts } from './pod-verdicts.ts'

/** A control, how Runtime Fabric exposes it, and what the applications show. */
export interface InspectedControl {
  readonly control: Control
  readonly exposure: RtfExposure
  /** How it is set; null where it is not settable, or met by leaving something away. */
  readonly setting: ControlSetting | null
  /** Of every application of which a pod or a Deployment was read. */
  readonly shown: readonly { readonly application: MuleApplication; readonly verdict: PodVerdict }[]
}

/** An application, and whether it runs with what is asked for it. */
export interface InspectedApplication {
  readonly application: MuleApplication
  readonly freshness: Freshness
}

/** What an estate holds of Runtime Fabric. */
export interface Inspection {
  readonly fabrics: Fabrics
  readonly applications: readonly InspectedApplication[]
  readonly controls: readonly InspectedControl[]
  /** For what the roles of agents fall short of, ready for `bulwark.yaml` but for the owner. */
  readonly exceptions: readonly ConfiguredException[]
  /** What is wrong in values of the agent's chart. */
  readonly values: readonly ChartValuesRemark[]
}

/** What an inspection goes by. */
export interface InspectionRequest {
  /** Namespaces to look at; all where it is empty. */
  readonly namespaces: ReadonlySet<string>
  readonly facts: RtfFacts
  /** Of the frameworks whose controls are shown. */
  readonly plan: Plan
  /** Of every framework: exceptions cover what any of them asks of roles. */
  readonly accessPlan: Plan
  /** Ids of exceptions that there are. */
  readonly granted: ReadonlySet<string>
  /** What is wrong in values of the agent's chart. */
  readonly values: readonly ChartValuesRemark[]
  /** From which exceptions last. */
  readonly today: Date
}

/** Finds Runtime Fabric in an estate, and judges by the pods that are there what it lets be set. */
export function inspect(estate: Estate, request: InspectionRequest): Inspection {
  const { namespaces, facts, plan, accessPlan, granted, values, today } = request
  const pods = podsOf(estate)
  const isChosen = (namespace: string | null): boolean =>
    namespaces.size === 0 || (namespace !== null && namespaces.has(namespace))
  const found = findFabrics(estate, facts, pods)
  const applications = findApplications(estate, pods).filter(({ namespace }) => isChosen(namespace))
  const managing = new Set(applications.map(({ agentNamespace }) => agentNamespace))
  const instances = found.instances.filter(({ namespace }) => isChosen(namespace) || managing.has(namespace))
  return {
    fabrics: { ...found, instances },
    applications: inspectedApplications(estate, facts, found, applications),
    controls: inspectedControls(plan, estate, pods, applications),
    exceptions: instances
      .flatMap((fabric) => agentExceptions(fabric, estate, facts, accessPlan, today))
      .filter(({ id }) => id === undefined || !granted.has(id)),
    values
  }
}

function inspectedApplications(
  estate: Estate,
  facts: RtfFacts,
  { instances }: Fabrics,
  applications: readonly MuleApplication[]
): InspectedApplication[] {
  const judge = new FreshnessJudge(estate, facts)
  const versions = new Map(instances.map(({ namespace, version }) => [namespace, version?.version ?? null]))
  return applications.map((application) => {
    const version = versions.get(application.agentNamespace ?? '') ?? null
    return { application, freshness: judge.judge(application, version) }
  })
}

function inspectedControls(
  plan: Plan,
  estate: Estate,
  podsOf: PodsOf,
  applications: readonly MuleApplication[]
): InspectedControl[] {
  const evaluator = new Evaluator(plan)
  const shown = applications.filter(({ pods }) => pods.length > 0)
  const objects = new Map(shown.map((application) => [application, objectsOf(application, podsOf)]))
  const analysed = analysePods(plan, estate, new Map([...objects.values()].flat()))
  const judged = shown.map((application) => {
    const verdicts = new Map(podVerdicts(plan, evaluator, application.pods))
    for (const [resource] of objects.get(application) ?? []) {
      for (const [control, verdict] of analysed.get(resource) ?? []) {
        const known = verdicts.get(control)
        verdicts.set(control, known === undefined ? verdict : joined(known, verdict))
      }
    }
    return { application, verdicts }
  })
  const controls = plan.controls.filter((control) => judged.some(({ verdicts }) => verdicts.has(control)))
  return controls.map((control) => ({
    control,
    exposure: control.rtf,
    setting: control.rtf === 'settable' ? (controlSettings[control.id] ?? null) : null,
    shown: judged.flatMap(({ application, verdicts }) => {
      const verdict = verdicts.get(control)
      return verdict === undefined ? [] : [{ application, verdict }]
    })
  }))
}

/** What of an application controls can be about, with its pods: analyses judge a live pod by what made it. */
function objectsOf({ deployment, pods }: MuleApplication, podsOf: PodsOf): [Resource, readonly PodView[]][] {
  const byResource = new Map<Resource, readonly PodView[]>(Map.groupBy(pods, ({ resource }) => resource))
  if (deployment !== null) byResource.set(deployment, podsOf(deployment))
  return [...byResource]
}
