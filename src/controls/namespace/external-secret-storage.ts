import { anchorKinds, clusterAnchor } from '../../estate/cluster-anchor.ts'
import type { Estate } from '../../estate/estate.ts'
import { isMapping } from '../../estate/mapping.ts'
import { passes, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { lacks } from '../judging/absence.ts'

/** Kinds by which secrets come from a store outside the cluster. */
const kinds = [
  'ExternalSecret',
  'ClusterExternalSecret',
  'SecretProviderClass',
  'VaultStaticSecret',
  'VaultDynamicSecret',
  'OnePasswordItem',
  'InfisicalSecret',
  'BitwardenSecret',
  'DopplerSecret',
  'AkeylessSecret'
]

/** What their definitions are called. */
const definitions =
  /^(?:cluster)?externalsecrets\.external-secrets\.io$|^secretproviderclasses\.secrets-store\.csi\.x-k8s\.io$|^vault(?:static|dynamic)secrets\.secrets\.hashicorp\.com$|^onepassworditems\.|^infisicalsecrets\.|^bitwardensecrets\.|^dopplersecrets\.|^azurekeyvaultsecrets\./

/** Webhooks that put secrets of a store into pods. */
const injectors = /vault-agent-injector|vault-secrets-webhook|secrets-injector/

function* judge(estate: Estate): Iterable<Verdict> {
  const anchor = clusterAnchor(estate)
  if (anchor === null) return
  const used =
    kinds.some((kind) => estate.ofKind(kind).length > 0) ||
    estate.ofKind('CustomResourceDefinition').some(({ name }) => definitions.test(name ?? '')) ||
    estate.ofKind('MutatingWebhookConfiguration').some(({ name }) => injectors.test(name ?? '')) ||
    estate.ofKind('EncryptionConfiguration').some(({ object }) => usesKms(object.resources))
  yield used ? passes(anchor) : lacks(estate, anchor, 'no secret of the cluster comes from a store outside of it')
}

function usesKms(resources: unknown): boolean {
  return (
    Array.isArray(resources) &&
    resources.some(
      (entry: unknown) =>
        isMapping(entry) &&
        Array.isArray(entry.providers) &&
        entry.providers.some((provider: unknown) => isMapping(provider) && isMapping(provider.kms))
    )
  )
}

export const externalSecretStorage = defineControl({
  id: 'external-secret-storage',
  title: 'Secrets come from a store outside the cluster',
  severity: 'low',
  why: 'Secrets of Kubernetes are as safe as etcd, its backups and every role that may read them. A store of its own rotates them and records who read what.',
  remedy:
    'Keep secrets in a store such as Vault or that of your cloud, and bring them in with the External Secrets Operator or the Secrets Store CSI driver; or let a key management service hold the keys of etcd.',
  maps: {
    nsa: ['2.23'],
    cis: { '1.8': ['5.4.2'] },
    kubescape: ['C-0208'],
    attack: ['T1552.007'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  analyse: {
    reads: [
      ...anchorKinds,
      ...kinds,
      'CustomResourceDefinition',
      'MutatingWebhookConfiguration',
      'EncryptionConfiguration'
    ],
    byName: [...anchorKinds, ...kinds, 'CustomResourceDefinition', 'MutatingWebhookConfiguration'],
    judge
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: kube-system
      ---
      apiVersion: external-secrets.io/v1
      kind: ExternalSecret
      metadata:
        name: database
        namespace: shop
      spec:
        secretStoreRef:
          kind: ClusterSecretStore
          name: vault
        dataFrom:
          - extract:
              key: shop/database
      `,
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: kube-system
      `
    ]
  }
})
