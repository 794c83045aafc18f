import type { Estate } from '../../estate/estate.ts'
import { mappingAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { labelsOf } from '../../estate/selectors.ts'
import type { MuleApplication } from '../applications/applications.ts'
import { keyStatus } from '../facts/exposure.ts'
import type { RtfFacts } from '../facts/facts.ts'
import { rtfGroup, rtfKinds, rtfLabels, templateName } from '../facts/names.ts'
import type { RtfVersion } from '../facts/version.ts'
import { type AskedSetting, askedSettings } from './asked-settings.ts'
import { filled, unfilled } from './placeholders.ts'
import { isShown, type RunningApplication } from './shown-setting.ts'

/**
 * Whether an application runs with what is asked for it:
 * - `current`: it does
 * - `redeploy`: it was deployed before its template asked for this, and keeps its old settings until the next deployment
 * - `undecided`: two templates ask for different things, and which of them counts is not documented
 * - `pending`: Anypoint Controller has not yet applied its MuleApplication
 * - `no-template`: nothing asks for anything
 * - `not-read`: no Deployment of it was read
 */
export type FreshnessState = 'current' | 'redeploy' | 'undecided' | 'pending' | 'no-template' | 'not-read'

export interface Freshness {
  readonly state: FreshnessState
  /** The templates that apply, or the MuleApplication. */
  readonly asking: readonly Resource[]
  /** Keys, below `spec`, whose values the application does not show. */
  readonly missing: readonly string[]
  /** Keys of which what was read does not tell whether it shows them. */
  readonly untold: readonly string[]
}

/** Whether applications show what is asked for them. Values are compared and never told. */
export class FreshnessJudge {
  readonly #facts: RtfFacts
  readonly #templates: readonly Resource[]
  readonly #services: ReadonlyMap<string, Resource>

  constructor(estate: Estate, facts: RtfFacts) {
    this.#facts = facts
    this.#templates = estate.ofKind(rtfKinds.template, rtfGroup).filter(({ name }) => name === templateName)
    const services = estate.ofKind('Service', '')
    this.#services = new Map(services.map((service) => [String(labelsOf(service)[rtfLabels.applicationId]), service]))
  }

  /** @param version Of the agent that manages the application; null where it is not known. */
  judge(application: MuleApplication, version: RtfVersion | null): Freshness {
    const asking = this.#asking(application)
    const running = this.#running(application)
    if (running.length === 0) return { state: 'not-read', asking, missing: [], untold: [] }
    const [first, second] = asking
    if (first === undefined) return { state: 'no-template', asking, missing: [], untold: [] }
    const route = application.route
    const isEffective = ({ key }: AskedSetting): boolean =>
      version === null || keyStatus(this.#facts, key, version, route).status === 'known'
    const settings = asking.map((resource) => settingsOf(resource, application).filter(isEffective))
    return second === undefined
      ? ofOne(settings[0] ?? [], running, asking, route === 'anypoint-controller' ? 'pending' : 'redeploy')
      : this.#ofTwo(settings, running, asking, application)
  }

  /** The template of the namespace first. What Anypoint Controller deploys takes none. */
  #asking({ custom, namespace, agentNamespace }: MuleApplication): Resource[] {
    if (custom !== null) return [custom]
    const wanted = [...new Set([namespace, agentNamespace])]
    return wanted.flatMap((place) => this.#templates.find((template) => template.namespace === place) ?? [])
  }

  #running({ deployment, pods }: MuleApplication): RunningApplication[] {
    if (deployment === null) return []
    const id = String(labelsOf(deployment)[rtfLabels.applicationId])
    const service = this.#services.get(id) ?? null
    const reach = this.#facts.assume['security-context-reach'] === 'all' ? 'all' : 'main'
    return pods.map((pod) => ({ deployment, service, pod, reach }))
  }

  #ofTwo(
    settings: readonly (readonly AskedSetting[])[],
    running: readonly RunningApplication[],
    asking: readonly Resource[],
    { namespace }: MuleApplication
  ): Freshness {
    const precedence = this.#facts.assume['template-precedence']
    if (precedence === 'namespace' || precedence === 'agent') {
      const ofNamespace = asking.findIndex((template) => template.namespace === namespace)
      const first = precedence === 'namespace' ? ofNamespace : 1 - ofNamespace
      const winning = settings[first] ?? []
      const others = (settings[1 - first] ?? []).filter(({ key }) => !winning.some((setting) => setting.key === key))
      return ofOne([...winning, ...others], running, asking, 'redeploy')
    }
    const [one, two] = settings.map((own) => ofOne(own, running, asking, 'redeploy'))
    if (one === undefined || two === undefined) throw new Error('two templates have two lists of settings')
    const missing = [...new Set([...one.missing, ...two.missing])]
    const untold = [...new Set([...one.untold, ...two.untold])]
    if (missing.length === 0) return { state: 'current', asking, missing, untold }
    // Whichever counts, what both ask for and neither value is shown of is old.
    const inBoth = missing.filter((key) => [one, two].every((each) => each.missing.includes(key)))
    return { state: inBoth.length > 0 ? 'redeploy' : 'undecided', asking, missing, untold }
  }
}

function ofOne(
  settings: readonly AskedSetting[],
  running: readonly RunningApplication[],
  asking: readonly Resource[],
  otherwise: 'redeploy' | 'pending'
): Freshness {
  const missing: string[] = []
  const untold: string[] = []
  for (const setting of settings) {
    const answers = running.map((each) => (setting.value === unfilled ? null : isShown(setting, each)))
    if (answers.includes(false)) missing.push(setting.key)
    else if (answers.includes(null)) untold.push(setting.key)
  }
  return { state: missing.length > 0 ? otherwise : 'current', asking, missing, untold }
}

function settingsOf({ object }: Resource, { deployment, name, namespace }: MuleApplication): AskedSetting[] {
  const id = deployment === null ? undefined : labelsOf(deployment)[rtfLabels.applicationId]
  const values = {
    ...(typeof id === 'string' ? { id } : {}),
    name,
    ...(namespace === null ? {} : { namespace })
  }
  return askedSettings(mappingAt(object, 'spec') ?? {}).map((setting) => ({
    ...setting,
    value: filled(setting.value, values)
  }))
}
