import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scanManifest } from './scan-manifest.ts'

const administrator = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: tiller
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
  - kind: ServiceAccount
    name: tiller
    namespace: shop
`

test('an administrator is reported once, for all that he may do', () => {
  const findings = scanManifest(administrator, 'cis-5')
  assert.deepEqual(
    findings.map(({ control, path }) => `${control} ${path}`),
    ['cluster-admin-binding roleRef.name']
  )
  const items = findings[0]?.maps.cis ?? []
  assert.deepEqual([...items].sort(), [
    '5.1.1',
    '5.1.10',
    '5.1.11',
    '5.1.12',
    '5.1.13',
    '5.1.2',
    '5.1.4',
    '5.1.8',
    '5.1.9'
  ])
})

test('a weaker control says it where only that one was asked', () => {
  const findings = scanManifest(administrator, 'cis-5', ['cluster-secret-access'])
  assert.deepEqual(
    findings.map(({ message }) => message),
    ['ServiceAccount shop/tiller may get, list and watch secrets in all namespaces through ClusterRole "cluster-admin"']
  )
})
