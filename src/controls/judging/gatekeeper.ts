import type { Estate } from '../../estate/estate.ts'
import { constraintGroup, podConstraintKinds } from '../../estate/gatekeeper-kinds.ts'
import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { type Labels, labelSelector } from '../../estate/selectors.ts'
import type { Coverage } from './coverage.ts'
import { matchesWildcard } from './wildcard.ts'

/** The kinds of Gatekeeper that decide whether pods are checked. */
export const gatekeeperKinds: readonly string[] = [...podConstraintKinds, 'ConstraintTemplate']

const templateGroup = 'templates.gatekeeper.sh'

/** What one constraint refuses, and the pods of a namespace that it is about. */
export interface GatekeeperConstraint {
  readonly what: string
  covers(namespace: string, labels: Labels): Coverage
}

const securing = /securityContext|privileged|host(?:PID|IPC|Network|Path)|capabilities/

/**
 * The constraints that refuse pods, with what they match.
 * @see https://open-policy-agent.github.io/gatekeeper/website/docs/howto#the-match-field
 */
export function gatekeeperConstraints(estate: Estate): GatekeeperConstraint[] {
  return podConstraintKinds
    .flatMap((kind) => estate.ofKind(kind, constraintGroup))
    .filter((constraint) => denies(constraint) && isAboutPods(matchOf(constraint)))
    .map((constraint) => ({
      what: `Gatekeeper's ${constraint.kind} "${constraint.name ?? ''}"`,
      covers: coverage(matchOf(constraint))
    }))
}

/** Kinds of constraints that ask for how pods are secured and are not part of the library: what they match is not read. */
export function ownConstraintKinds(estate: Estate): string[] {
  return estate
    .ofKind('ConstraintTemplate', templateGroup)
    .filter(({ object }) => securing.test(JSON.stringify(object.spec ?? {})))
    .map(({ object }) => kindOf(object))
    .filter((kind) => !podConstraintKinds.includes(kind))
}

function kindOf({ spec }: Mapping): string {
  const names = mappingAt(mappingAt(mappingAt(isMapping(spec) ? spec : {}, 'crd') ?? {}, 'spec') ?? {}, 'names')
  return stringAt(names ?? {}, 'kind') ?? ''
}

function matchOf({ object }: Resource): Mapping {
  return mappingAt(mappingAt(object, 'spec') ?? {}, 'match') ?? {}
}

/** `deny` where nothing is said; a scoped action denies where one of its scopes is admission. */
function denies({ object }: Resource): boolean {
  const spec = mappingAt(object, 'spec') ?? {}
  const action = stringAt(spec, 'enforcementAction') ?? 'deny'
  if (action !== 'scoped') return action === 'deny'
  const scoped: readonly unknown[] = Array.isArray(spec.scopedEnforcementActions) ? spec.scopedEnforcementActions : []
  return scoped.filter(isMapping).some(({ action: own, enforcementPoints }) => {
    const points: readonly unknown[] = Array.isArray(enforcementPoints) ? enforcementPoints : []
    return (
      own === 'deny' &&
      points.some((point) => isMapping(point) && /^(?:\*|validation\.gatekeeper\.sh)$/.test(String(point.name)))
    )
  })
}

/** Every kind where none is named. */
function isAboutPods({ kinds, scope }: Mapping): boolean {
  if (scope === 'Cluster') return false
  if (!Array.isArray(kinds) || kinds.length === 0) return true
  return kinds.filter(isMapping).some(({ apiGroups, kinds: names }) => {
    const has = (list: unknown, ...wanted: string[]): boolean =>
      !Array.isArray(list) || list.length === 0 || wanted.some((one) => list.includes(one))
    return has(apiGroups, '', '*') && has(names, 'Pod', '*')
  })
}

function coverage(match: Mapping): GatekeeperConstraint['covers'] {
  const { namespaces, excludedNamespaces, namespaceSelector, labelSelector: objects, name, source } = match
  const selects = isMapping(namespaceSelector) ? labelSelector(namespaceSelector) : null
  // Objects are told apart by their own labels and names: of a namespace, only a part is meant.
  const isPartial =
    (isMapping(objects) && Object.keys(objects).length > 0) ||
    (typeof name === 'string' && name !== '' && name !== '*') ||
    source === 'Generated'
  return (namespace, labels) => {
    if (isFilled(namespaces) && !namespaces.some((one) => matchesWildcard(String(one), namespace))) return 'none'
    if (isFilled(excludedNamespaces) && excludedNamespaces.some((one) => matchesWildcard(String(one), namespace)))
      return 'none'
    if (typeof selects === 'function' && !selects({ ...labels, 'kubernetes.io/metadata.name': namespace }))
      return 'none'
    return isPartial || (selects !== null && typeof selects !== 'function') ? 'some' : 'all'
  }
}

function isFilled(list: unknown): list is readonly unknown[] {
  return Array.isArray(list) && list.length > 0
}
