import { mastersGroup } from '../../access/subject.ts'
import { mappingAt } from '../../estate/mapping.ts'
import { fails, passes } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { asksForGroup } from '../judging/certificate-request.ts'

export const systemMastersCertificate = defineControl({
  id: 'system-masters-certificate',
  title: 'Nobody asks for a certificate of the group system:masters',
  severity: 'critical',
  why: 'The API server lets this group do everything before it looks at any role, and no certificate can be taken back. By itself it refuses such requests only for its own signer.',
  remedy:
    'Deny the request. Ask for a certificate of a group that is bound to cluster-admin, so that the binding can be removed.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.9'],
    cis: { '1.8': ['5.1.7'] },
    kubescape: ['C-0246'],
    attack: ['T1078.003'],
    microsoft: ['MS-TA9019'],
    owasp: { '2022': ['K03', 'K06'], '2025': ['K02', 'K09'] }
  },
  analyse: {
    reads: ['CertificateSigningRequest'],
    *inspect(resource) {
      const request = mappingAt(resource.object, 'spec')?.request
      yield typeof request === 'string' && asksForGroup(request, mastersGroup)
        ? fails(resource, `a certificate of the group ${mastersGroup} is asked for`, { path: ['spec', 'request'] })
        : passes(resource)
    }
  },
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: certificates.k8s.io/v1
      kind: CertificateSigningRequest
      metadata:
        name: alice
      spec:
        signerName: kubernetes.io/kube-apiserver-client
        usages: [client auth]
        request: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIZk1JR0hBZ0VBTUNVeEV6QVJCZ05WQkFvTUNtUmxkbVZzYjNCbGNuTXhEakFNQmdOVkJBTU1CV0ZzYVdObApNRmt3RXdZSEtvWkl6ajBDQVFZSUtvWkl6ajBEQVFjRFFnQUVKOWNDU0FqeEZxRWtDRlEzNDhsY3BXblFOSHZpCmRMMFM3QVA0T3Z3bStXNUdGRmpkdVZvczRmeXZ2bVlSeXd1R0JHYVZsYUZUZkpIYklOcEtDd0hSajZBQU1Bb0cKQ0NxR1NNNDlCQU1DQTBjQU1FUUNJQU9SOUxaRXo2WHJyYkI1eVc2dHNmNWVUVVdFV1dVWFIrZlJ2elNtTmhJYwpBaUFMRWl2ZW02VG45bitjelJESG05bTRYYy96RVF4U21ka2s2MXk4SXlMYzRnPT0KLS0tLS1FTkQgQ0VSVElGSUNBVEUgUkVRVUVTVC0tLS0tCg==
      `
    ],
    fail: [
      `
      apiVersion: certificates.k8s.io/v1
      kind: CertificateSigningRequest
      metadata:
        name: admin
      spec:
        signerName: example.com/users
        usages: [client auth]
        request: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIa01JR0xBZ0VBTUNreEZ6QVZCZ05WQkFvTURuTjVjM1JsYlRwdFlYTjBaWEp6TVE0d0RBWURWUVFEREFWaApiR2xqWlRCWk1CTUdCeXFHU000OUFnRUdDQ3FHU000OUF3RUhBMElBQkNmOC84MmZFNE50UnFwQWhIaVpqaDFhClFvZm82TW9rMEpuTUw1TXlyejc2bUxyTUZlRm5IaERmbmtadzFtekpEb2NFLzZQcmJYdkdJVklYTTUrN0tmMmcKQURBS0JnZ3Foa2pPUFFRREFnTklBREJGQWlCL2hhYWYxb2hLQXBXWDBGNDF1RXNPRHBPaTVHRzhYNTNRbk10ZApES1VaSVFJaEFKc21IUnBHRVF4MmxoYTFYZnZxT0lURUJJNFJOU3hkdnE5dVEzdk9sMjBBCi0tLS0tRU5EIENFUlRJRklDQVRFIFJFUVVFU1QtLS0tLQo=
      `
    ]
  }
})
