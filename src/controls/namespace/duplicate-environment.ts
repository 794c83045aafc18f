import type { Estate } from '../../estate/estate.ts'
import { labelsOf } from '../../estate/selectors.ts'
import { rtfLabels } from '../../rtf/facts/names.ts'
import { fails, passes, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

function* judge(estate: Estate): Iterable<Verdict> {
  const labelled = estate.ofKind('Namespace', '').filter((each) => Object.hasOwn(labelsOf(each), rtfLabels.environment))
  const byEnvironment = Map.groupBy(labelled, (namespace) => String(labelsOf(namespace)[rtfLabels.environment]))
  for (const namespaces of byEnvironment.values()) {
    for (const namespace of namespaces) {
      const [other] = namespaces.filter(({ name }) => name !== namespace.name)
      yield other === undefined
        ? passes(namespace)
        : fails(namespace, `namespace "${namespace.name}" is for the same Anypoint environment as "${other.name}"`, {
            path: ['metadata', 'labels', rtfLabels.environment]
          })
    }
  }
}

export const duplicateEnvironment = defineControl({
  id: 'duplicate-environment',
  title: 'An Anypoint environment has one namespace',
  severity: 'high',
  why: 'Runtime Fabric finds the namespace of an environment by its label. With two of them every deployment fails, and applications of one environment may stand in a namespace with the rules of another.',
  remedy: 'Keep the label `rtf.mulesoft.com/envId` on one of the namespaces, and move what runs in the other.',
  maps: { guide: ['namespace.isolation'] },
  analyse: { reads: ['Namespace'], judge },
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: mule-production
        labels:
          rtf.mulesoft.com/envId: 11111111-1111-4111-8111-111111111111
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: mule-sandbox
        labels:
          rtf.mulesoft.com/envId: 33333333-3333-4333-8333-333333333333
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: mule-production
        labels:
          rtf.mulesoft.com/envId: 11111111-1111-4111-8111-111111111111
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: mule-old
        labels:
          rtf.mulesoft.com/envId: 11111111-1111-4111-8111-111111111111
      `
    ]
  }
})
