import type { Estate } from '../../estate/estate.ts'
import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { type Labels, labelSelector } from '../../estate/selectors.ts'

/** What admission has to say about pods of a namespace. */
export interface PodAdmission {
  /** What enforces a minimum level for every pod there, such as `webhook "…"`; null where nothing does. */
  enforcedBy(namespace: string, labels: Labels): string | null
  /** Why something may that is not understood; null where all is. */
  unclear(namespace: string): string | null
}

/** The kinds that it reads. */
export const admissionKinds: readonly string[] = [
  'AdmissionConfiguration',
  'PodSecurityConfiguration',
  'ValidatingWebhookConfiguration',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ClusterPolicy'
]

interface Guard {
  readonly what: string
  covers(namespace: string, labels: Labels): boolean
}

/** What enforces rules on pods besides the labels of Pod Security. */
export function podAdmission(estate: Estate): PodAdmission {
  const guards = [...defaultsOf(estate), ...webhooksOf(estate), ...policiesOf(estate)]
  const kyverno = estate.ofKind('ClusterPolicy', 'kyverno.io').filter(enforcesOnPods)
  const plain = kyverno.find((policy) => !isNarrow(policy))
  return {
    enforcedBy(namespace, labels) {
      if (plain !== undefined) return `Kyverno's policy "${plain.name ?? ''}"`
      return guards.find((guard) => guard.covers(namespace, labels))?.what ?? null
    },
    unclear() {
      const [narrow] = kyverno
      return narrow === undefined ? null : `Kyverno's policy "${narrow.name ?? ''}" holds for a part of the namespaces`
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

function webhooksOf(estate: Estate): Guard[] {
  return estate.ofKind('ValidatingWebhookConfiguration').flatMap(({ name, object }) => {
    const { webhooks } = object
    if (!Array.isArray(webhooks) || !engines.test(name ?? '')) return []
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

/** Admission policies that say something of how pods are secured, where a binding denies. */
function policiesOf(estate: Estate): Guard[] {
  const securing = new Map(
    estate
      .ofKind('ValidatingAdmissionPolicy')
      .filter(({ object }) => isSecuring(mappingAt(object, 'spec') ?? {}))
      .map((policy) => [policy.name, policy])
  )
  return estate.ofKind('ValidatingAdmissionPolicyBinding').flatMap(({ object }): Guard[] => {
    const spec = mappingAt(object, 'spec') ?? {}
    const policy = securing.get(stringAt(spec, 'policyName'))
    const { validationActions } = spec
    if (policy === undefined || !Array.isArray(validationActions) || !validationActions.includes('Deny')) return []
    const own = mappingAt(mappingAt(policy.object, 'spec') ?? {}, 'matchConstraints') ?? {}
    const bound = mappingAt(spec, 'matchResources') ?? {}
    if ([own, bound].some(({ objectSelector }) => isMapping(objectSelector) && Object.keys(objectSelector).length > 0))
      return []
    const [first, second] = [inNamespaces(own.namespaceSelector), inNamespaces(bound.namespaceSelector)]
    return [
      {
        what: `policy "${policy.name ?? ''}"`,
        covers: (namespace, labels) => first(namespace, labels) && second(namespace, labels)
      }
    ]
  })
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

function enforcesOnPods({ object }: Resource): boolean {
  const spec = mappingAt(object, 'spec') ?? {}
  const { rules } = spec
  const enforced = /^enforce$/i.test(String(spec.validationFailureAction ?? ''))
  if (!Array.isArray(rules)) return false
  return rules.some((rule: unknown) => {
    if (!isMapping(rule) || !isMapping(rule.validate)) return false
    const own = rule.validate.failureAction
    const secures =
      'podSecurity' in rule.validate || /securityContext|hostNetwork|hostPath/.test(JSON.stringify(rule.validate))
    return (
      (own === undefined ? enforced : own === 'Enforce') && secures && /"Pod"/.test(JSON.stringify(rule.match ?? {}))
    )
  })
}

/** It names namespaces, objects or subjects, or leaves some out. */
function isNarrow({ object }: Resource): boolean {
  const rules = mappingAt(object, 'spec')?.rules
  return /"(?:exclude|namespaces|namespaceSelector|selector|names|subjects|preconditions)"/.test(
    JSON.stringify(rules ?? [])
  )
}
