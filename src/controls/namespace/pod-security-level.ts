import { labelsOf } from '../../estate/selectors.ts'
import { userNamespaces } from '../../estate/user-namespaces.ts'
import { type EstateAnalysis, fails, passes, podSecurityLevels, podsOfAllKinds } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { enforceLabel } from '../judging/admission-coverage.ts'

const path = ['metadata', 'labels', enforceLabel]

const analyse: EstateAnalysis = {
  reads: ['Namespace', 'MuleApplication', podsOfAllKinds],
  byName: ['Namespace', 'MuleApplication'],
  readsLevels: true,
  *judge(estate, _, fitness) {
    // Files do not say what Runtime Fabric makes of an application.
    const unseen = new Set(estate.isLive ? [] : estate.ofKind('MuleApplication').map(({ namespace }) => namespace))
    for (const namespace of userNamespaces(estate)) {
      const enforced = podSecurityLevels.indexOf(labelsOf(namespace)[enforceLabel] as 'baseline')
      const { workloads, level } = fitness(namespace.name ?? '')
      if (enforced === -1 || workloads === 0 || unseen.has(namespace.name)) continue
      const fit = podSecurityLevels.indexOf(level)
      if (fit <= enforced) yield passes(namespace)
      else {
        const all = workloads === 1 ? 'the only workload there is' : `all ${workloads} workloads there are`
        yield fails(
          namespace,
          `namespace "${namespace.name}" enforces "${podSecurityLevels[enforced]}", though ${all} fit for "${level}"`,
          { path }
        )
      }
    }
  }
}

export const podSecurityLevel = defineControl({
  id: 'pod-security-level',
  title: 'Namespaces enforce the highest level of pod security that their workloads are fit for',
  severity: 'low',
  why: 'What a namespace allows beyond the needs of its workloads serves only whoever comes in: a pod with more rights can be created there.',
  remedy: 'Raise the label `pod-security.kubernetes.io/enforce` to the level that is named.',
  maps: {
    guide: ['pod.technical-control'],
    nsa: ['1.18'],
    attack: ['T1610'],
    microsoft: ['MS-TA9008'],
    owasp: { '2022': ['K04'], '2025': ['K04'] }
  },
  analyse,
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: baseline
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: empty
        labels:
          pod-security.kubernetes.io/enforce: baseline
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: baseline
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        securityContext:
          runAsNonRoot: true
          seccompProfile:
            type: RuntimeDefault
        containers:
          - name: app
            image: registry.example/web:1.4
            securityContext:
              allowPrivilegeEscalation: false
              capabilities:
                drop: [ALL]
      `
    ]
  }
})
