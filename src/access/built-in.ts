import { builtInBindings, builtInRoles } from './generated/built-in.ts'
import type { PolicyRule } from './policy-rule.ts'
import { type Subject, subjectKey } from './subject.ts'

/** A role that the API server makes itself. */
export interface BuiltInRole {
  /** Null for a ClusterRole. */
  readonly namespace: string | null
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  /** The labels of which a ClusterRole that it aggregates has one. */
  readonly aggregates: readonly string[]
  readonly rules: readonly PolicyRule[]
}

/** What the installer of Kubernetes adds to it: the administrators' own group, and what joins nodes. */
const installerBindings = `
kubeadm:cluster-admins ClusterRole:cluster-admin Group:kubeadm:cluster-admins
kubeadm:get-nodes ClusterRole:kubeadm:get-nodes Group:system:bootstrappers:kubeadm:default-node-token
kubeadm:kubelet-bootstrap ClusterRole:system:node-bootstrapper Group:system:bootstrappers:kubeadm:default-node-token
kubeadm:node-autoapprove-bootstrap ClusterRole:system:certificates.k8s.io:certificatesigningrequests:nodeclient Group:system:bootstrappers:kubeadm:default-node-token
kubeadm:node-autoapprove-certificate-rotation ClusterRole:system:certificates.k8s.io:certificatesigningrequests:selfnodeclient Group:system:nodes
kubeadm:node-proxier ClusterRole:system:node-proxier ServiceAccount:kube-system/kube-proxy
`

const aggregateTo = 'rbac.authorization.k8s.io/aggregate-to-'

let roles: ReadonlyMap<string, BuiltInRole> | undefined
let grants: ReadonlySet<string> | undefined

/** The roles that every cluster has, by `roleKey`. */
export function builtInRolesByKey(): ReadonlyMap<string, BuiltInRole> {
  roles ??= new Map(parseRoles().map((role) => [roleKey(role.namespace, role.name), role]))
  return roles
}

export function roleKey(namespace: string | null, name: string): string {
  return `${namespace ?? ''}/${name}`
}

/** True where Kubernetes itself grants this role to this subject by a binding of this name. */
export function isBuiltInGrant(
  binding: { readonly namespace: string | null; readonly name: string | null },
  role: { readonly kind: string; readonly name: string },
  subject: Subject
): boolean {
  grants ??= new Set([builtInBindings, installerBindings].flatMap(parseGrants))
  return grants.has(grantKey(roleKey(binding.namespace, binding.name ?? ''), `${role.kind}:${role.name}`, subject))
}

function parseRoles(): BuiltInRole[] {
  const parsed: (BuiltInRole & { readonly rules: PolicyRule[] })[] = []
  for (const line of linesOf(builtInRoles)) {
    if (line.startsWith(' ')) parsed.at(-1)?.rules.push(parseRule(line.slice(1)))
    else parsed.push(parseHeader(line))
  }
  return parsed
}

function parseHeader(line: string): BuiltInRole & { readonly rules: PolicyRule[] } {
  const [id = '', ...marks] = line.split(' ')
  const named = (mark: string): string[] =>
    marks.filter((text) => text.startsWith(mark)).map((text) => aggregateTo + text.slice(1))
  const labels = Object.fromEntries(named('>').map((label) => [label, 'true']))
  return { ...placed(id), labels, aggregates: named('<'), rules: [] }
}

function parseRule(line: string): PolicyRule {
  const [verbs = '', groups = '', resources = '', names = '', urls = ''] = line.split('|')
  return {
    verbs: listed(verbs),
    // The core group is the empty string; a rule about URLs has no groups.
    apiGroups: resources === '' ? [] : groups.split(','),
    resources: listed(resources),
    resourceNames: listed(names),
    nonResourceURLs: listed(urls)
  }
}

function listed(text: string): string[] {
  return text === '' ? [] : text.split(',')
}

function placed(id: string): { namespace: string | null; name: string } {
  const slash = id.indexOf('/')
  return slash === -1 ? { namespace: null, name: id } : { namespace: id.slice(0, slash), name: id.slice(slash + 1) }
}

function parseGrants(text: string): string[] {
  return linesOf(text).flatMap((line) => {
    const [id = '', role = '', ...subjects] = line.split(' ')
    const { namespace, name } = placed(id)
    return subjects.map((subject) => grantKey(roleKey(namespace, name), role, parseSubject(subject)))
  })
}

function parseSubject(text: string): Subject {
  const colon = text.indexOf(':')
  const kind = text.slice(0, colon)
  const { namespace, name } = placed(text.slice(colon + 1))
  return kind === 'ServiceAccount'
    ? { kind, namespace, name }
    : { kind: kind === 'Group' ? kind : 'User', namespace: null, name }
}

function grantKey(binding: string, role: string, subject: Subject): string {
  return `${binding} ${role} ${subjectKey(subject)}`
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}
