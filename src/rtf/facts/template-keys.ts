/**
 * A key that sets something of an application's pod, service or Deployment: by the KubernetesTemplate for what Runtime
 * Manager deploys, in the MuleApplication for what Anypoint Controller deploys. Both take the same paths.
 */
export interface TemplateKey {
  /** Below `spec`. */
  readonly path: string
  /** The first version whose KubernetesTemplate knows it; null where none does. */
  readonly template: string | null
  /** The first version whose MuleApplication knows it; null where none does. */
  readonly application: string | null
  /** What it takes. */
  readonly value: string
  /** The open question that it depends on. */
  readonly question?: string
  readonly note?: string
}

/** Anypoint Controller, and with it MuleApplication, came with this version. */
export const controllerSince = '3.0.1'

type Row = readonly [path: string, template: string, value: string, more?: Pick<TemplateKey, 'question' | 'note'>]

const rows: readonly Row[] = [
  ['deployment.metadata.labels', '2.4', 'labels'],
  ['deployment.metadata.annotations', '2.4', 'annotations'],
  ['service.metadata.labels', '2.4', 'labels'],
  ['service.metadata.annotations', '2.4', 'annotations'],
  ['pod.metadata.labels', '2.4', 'labels'],
  ['pod.metadata.annotations', '2.4', 'annotations'],
  [
    'pod.containerSecurityContext.seccompProfile',
    '2.4',
    'a seccomp profile',
    { question: 'security-context-reach', note: 'the only field of the security context that the page shows in use' }
  ],
  [
    'pod.containerSecurityContext.runAsNonRoot',
    '2.4',
    'true or false',
    { question: 'run-as-non-root', note: 'shown for MuleApplication, and not among what a template cannot override' }
  ],
  [
    'pod.containerSecurityContext.appArmorProfile',
    '2.4',
    'an AppArmor profile',
    { question: 'run-as-non-root', note: 'not among what a template cannot override; shown nowhere' }
  ],
  ['pod.tolerations', '2.4', 'tolerations'],
  ['pod.nodeSelector', '2.4', 'labels of nodes'],
  ['pod.affinity', '2.4', 'an affinity; podAntiAffinity is fixed'],
  ['pod.topologySpreadConstraints', '2.4', 'constraints'],
  [
    'pod.ephemeralStorageLimit',
    '2.4',
    'a quantity such as 4Gi',
    { note: 'pages of 2.4 to 2.6 show 4gb, which is no quantity' }
  ],
  ['pod.automountServiceAccountToken', '2.6', 'true or false', { question: 'automount-token' }],
  ['pod.env.ENABLE_CONSOLE_LOG', '2.6', '"true" or "false"'],
  [
    'pod.env.DISABLE_PER_APP_SA',
    '2.7',
    '"true" or "false"',
    { note: 'applications then share the account `default` of their namespace' }
  ],
  [
    'pod.env.ENABLE_READINESS_PROBE_ON_HTTP_GET',
    '3.0',
    '"true" or "false"',
    { note: 'needs a Mule runtime patched on 7 November 2025 or later' }
  ]
]

/**
 * Every key that is documented, with its first version (pages: customize-kubernetes-crd of 2.4 to 3.0,
 * deploy-mule-app-anypoint-controller). There is no `podSecurityContext`, and other keys below `pod.env` are ignored.
 */
export const templateKeys: readonly TemplateKey[] = rows.map(([path, template, value, more]) => ({
  path,
  template,
  application: controllerSince,
  value,
  ...more
}))
