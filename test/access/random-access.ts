import type { AccessRequest } from '../../src/access/policy-rule.ts'
import type { Identity } from '../../src/access/subject.ts'
import type { Mapping } from '../../src/estate/mapping.ts'
import { Random } from '../pss/generate/random.ts'

export const namespaces = ['shop', 'bank'] as const

const group = 'rbac.authorization.k8s.io'
const apiVersion = `${group}/v1`
const verbs = ['get', 'list', 'create', 'update', 'delete', 'impersonate', 'escalate', '*'] as const
const groups = ['', 'apps', 'batch', 'example.com', '*'] as const
/** `pods/*` is valid and covers nothing. */
const resources = [
  'pods',
  'pods/exec',
  'pods/*',
  '*/exec',
  '*/scale',
  'deployments',
  'deployments/scale',
  'secrets',
  '*'
] as const
const names = ['web', 'db'] as const
const urls = ['*', '/metrics', '/metrics/*', '/logs*', '/logs**', '/', '/healthz'] as const
const users = ['alice', 'bob', 'system:serviceaccount:shop:web', 'system:serviceaccount:bank:default'] as const
const userGroups = [
  'dev',
  'oncall',
  'system:serviceaccounts',
  'system:serviceaccounts:shop',
  'system:authenticated',
  'system:unauthenticated'
] as const
const shipped = ['admin', 'edit', 'view', 'cluster-admin', 'system:node-proxier', 'no-such-role'] as const

/** Roles, ClusterRoles (some of them aggregated) and bindings as manifests. */
export function randomAccess(seed: number): Mapping[] {
  const random = new Random(seed)
  const roles = Array.from({ length: 24 }, (_, index) => role(random, index))
  const bindings = Array.from({ length: 60 }, (_, index) => binding(random, index))
  return [...roles, ...bindings]
}

function role(random: Random, index: number): Mapping {
  if (index % 3 === 0) {
    const namespace = random.pick(namespaces)
    const metadata = { name: `role-${index}`, namespace }
    return { apiVersion, kind: 'Role', metadata, rules: random.list(1, 3, () => resourceRule(random)) }
  }
  const metadata = { name: `role-${index}`, labels: labels(random) }
  const rules = random.list(1, 3, () => (random.chance(0.3) ? urlRule(random) : resourceRule(random)))
  if (!random.chance(0.25)) return { apiVersion, kind: 'ClusterRole', metadata, rules }
  const clusterRoleSelectors = random.list(1, 2, () => selector(random))
  return { apiVersion, kind: 'ClusterRole', metadata, rules: [], aggregationRule: { clusterRoleSelectors } }
}

function labels(random: Random): Record<string, string> {
  const own: Record<string, string> = { tier: random.pick(['front', 'back']) }
  if (random.chance(0.3)) own.team = random.pick(['a', 'b', 'c'])
  if (random.chance(0.15)) own['rbac.authorization.k8s.io/aggregate-to-view'] = 'true'
  return own
}

function selector(random: Random): Mapping {
  if (random.chance(0.5))
    return { matchLabels: { tier: random.pick(['front', 'back']), team: random.pick(['a', 'b']) } }
  const operator = random.pick(['In', 'NotIn', 'Exists'])
  const team = { key: 'team', operator, ...(operator === 'Exists' ? {} : { values: ['a', 'c'] }) }
  // All roles of Kubernetes lack both labels.
  return { matchExpressions: [{ key: 'tier', operator: 'Exists' }, team] }
}

function resourceRule(random: Random): Mapping {
  return {
    verbs: some(random, verbs, 3),
    apiGroups: some(random, groups, 2),
    resources: some(random, resources, 3),
    ...(random.chance(0.25) ? { resourceNames: some(random, names, 2) } : {})
  }
}

function urlRule(random: Random): Mapping {
  return { verbs: some(random, ['get', 'post', '*'], 2), nonResourceURLs: some(random, urls, 2) }
}

function binding(random: Random, index: number): Mapping {
  const kind = random.chance(0.4) ? 'ClusterRoleBinding' : 'RoleBinding'
  const number = random.integer(0, 23)
  const isRole = number % 3 === 0
  const roleKind = isRole && kind === 'RoleBinding' ? 'Role' : 'ClusterRole'
  const name = random.chance(0.15) && roleKind === 'ClusterRole' ? random.pick(shipped) : `role-${number}`
  return {
    apiVersion,
    kind,
    metadata: { name: `binding-${index}`, ...(kind === 'RoleBinding' ? { namespace: random.pick(namespaces) } : {}) },
    roleRef: { apiGroup: group, kind: roleKind, name },
    subjects: random.list(1, 2, () => subject(random, kind === 'ClusterRoleBinding'))
  }
}

function subject(random: Random, needsNamespace: boolean): Mapping {
  const kind = random.pick(['User', 'Group', 'ServiceAccount'])
  if (kind === 'User') return { apiGroup: group, kind, name: random.pick(users) }
  if (kind === 'Group') return { apiGroup: group, kind, name: random.pick(userGroups) }
  const account = { kind, name: random.pick(['web', 'default']) }
  // The API server takes the binding's own namespace where one is left out.
  return needsNamespace || random.chance(0.5) ? { ...account, namespace: random.pick(namespaces) } : account
}

/** Who asks for what. */
export interface Question {
  readonly identity: Identity
  readonly request: AccessRequest
}

export function randomQuestions(seed: number, count: number): Question[] {
  const random = new Random(seed)
  return Array.from({ length: count }, () => ({ identity: identity(random), request: request(random) }))
}

function identity(random: Random): Identity {
  const groupNames = random.list(0, 2, () => random.pick(userGroups))
  return { user: random.pick(users), groups: random.chance(0.01) ? ['system:masters'] : [...new Set(groupNames)] }
}

function request(random: Random): AccessRequest {
  if (random.chance(0.2)) {
    const url = random.pick(['/metrics', '/metrics/x', '/logs', '/logs/x', '/', '/healthz', '/version', '/metric'])
    return { verb: random.pick(['get', 'post', 'put']), url }
  }
  const [resource = '', subresource = ''] = random
    .pick(['pods', 'pods/exec', 'pods/log', 'deployments', 'deployments/scale', 'secrets', 'things/exec', 'nodes'])
    .split('/')
  return {
    verb: random.pick(['get', 'list', 'create', 'update', 'delete', 'impersonate', 'escalate', 'patch']),
    group: random.pick(['', 'apps', 'batch', 'example.com', 'other.com']),
    resource,
    subresource,
    name: random.pick(['', 'web', 'db', 'other']),
    namespace: random.pick(['', ...namespaces, 'empty'])
  }
}

function some<Value>(random: Random, values: readonly [Value, ...Value[]], most: number): Value[] {
  return [...new Set(random.list(1, most, () => random.pick(values)))]
}
