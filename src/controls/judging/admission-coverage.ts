import type { Estate } from '../../estate/estate.ts'
import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import { type Labels, labelSelector } from '../../estate/selectors.ts'
import type { Coverage } from './coverage.ts'
import { gatekeeperConstraints, gatekeeperKinds, ownConstraintKinds } from './gatekeeper.ts'
import { kyvernoKinds, kyvernoPolicies } from './kyverno.ts'

/** What admission has to say about pods of a namespace. */
export interface PodAdmission {
  /** What enforces a minimum level for every pod there, such as `webhook "…"`; null where nothing does. */
  enforcedBy(namespace: string, labels: Labels): string | null
  /** Why something may, for a part of them or for a reason that is not known; null where nothing does. */
  unclear(namespace: string, labels: Labels): string | null
}

/** The kinds that it reads. */
export const admissionKinds: readonly string[] = [
  'AdmissionConfiguration',
  'PodSecurityConfiguration',
  'ValidatingWebhookConfiguration',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  ...kyvernoKinds,
  'ValidatingPolicy',
  ...gatekeeperKinds
]

interface Guard {
  readonly what: string
  covers(namespace: string, labels: Labels): boolean
}

/** What enforces rules on pods besides the labels of Pod Security. */
export function podAdmission(estate: Estate): PodAdmission {
  const guards = [
    ...defaultsOf(estate),
    ...otherWebhooks(estate),
    ...policiesOf(estate),
    ...constraintsOf(estate, 'all')
  ]
  const unsure = [...unreadEngines(estate), ...unsureConstraints(estate)]
  const kyverno = kyvernoPolicies(estate)
  return {
    enforcedBy(namespace, labels) {
      const policy = kyverno.find(({ covers }) => covers(namespace, labels) === 'all')
      return policy?.what ?? guards.find((guard) => guard.covers(namespace, labels))?.what ?? null
    },
    unclear(namespace, labels) {
      const partly = kyverno.find(({ covers }) => covers(namespace, labels) === 'some')
      if (partly !== undefined) return `${partly.what} ${part}`
      return unsure.find((guard) => guard.covers(namespace, labels))?.what ?? null
    }
  }
}

/** `defaults` of the Pod Security admission plug-in hold for every namespace without the label. */
function defaultsOf(estate: Estate): Guard[] {
  const configurations = [
    ...estate.ofKind('PodSecurityConfiguration').map(({ object }) => object),
    ...estate.ofKind('AdmissionConfiguration').flatMap(({ object }) => {
      const { plugins } = object
      return Array.isArray(plugins) ? plugins.flatMap((plugin: unknown) => podSecurityOf(plugin)) : []
    })
  ]
  return configurations.flatMap((configuration): Guard[] => {
    const level = mappingAt(configuration, 'defaults')?.enforce
    const exempt = mappingAt(configuration, 'exemptions')?.namespaces
    if (level !== 'baseline' && level !== 'restricted') return []
    const covers = (namespace: string, labels: Labels): boolean =>
      !Object.hasOwn(labels, enforceLabel) && !(Array.isArray(exempt) && exempt.includes(namespace))
    return [{ what: `the default level ${level} of the API server`, covers }]
  })
}

export const enforceLabel = 'pod-security.kubernetes.io/enforce'

function podSecurityOf(plugin: unknown): Mapping[] {
  if (!isMapping(plugin) || plugin.name !== 'PodSecurity') return []
  return isMapping(plugin.configuration) ? [plugin.configuration] : []
}

/** Engines whose webhooks ask policies; other webhooks check their own objects. */
const engines =
  /kyverno|gatekeeper|kubewarden|jspolicy|polaris|datree|styra|opa[-.]|k-rail|neuvector|aqua|twistlock|stackrox|sysdig/

/** Of these, the policies can be read: their webhooks alone refuse nothing. */
const readEngines = { Kyverno: /kyverno/, Gatekeeper: /gatekeeper/ } as const

function otherWebhooks(estate: Estate): Guard[] {
  return closedWebhooks(estate, (name) => !Object.values(readEngines).some((engine) => engine.test(name)))
}

/** Webhooks of engines that refuse pods while their engine does not answer. */
function closedWebhooks(estate: Estate, isMeant: (name: string) => boolean): Guard[] {
  return estate.ofKind('ValidatingWebhookConfiguration').flatMap(({ name, object }) => {
    const { webhooks } = object
    if (!Array.isArray(webhooks) || !engines.test(name ?? '') || !isMeant(name ?? '')) return []
    return webhooks.flatMap((webhook: unknown): Guard[] => {
      if (!isMapping(webhook) || (webhook.failurePolicy ?? 'Fail') !== 'Fail' || !isAboutPods(webhook.rules)) return []
      return [
        {
          what: `webhook "${stringAt(webhook, 'name') ?? name ?? ''}"`,
          covers: inNamespaces(webhook.namespaceSelector)
        }
      ]
    })
  })
}

/** Engines whose webhook is there and whose policies may be, though nobody has seen them. */
function unreadEngines(estate: Estate): Guard[] {
  const kinds = { Kyverno: [...kyvernoKinds, 'ValidatingPolicy'], Gatekeeper: gatekeeperKinds } as const
  return (['Kyverno', 'Gatekeeper'] as const).flatMap((engine) => {
    const isRead = kinds[engine].some((kind) => estate.ofKind(kind).length > 0)
    const isKnown = estate.isLive && kinds[engine].every((kind) => estate.missing(kind, null) === null)
    if (isRead || isKnown) return []
    return closedWebhooks(estate, (name) => readEngines[engine].test(name)).map(({ covers }) => ({
      what: `the policies of ${engine}, which may secure pods, were not read`,
      covers
    }))
  })
}

