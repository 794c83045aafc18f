import { anchorKinds, clusterAnchor } from '../../estate/cluster-anchor.ts'
import type { Estate } from '../../estate/estate.ts'
import { isMapping, type Mapping, mappingAt } from '../../estate/mapping.ts'
import { fails, passes, undecided, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

/** Webhooks of what verifies signatures; the engine of general policies may or may not. */
const verifiers = /policy\.sigstore\.dev|policy-controller|cosigned|connaisseur|ratify|portieris|binauthz|notation/

function* judge(estate: Estate): Iterable<Verdict> {
  for (const configuration of estate.ofKind('AdmissionConfiguration')) {
    const { plugins } = configuration.object
    if (!Array.isArray(plugins)) continue
    for (const [index, plugin] of plugins.entries()) {
      const webhook = imagePolicyOf(plugin)
      if (webhook === null) continue
      const path = ['plugins', index, 'configuration', 'imagePolicy', 'defaultAllow']
      if (webhook.defaultAllow === false) yield passes(configuration)
      else
        yield fails(configuration, 'ImagePolicyWebhook allows every image while its backend does not answer', { path })
    }
  }
  const anchor = clusterAnchor(estate)
  if (anchor === null) return
  const { verified, unclear } = verification(estate)
  if (verified) yield passes(anchor)
  else if (unclear !== null) yield undecided(anchor, unclear)
  else yield fails(anchor, 'nothing in the cluster verifies who built an image before it is admitted')
}

function imagePolicyOf(plugin: unknown): Mapping | null {
  if (!isMapping(plugin) || plugin.name !== 'ImagePolicyWebhook') return null
  return mappingAt(mappingAt(plugin, 'configuration') ?? {}, 'imagePolicy') ?? {}
}

function verification(estate: Estate): { verified: boolean; unclear: string | null } {
  const webhooks = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'].flatMap((kind) =>
    estate.ofKind(kind)
  )
  const closed = webhooks.some(
    ({ name, object }) =>
      verifiers.test(name ?? '') &&
      Array.isArray(object.webhooks) &&
      object.webhooks.some((webhook: unknown) => isMapping(webhook) && (webhook.failurePolicy ?? 'Fail') === 'Fail')
  )
  const configured = estate.ofKind('AdmissionConfiguration').some(({ object: { plugins } }) => {
    return Array.isArray(plugins) && plugins.some((plugin) => imagePolicyOf(plugin)?.defaultAllow === false)
  })
  if (
    closed ||
    configured ||
    estate.ofKind('ClusterPolicy', 'kyverno.io').some(({ object }) => verifiesImages(object))
  ) {
    return { verified: true, unclear: null }
  }
  const image = estate.ofKind('ImageValidatingPolicy')
  if (image.some(({ object }) => denies(mappingAt(object, 'spec') ?? {}))) return { verified: true, unclear: null }
  const engine = webhooks.find(({ name }) => /kyverno|gatekeeper/.test(name ?? ''))?.name ?? null
  if (engine === null || estate.ofKind('ClusterPolicy', 'kyverno.io').length > 0)
    return { verified: false, unclear: null }
  return { verified: false, unclear: `the policies of ${engine}, which may verify images, were not read` }
}

function verifiesImages(object: Mapping): boolean {
  const spec = mappingAt(object, 'spec') ?? {}
  const enforced = /^enforce$/i.test(String(spec.validationFailureAction ?? ''))
  return (
    Array.isArray(spec.rules) &&
    spec.rules.some((rule: unknown) => {
      if (!isMapping(rule) || !Array.isArray(rule.verifyImages)) return false
      return rule.verifyImages.some(
        (each: unknown) => enforced || (isMapping(each) && (each.failureAction === 'Enforce' || each.required === true))
      )
    })
  )
}

function denies({ validationActions, failurePolicy }: Mapping): boolean {
  const actions = Array.isArray(validationActions) ? validationActions : ['Deny']
  return actions.includes('Deny') && (failurePolicy ?? 'Fail') === 'Fail'
}

export const imageProvenance = defineControl({
  id: 'image-provenance',
  title: 'Signatures of images are verified before they are admitted',
  severity: 'medium',
  why: 'A registry says what it serves, not who built it. Without a signature that admission checks, whoever may push to the registry decides what runs.',
  remedy:
    "Sign images when they are built, and verify the signature at admission with Sigstore's policy-controller, Kyverno's `verifyImages`, Connaisseur or Ratify, failing closed.",
  maps: {
    guide: ['supply.build-cycle'],
    nsa: ['1.6'],
    cis: { '1.8': ['5.5.1'] },
    kubescape: ['C-0236', 'C-0237', 'C-0289'],
    attack: ['T1195.002', 'T1525'],
    microsoft: ['MS-TA9002'],
    owasp: { '2022': ['K02'], '2025': ['K04'] }
  },
  analyse: {
    reads: [
      ...anchorKinds,
      'ValidatingWebhookConfiguration',
      'MutatingWebhookConfiguration',
      'AdmissionConfiguration',
      'ClusterPolicy',
      'ImageValidatingPolicy'
    ],
    byName: anchorKinds,
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
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata:
        name: policy.sigstore.dev
      webhooks:
        - name: policy.sigstore.dev
          failurePolicy: Fail
          sideEffects: None
          admissionReviewVersions: [v1]
          clientConfig:
            service:
              name: webhook
              namespace: cosign-system
          rules:
            - apiGroups: ['']
              apiVersions: [v1]
              operations: [CREATE, UPDATE]
              resources: [pods]
      `,
      `
      apiVersion: apiserver.config.k8s.io/v1
      kind: AdmissionConfiguration
      metadata: {}
      plugins:
        - name: ImagePolicyWebhook
          configuration:
            imagePolicy:
              kubeConfigFile: /etc/kubernetes/image-policy.yaml
              defaultAllow: false
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: kube-system
      `,
      `
      apiVersion: apiserver.config.k8s.io/v1
      kind: AdmissionConfiguration
      metadata: {}
      plugins:
        - name: ImagePolicyWebhook
          configuration:
            imagePolicy:
              kubeConfigFile: /etc/kubernetes/image-policy.yaml
              defaultAllow: true
      `
    ]
  }
})
