import { userNamespaces } from '../../estate/user-namespaces.ts'
import { type Analysis, fails, passes } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

const analyse: Analysis = {
  reads: ['Namespace', 'ResourceQuota'],
  byName: ['Namespace', 'ResourceQuota'],
  *judge(estate) {
    const limited = new Set(estate.ofKind('ResourceQuota', '').map(({ namespace }) => namespace))
    for (const namespace of userNamespaces(estate)) {
      yield limited.has(namespace.name)
        ? passes(namespace)
        : fails(namespace, `namespace "${namespace.name}" has no ResourceQuota`)
    }
  }
}

export const resourceQuota = defineControl({
  id: 'resource-quota',
  title: 'Every namespace has a resource quota',
  severity: 'medium',
  why: 'Without a quota, one tenant or one mistake can take the CPU, memory and objects that all others need.',
  remedy: 'Create a `ResourceQuota` in the namespace that limits CPU, memory and the number of pods.',
  maps: {
    guide: ['namespace.resource-policies'],
    nsa: ['2.7'],
    attack: ['T1499', 'T1496.001'],
    microsoft: ['MS-TA9040'],
    owasp: { '2022': ['K01'], '2025': ['K01'] }
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
      ---
      apiVersion: v1
      kind: ResourceQuota
      metadata:
        name: tenant
        namespace: shop
      spec:
        hard:
          limits.cpu: 8
          limits.memory: 16Gi
          pods: 40
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      `
    ]
  }
})
