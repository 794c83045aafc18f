import { defineControl } from '../define-control.ts'

export const userClientCertificate = defineControl({
  id: 'user-client-certificate',
  title: 'Users do not log in with client certificates',
  severity: 'low',
  why: 'A certificate cannot be taken back before it ends, and its groups stay what they were. Who leaves keeps his rights until then.',
  remedy:
    'Let users log in through OpenID Connect or another provider that can end a session, and refuse such requests.',
  maps: {
    guide: ['authentication.strong'],
    nsa: ['3.7'],
    cis: { '1.8': ['3.1.1'] },
    kubescape: ['C-0286'],
    attack: ['T1078'],
    microsoft: ['MS-TA9001', 'MS-TA9003'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  each: 'resource',
  kinds: ['CertificateSigningRequest'],
  require:
    "!(self.?spec.?signerName.orValue('') in ['kubernetes.io/kube-apiserver-client', 'kubernetes.io/legacy-unknown'])",
  at: 'spec.signerName',
  message: 'a client certificate for a user is asked for',
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: certificates.k8s.io/v1
      kind: CertificateSigningRequest
      metadata:
        name: worker-1
      spec:
        signerName: kubernetes.io/kube-apiserver-client-kubelet
        usages: [client auth]
        request: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlId01JR1lBZ0VBTURZeEZUQVRCZ05WQkFvTURITjVjM1JsYlRwdWIyUmxjekVkTUJzR0ExVUVBd3dVYzNsegpkR1Z0T201dlpHVTZkMjl5YTJWeUxURXdXVEFUQmdjcWhrak9QUUlCQmdncWhrak9QUU1CQndOQ0FBUlJzbHNOCmlQZ3p0dG5JZmlHempGRUROTnBxMHAxSy9MamZnai81c1d6d3pCYVpVSzhXUloreXQwMGlUZjk4NkZobU9EanoKNFlyb2NuWGwwRzd6d0xwK29BQXdDZ1lJS29aSXpqMEVBd0lEUndBd1JBSWdQLzFSak1NbURnbnh3aXV2TThDWgo3Q0hMbEg0RGJCU2JNdzJnYWpBQ3YrSUNJQlpnU0NxMndnNi8yeC9jcmowdm8rSXNaTTFuWlp5TGtBVjdRK1FuCjlrM3gKLS0tLS1FTkQgQ0VSVElGSUNBVEUgUkVRVUVTVC0tLS0tCg==
      `
    ],
    fail: [
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
    ]
  }
})
