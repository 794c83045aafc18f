import { type Mapping, mappingAt } from '../../estate/mapping.ts'
import { shown } from '../../estate/shown.ts'
import { fails, type Inspection, passes } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { credentialInSecret } from '../judging/credentials/named-values.ts'
import { isPlaceholder } from '../judging/credentials/shapes.ts'

/** About files alone: in a cluster, a Secret is where the value belongs. */
const analyse: Inspection = {
  reads: ['Secret'],
  filesOnly: true,
  *inspect(resource) {
    if (resource.apiVersion !== 'v1') return
    const found = credentialsIn(resource.object)
    const [first] = found
    if (first === undefined) yield passes(resource)
    else {
      const others = found.length === 1 ? '' : `, and ${found.length - 1} more`
      const problem = `key ${shown(first.key)} holds ${first.what} for whoever reads the file${others}`
      yield fails(resource, problem, { path: [first.field, first.key] })
    }
  }
}

function credentialsIn(object: Mapping): { field: string; key: string; what: string }[] {
  return ['data', 'stringData'].flatMap((field) =>
    Object.entries(mappingAt(object, field) ?? {}).flatMap(([key, value]) => {
      if (typeof value !== 'string' || isPlaceholder(value)) return []
      const what = credentialInSecret(key, field === 'data' ? decoded(value) : value)
      return what === null ? [] : [{ field, key, what }]
    })
  )
}

/** Base64 is no encryption. What is none is taken as it stands: a tool's placeholder, perhaps. */
function decoded(value: string): string {
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(value)) return value
  return Buffer.from(value.slice(0, longestValue), 'base64').toString('latin1')
}

const longestValue = 100_000

export const secretInManifest = defineControl({
  id: 'secret-in-manifest',
  title: 'Values of Secrets are not kept in manifests',
  severity: 'medium',
  why: 'Base64 hides nothing: whoever can read the file or its history has the value, long after it was removed.',
  remedy:
    'Replace the value, since it has been seen. Keep it in a store outside of the cluster and bring it in by the External Secrets Operator, or encrypt the manifest with Sealed Secrets or SOPS.',
  maps: {
    nsa: ['2.24'],
    cis: { '1.8': ['5.4.2'] },
    kubescape: ['C-0012'],
    attack: ['T1552.001'],
    microsoft: ['MS-TA9027'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  analyse,
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      type: Opaque
      `,
      `
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      stringData:
        password: \${DB_PASSWORD}
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      data:
        password: bm90LWEtcmVhbC1vbmU=
      `,
      `
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      stringData:
        password: not-a-real-one
      `
    ]
  }
})
