import { userNamespaces } from '../../estate/user-namespaces.ts'
import { type Analysis, fails, passes } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

const analyse: Analysis = {
  reads: ['Namespace', 'LimitRange'],
  byName: ['Namespace', 'LimitRange'],
  *judge(estate) {
    const bounded = new Set(estate.ofKind('LimitRange', '').map(({ namespace }) => namespace))
    for (const namespace of userNamespaces(estate)) {
      yield bounded.has(namespace.name)
        ? passes(namespace)
        : fails(namespace, `namespace "${namespace.name}" has no LimitRange`)
    }
  }
}

export const limitRange = defineControl({
  id: 'limit-range',
  title: 'Every namespace has a limit range',
  severity: 'low',
  why: 'It gives CPU and memory limits to containers that name none, and bounds those that do. Without it, one container may starve its node.',
  remedy: 'Create a `LimitRange` in the namespace with `default`, `defaultRequest` and `max` for containers.',
  maps: {
    guide: ['namespace.resource-policies'],
    nsa: ['2.6'],
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
      kind: LimitRange
      metadata:
        name: containers
        namespace: shop
      spec:
        limits:
          - type: Container
            default:
              cpu: 500m
              memory: 512Mi
            defaultRequest:
              cpu: 100m
              memory: 128Mi
            max:
              cpu: 4
              memory: 4Gi
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
