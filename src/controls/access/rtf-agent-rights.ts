import { isMapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import { rtfRoleName } from '../../rtf/fabric/role-name.ts'
import { fails } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { grantPath } from '../judging/grant-analysis.ts'

export const rtfAgentRights = defineControl({
  id: 'rtf-agent-rights',
  title: "The rights of Runtime Fabric's agent are on record, with an end and with what limits them",
  severity: 'medium',
  why: 'The agent may read secrets, run commands in pods and change roles wherever its role is bound, and MuleSoft supports no smaller role. Whoever takes the agent over has all of that.',
  remedy:
    "Limit the agent to authorized namespaces, and tolerate what is left by name and for a time: `bulwark rtf inspect` prints an exception for bulwark.yaml that names the agent's roles and bindings, what limits them, and an end.",
  maps: { guide: ['access.least-privilege', 'namespace.authorized'], nsa: ['3.11'], attack: ['T1098.006'] },
  analyse: {
    reads: ['RoleBinding', 'ClusterRoleBinding'],
    *inspect(binding, _, { rtf }) {
      const role = mappingAt(binding.object, 'roleRef')?.name
      if (typeof role !== 'string' || rtfRoleName(rtf, role) !== 'rtf:agent') return
      const { subjects } = binding.object
      const accounts = (Array.isArray(subjects) ? subjects : []).flatMap((subject: unknown) =>
        isMapping(subject) && subject.kind === 'ServiceAccount' ? (stringAt(subject, 'namespace') ?? []) : []
      )
      const [agent] = accounts
      if (agent === undefined) return
      const where = binding.kind === 'ClusterRoleBinding' ? 'every namespace' : `namespace "${binding.namespace}"`
      yield fails(
        binding,
        `the agent of Runtime Fabric in "${agent}" may read secrets, run commands in pods and change roles in ${where}; bulwark rtf inspect prints the exception for that`,
        { path: grantPath }
      )
    }
  },
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: rtf-mule-clusterip-service
        namespace: mule-production
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: rtf:mule-clusterip-service-rtf
      subjects:
        - kind: ServiceAccount
          name: mule-clusterip-service
          namespace: rtf
      `
    ],
    fail: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: rtf-agent
        namespace: mule-production
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: rtf:agent-rtf
      subjects:
        - kind: ServiceAccount
          name: rtf-agent
          namespace: rtf
      `
    ]
  }
})
