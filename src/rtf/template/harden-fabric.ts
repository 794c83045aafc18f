import type { Estate } from '../../estate/estate.ts'
import { stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import type { CommentedValue } from '../../yaml/write/commented-value.ts'
import type { MuleApplication } from '../applications/applications.ts'
import { findApplications } from '../applications/applications.ts'
import type { Fabric } from '../fabric/fabric.ts'
import type { RtfFacts } from '../facts/facts.ts'
import { rtfGroup, rtfKinds } from '../facts/names.ts'
import type { RtfVersion } from '../facts/version.ts'
import type { FabricNetwork } from '../network/fabric-network.ts'
import { fabricPolicies } from '../network/fabric-policies.ts'
import type { WrittenPolicy } from '../network/policy-object.ts'
import { boundAccounts } from './bound-accounts.ts'
import { DefinitionSchema } from './definition-schema.ts'
import { newTemplate } from './new-template.ts'
import { planSettings, type SettingsContext, type SettingsPlan } from './plan-settings.ts'

/** An object that is there, with what becomes of it. */
export interface HardenedObject {
  readonly resource: Resource
  readonly plan: SettingsPlan
}

/** One Runtime Fabric, hardened as far as its version lets. */
export interface HardenedFabric {
  readonly namespace: string
  readonly version: RtfVersion
  /** KubernetesTemplates of the agent's namespace and of those with applications. */
  readonly templates: readonly HardenedObject[]
  /** Where there is none; null where there is one, or where no setting can be made. */
  readonly newTemplate: { readonly template: CommentedValue | null; readonly plan: SettingsPlan } | null
  readonly applications: readonly HardenedObject[]
  /** Applications of Runtime Manager: what the template says reaches them when they are deployed again. */
  readonly redeployed: readonly MuleApplication[]
  /** Policies that are not there yet. */
  readonly policies: readonly WrittenPolicy[]
  /** Policies of the same name that are there and stay, as `namespace/name`. */
  readonly kept: readonly string[]
}

/** What is hardened and by which facts. */
export interface HardeningRequest {
  readonly facts: RtfFacts
  readonly version: RtfVersion
  /** Null where no policies are wanted. */
  readonly network: Omit<FabricNetwork, 'agentNamespace' | 'applicationNamespaces'> | null
}

/** Plans the template, the applications and the network policies of a Runtime Fabric. */
export function hardenFabric(
  estate: Estate,
  fabric: Pick<Fabric, 'namespace' | 'authorization'>,
  request: HardeningRequest
): HardenedFabric {
  const { facts, version, network } = request
  const { namespace } = fabric
  const workers = fabric.authorization.namespaces.map(({ name }) => name)
  const namespaces = new Set([namespace, ...workers])
  const accounts = boundAccounts(estate)
  const managed = findApplications(estate).filter(
    (application) => application.agentNamespace === namespace || workers.includes(application.namespace ?? '')
  )
  const redeployed = managed.filter(({ route }) => route === 'runtime-manager')
  const ofTemplate: SettingsContext = {
    facts,
    version,
    route: 'runtime-manager',
    schema: schemaOf(estate, 'kubernetestemplates'),
    boundAccounts: accounts.filter((account) => redeployed.some((application) => accountOf(application) === account))
  }
  const templates = estate
    .ofKind(rtfKinds.template, rtfGroup)
    .filter((resource) => resource.namespace === null || namespaces.has(resource.namespace))
    .map((resource) => ({ resource, plan: planSettings(resource.object, ofTemplate) }))
  const applicationSchema = schemaOf(estate, 'muleapplications')
  const applications = managed.flatMap((application) => {
    if (application.custom === null) return []
    const context: SettingsContext = {
      facts,
      version,
      route: 'anypoint-controller',
      schema: applicationSchema,
      boundAccounts: accounts.filter((account) => accountOf(application) === account)
    }
    return [{ resource: application.custom, plan: planSettings(application.custom.object, context) }]
  })
  return {
    namespace,
    version,
    templates,
    newTemplate: templates.length > 0 ? null : newTemplate(namespace, ofTemplate),
    applications,
    redeployed,
    ...policiesFor(
      estate,
      network === null ? null : { ...network, agentNamespace: namespace, applicationNamespaces: workers }
    )
  }
}

function policiesFor(estate: Estate, network: FabricNetwork | null): Pick<HardenedFabric, 'policies' | 'kept'> {
  const all = network === null ? [] : fabricPolicies(network)
  const known = new Set(
    estate.ofKind('NetworkPolicy', 'networking.k8s.io').map(({ namespace, name }) => `${namespace}/${name}`)
  )
  const [missing, present] = [
    all.filter((policy) => !known.has(nameOf(policy))),
    all.filter((policy) => known.has(nameOf(policy)))
  ]
  return { policies: missing, kept: present.map(nameOf) }
}

function nameOf({ namespace, name }: WrittenPolicy): string {
  return `${namespace}/${name}`
}

/** By default each application has an account of its own name. */
function accountOf({ namespace, name, pods: [pod] }: MuleApplication): string {
  const named = pod === undefined ? null : stringAt(pod.spec, 'serviceAccountName')
  return `${namespace}/${named ?? name}`
}

function schemaOf(estate: Estate, plural: string): DefinitionSchema | null {
  const name = `${plural}.${rtfGroup}`
  const definition = estate
    .ofKind('CustomResourceDefinition', 'apiextensions.k8s.io')
    .find((each) => each.name === name)
  return definition === undefined ? null : new DefinitionSchema(definition, 'v1')
}
