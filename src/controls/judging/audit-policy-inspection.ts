import { type AuditedRequest, type AuditLevel, auditDecision, auditLevels } from '../../estate/audit-policy.ts'
import { groupOf } from '../../estate/resource.ts'
import { fails, type Inspection, passes } from '../analysis.ts'

/** Requests that a policy is asked about. */
export interface AuditProbe {
  /** `pods/exec` of the core group, `roles.rbac.authorization.k8s.io`. */
  readonly what: readonly string[]
  readonly verbs: readonly string[]
  readonly by?: Pick<AuditedRequest, 'user' | 'groups'>
}

const person: Pick<AuditedRequest, 'user' | 'groups'> = { user: 'jane', groups: ['system:authenticated'] }
const namespaces: readonly string[] = ['default', 'kube-system']

/**
 * Judges audit policies by what they do with requests, so that the order of rules counts.
 * @param least The level that is little enough, or much enough.
 */
export function auditPolicyInspection(
  probe: AuditProbe,
  limit: { readonly least: AuditLevel } | { readonly most: AuditLevel }
): Inspection {
  return {
    reads: ['Policy'],
    // What a cluster serves under this name is another kind.
    filesOnly: true,
    *inspect(resource) {
      if (resource.kind !== 'Policy' || groupOf(resource.apiVersion) !== 'audit.k8s.io') return
      for (const request of requestsOf(probe)) {
        const { level, rule } = auditDecision(resource.object, request)
        if (isWithin(level, limit)) continue
        const by = request.user === person.user ? '' : ` by ${request.user}`
        const extent = 'least' in limit ? `recorded at ${level}` : `recorded with ${contentOf(level)}`
        const saying = rule === null ? 'no rule is about them' : `rule ${rule + 1} is the first about them`
        yield fails(resource, `requests to ${request.verb} ${nameOf(request)}${by} are ${extent}: ${saying}`, {
          path: rule === null ? ['rules'] : ['rules', rule, 'level']
        })
        return
      }
      yield passes(resource)
    }
  }
}

function isWithin(level: AuditLevel, limit: { readonly least: AuditLevel } | { readonly most: AuditLevel }): boolean {
  const place = auditLevels.indexOf(level)
  return 'least' in limit ? place >= auditLevels.indexOf(limit.least) : place <= auditLevels.indexOf(limit.most)
}

function contentOf(level: AuditLevel): string {
  return level === 'Request' ? 'what was sent' : 'what was sent and answered'
}

function* requestsOf({ what, verbs, by = person }: AuditProbe): Generator<AuditedRequest> {
  for (const name of what) {
    const [full = '', subresource = ''] = name.split('/')
    const [resource = '', ...group] = full.split('.')
    for (const verb of verbs) {
      for (const namespace of namespaces) {
        yield { ...by, verb, group: group.join('.'), resource, subresource, namespace }
      }
    }
  }
}

function nameOf({ resource, subresource }: AuditedRequest): string {
  return subresource === '' ? resource : `${resource}/${subresource}`
}
