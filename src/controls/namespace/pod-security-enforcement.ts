import { labelsOf } from '../../estate/selectors.ts'
import { userNamespaces } from '../../estate/user-namespaces.ts'
import { type Analysis, fails, passes, undecided } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { admissionKinds, enforceLabel, podAdmission } from '../judging/admission-coverage.ts'

const path = ['metadata', 'labels', enforceLabel]

const analyse: Analysis = {
  reads: ['Namespace', ...admissionKinds],
  *judge(estate) {
    const admission = podAdmission(estate)
    for (const namespace of userNamespaces(estate)) {
      const labels = labelsOf(namespace)
      const level = labels[enforceLabel]
      const name = namespace.name ?? ''
      if (level === 'baseline' || level === 'restricted' || admission.enforcedBy(name, labels) !== null) {
        yield passes(namespace)
        continue
      }
      const unclear = admission.unclear(name, labels)
      if (unclear !== null) yield undecided(namespace, unclear, { path })
      else {
        const what =
          level === undefined
            ? 'enforces no Pod Security level'
            : 'enforces the level "privileged", which refuses nothing'
        yield fails(namespace, `namespace "${name}" ${what}, and no admission policy covers it`, { path })
      }
    }
  }
}

export const podSecurityEnforcement = defineControl({
  id: 'pod-security-enforcement',
  title: 'A minimum of pod security is enforced in every namespace',
  severity: 'medium',
  why: 'Whoever may create a pod there may create a privileged one, and is root on its node. Checks before deployment alone do not stop that.',
  remedy:
    'Label the namespace `pod-security.kubernetes.io/enforce: restricted`, or `baseline` where its workloads need more, or let an admission policy that fails closed cover it.',
  maps: {
    guide: ['pod.technical-control', 'pod.technical-control.privileged', 'pod.technical-control.breakout'],
    nsa: ['1.18'],
    cis: { '1.8': ['5.2.1'] },
    kubescape: ['C-0192', 'C-0068'],
    attack: ['T1610'],
    microsoft: ['MS-TA9008'],
    owasp: { '2022': ['K04'], '2025': ['K04'] }
  },
  implies: ['pod-security-level'],
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
          pod-security.kubernetes.io/enforce-version: v1.34
      `,
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: apiserver.config.k8s.io/v1
      kind: AdmissionConfiguration
      metadata: {}
      plugins:
        - name: PodSecurity
          configuration:
            apiVersion: pod-security.admission.config.k8s.io/v1
            kind: PodSecurityConfiguration
            defaults:
              enforce: restricted
      `,
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          tenant: shop
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata:
        name: kubewarden-policies
      webhooks:
        - name: pods.kubewarden.admission
          failurePolicy: Fail
          sideEffects: None
          admissionReviewVersions: [v1]
          clientConfig:
            service:
              name: policy-server-default
              namespace: kubewarden
          namespaceSelector:
            matchExpressions:
              - key: tenant
                operator: Exists
          rules:
            - apiGroups: ['*']
              apiVersions: ['*']
              operations: [CREATE, UPDATE]
              resources: ['*']
      `,
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata:
        name: gatekeeper-validating-webhook-configuration
      webhooks:
        - name: validation.gatekeeper.sh
          failurePolicy: Fail
          sideEffects: None
          admissionReviewVersions: [v1]
          clientConfig:
            service:
              name: gatekeeper-webhook-service
              namespace: gatekeeper-system
          rules:
            - apiGroups: ['*']
              apiVersions: ['*']
              operations: [CREATE, UPDATE]
              resources: ['*']
      ---
      apiVersion: constraints.gatekeeper.sh/v1beta1
      kind: K8sPSPPrivilegedContainer
      metadata:
        name: no-privileged-containers
      spec:
        match:
          kinds:
            - apiGroups: ['']
              kinds: [Pod]
          excludedNamespaces: [kube-*]
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      `,
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: privileged
          pod-security.kubernetes.io/warn: restricted
      `,
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata:
        name: gatekeeper-validating-webhook-configuration
      webhooks:
        - name: validation.gatekeeper.sh
          failurePolicy: Ignore
          sideEffects: None
          admissionReviewVersions: [v1]
          clientConfig:
            service:
              name: gatekeeper-webhook-service
              namespace: gatekeeper-system
          rules:
            - apiGroups: ['*']
              apiVersions: ['*']
              operations: [CREATE, UPDATE]
              resources: ['*']
      `,
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata:
        name: no-host-network
      spec:
        matchConstraints:
          resourceRules:
            - apiGroups: ['']
              apiVersions: [v1]
              operations: [CREATE]
              resources: [pods]
        validations:
          - expression: '!object.spec.?hostNetwork.orValue(false)'
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata:
        name: no-host-network
      spec:
        policyName: no-host-network
        validationActions: [Warn]
      `
    ]
  }
})
