import { userNamespaces } from '../../estate/user-namespaces.ts'
import { networkOf } from '../../network/network.ts'
import { policyKinds } from '../../network/read-policies.ts'
import { type Analysis, fails, passes, undecided } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

const analyse: Analysis = {
  reads: ['Namespace', ...policyKinds],
  *judge(estate) {
    const network = networkOf(estate)
    for (const resource of userNamespaces(estate)) {
      if (resource.name === null) continue
      const namespace = network.namespaces.named(resource.name)
      const policies = network.policiesOver(namespace)
      const unclear = policies.find((policy) => policy.unclear !== null)
      if (policies.some((policy) => policy.namespace === namespace || policy.selectsAllOf(namespace))) {
        yield passes(resource)
      } else if (unclear?.unclear) yield undecided(resource, unclear.unclear)
      else yield fails(resource, `namespace "${resource.name}" has no network policy`)
    }
  }
}

export const namespaceNetworkPolicy = defineControl({
  id: 'namespace-network-policy',
  title: 'Every namespace has a network policy',
  severity: 'medium',
  why: 'Without any policy, every pod of the cluster may connect to every pod of the namespace, and these to anything.',
  remedy:
    'Create a `NetworkPolicy` in the namespace: first one that denies everything by default, then one for each connection that is needed.',
  maps: {
    cis: { '1.8': ['5.3.2'] },
    kubescape: ['C-0054', 'C-0206'],
    attack: ['T1046', 'T1210'],
    microsoft: ['MS-TA9034'],
    owasp: { '2022': ['K07'], '2025': ['K05'] }
  },
  analyse,
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: database
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: database
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: database
        namespace: other
      spec:
        podSelector: {}
      `
    ]
  }
})