/** Gatekeeper asks its constraints where its webhook covers the namespace and fails closed, which it does not by itself. */
function constraintsOf(estate: Estate, wanted: Coverage): Guard[] {
  const webhooks = closedWebhooks(estate, (name) => readEngines.Gatekeeper.test(name))
  if (webhooks.length === 0) return []
  return gatekeeperConstraints(estate).map(({ what, covers }) => ({
    what,
    covers: (namespace, labels) =>
      covers(namespace, labels) === wanted && webhooks.some((webhook) => webhook.covers(namespace, labels))
  }))
}

/** Constraints of which nobody can tell whether they hold for every pod of a namespace. */
function unsureConstraints(estate: Estate): Guard[] {
  const webhooks = closedWebhooks(estate, (name) => readEngines.Gatekeeper.test(name))
  const [own] = ownConstraintKinds(estate)
  return [
    ...constraintsOf(estate, 'some').map(({ what, covers }) => ({ what: `${what} ${part}`, covers })),
    ...(own === undefined ? [] : webhooks).map(({ covers }) => ({
      what: `where Gatekeeper's constraints of the kind ${own} hold is not read`,
      covers
    })),
    ...withoutWebhook(estate)
  ]
}

const part = 'holds for a part of the pods of the namespace'

/** In files, constraints may stand alone. */
function withoutWebhook(estate: Estate): Guard[] {
  const isSeen = estate
    .ofKind('ValidatingWebhookConfiguration')
    .some(({ name }) => readEngines.Gatekeeper.test(name ?? ''))
  if (isSeen || (estate.isLive && estate.missing('ValidatingWebhookConfiguration', null) === null)) return []
  return gatekeeperConstraints(estate).map(({ what, covers }) => ({
    what: `${what} counts where the webhook of Gatekeeper fails closed, which is not part of the input`,
    covers: (namespace, labels) => covers(namespace, labels) !== 'none'
  }))
}

/** Admission policies that say something of how pods are secured, where a binding denies. */
function policiesOf(estate: Estate): Guard[] {
  const kyverno = estate.ofKind('ValidatingPolicy', 'policies.kyverno.io').flatMap(({ name, object }): Guard[] => {
    const spec = mappingAt(object, 'spec') ?? {}
    const actions: readonly unknown[] = Array.isArray(spec.validationActions) ? spec.validationActions : ['Deny']
    const match = mappingAt(spec, 'matchConstraints') ?? {}
    if (!isSecuring(spec) || !actions.includes('Deny') || selectsObjects(match)) return []
    return [{ what: `Kyverno's policy "${name ?? ''}"`, covers: inNamespaces(match.namespaceSelector) }]
  })
  const securing = new Map(
    estate
      .ofKind('ValidatingAdmissionPolicy')
      .filter(({ object }) => isSecuring(mappingAt(object, 'spec') ?? {}))
      .map((policy) => [policy.name, policy])
  )
  const builtIn = estate.ofKind('ValidatingAdmissionPolicyBinding').flatMap(({ object }): Guard[] => {
    const spec = mappingAt(object, 'spec') ?? {}
    const policy = securing.get(stringAt(spec, 'policyName'))
    const { validationActions } = spec
    if (policy === undefined || !Array.isArray(validationActions) || !validationActions.includes('Deny')) return []
    const own = mappingAt(mappingAt(policy.object, 'spec') ?? {}, 'matchConstraints') ?? {}
    const bound = mappingAt(spec, 'matchResources') ?? {}
    if ([own, bound].some(selectsObjects)) return []
    const [first, second] = [inNamespaces(own.namespaceSelector), inNamespaces(bound.namespaceSelector)]
    return [
      {
        what: `policy "${policy.name ?? ''}"`,
        covers: (namespace, labels) => first(namespace, labels) && second(namespace, labels)
      }
    ]
  })
  return [...kyverno, ...builtIn]
}

function selectsObjects({ objectSelector }: Mapping): boolean {
  return isMapping(objectSelector) && Object.keys(objectSelector).length > 0
}

function isSecuring({ matchConstraints, validations, failurePolicy }: Mapping): boolean {
  if (!isMapping(matchConstraints) || !isAboutPods(matchConstraints.resourceRules)) return false
  if ((failurePolicy ?? 'Fail') !== 'Fail' || !Array.isArray(validations)) return false
  return validations.some(
    (validation: unknown) =>
      isMapping(validation) &&
      /securityContext|privileged|host(?:PID|IPC|Network|Path)|capabilities/.test(String(validation.expression))
  )
}

function isAboutPods(rules: unknown): boolean {
  if (!Array.isArray(rules)) return false
  return rules.some((rule: unknown) => {
    if (!isMapping(rule)) return false
    const { apiGroups, resources, operations, scope } = rule
    const has = (list: unknown, ...names: string[]): boolean =>
      Array.isArray(list) && names.some((name) => list.includes(name))
    return (
      has(apiGroups, '', '*') &&
      has(resources, 'pods', '*', '*/*', 'pods/*') &&
      has(operations, 'CREATE', '*') &&
      (scope ?? '*') !== 'Cluster'
    )
  })
}

function inNamespaces(selector: unknown): (namespace: string, labels: Labels) => boolean {
  const matches = labelSelector(selector ?? {})
  return (namespace, labels) =>
    typeof matches === 'function' && matches({ ...labels, 'kubernetes.io/metadata.name': namespace })
}
