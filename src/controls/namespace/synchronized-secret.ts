import type { Estate } from '../../estate/estate.ts'
import { stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { labelsOf } from '../../estate/selectors.ts'
import { rtfLabels } from '../../rtf/facts/names.ts'
import { fails, passes, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

function* judge(estate: Estate): Iterable<Verdict> {
  const copies = estate
    .ofKind('Namespace', '')
    .map((namespace) => labelsOf(namespace)[rtfLabels.agentNamespace])
    .filter((agent) => typeof agent === 'string')
  for (const secret of estate.ofKind('Secret', '')) {
    if (!isSynchronized(secret)) continue
    const count = copies.filter((agent) => agent === secret.namespace).length
    const where = count === 0 ? 'every namespace of applications' : count === 1 ? 'a namespace' : `${count} namespaces`
    // The certificates of endpoints have to be where the endpoints are; that is what the label is documented for.
    yield stringAt(secret.object, 'type') === 'kubernetes.io/tls'
      ? passes(secret)
      : fails(secret, `Runtime Fabric copies the secret to ${where}, and keeps the copies there`, {
          path: ['metadata', 'labels', rtfLabels.synchronized]
        })
  }
}

function isSynchronized(secret: Resource): boolean {
  return String(labelsOf(secret)[rtfLabels.synchronized]) === 'true'
}

export const synchronizedSecret = defineControl({
  id: 'synchronized-secret',
  title: 'Only certificates are copied to every namespace of Mule applications',
  severity: 'medium',
  why: 'A secret with the label `rtf.mulesoft.com/synchronized` is in every namespace of applications: each of their teams may read it, and whoever breaks into one application has what all share.',
  remedy:
    'Remove the label, and put the secret into the namespaces that need it, or let them take it from a store outside the cluster. Certificates of endpoints may be copied.',
  maps: { guide: ['namespace.isolation', 'access.least-privilege'], nsa: ['2.25'], attack: ['T1552.007'] },
  analyse: {
    reads: ['Secret', 'Namespace'],
    needs: (resource) => resource.kind !== 'Secret' || isSynchronized(resource),
    judge
  },
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Secret
      metadata:
        name: api-wildcard-tls
        namespace: rtf
        labels:
          rtf.mulesoft.com/synchronized: "true"
      type: kubernetes.io/tls
      data:
        tls.crt: ""
        tls.key: ""
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
        namespace: rtf
        labels:
          rtf.mulesoft.com/synchronized: "true"
      type: Opaque
      `
    ]
  }
})
