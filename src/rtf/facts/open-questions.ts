/**
 * Something that the documentation leaves open or says twice. Whoever knows the answer from their own cluster writes it
 * below `rtf.assume` in `bulwark.yaml`.
 */
export interface OpenQuestion {
  readonly id: string
  readonly question: string
  /** What is said, and where. */
  readonly statements: readonly { readonly says: string; readonly page: string }[]
  /** The answers that change what Bulwark does; empty where it does the same whatever the answer. */
  readonly answers: readonly string[]
  /** Which of them is taken. */
  readonly assumed: string
  /** Why that one. */
  readonly because: string
}

export const openQuestions: readonly OpenQuestion[] = [
  {
    id: 'automount-token',
    question: 'Does automountServiceAccountToken in a template reach the pod?',
    statements: [
      { says: 'it is a key that can be configured', page: 'customize-kubernetes-crd' },
      { says: 'it is among what cannot be overridden', page: 'customize-kubernetes-crd' }
    ],
    answers: ['settable', 'fixed'],
    assumed: 'settable',
    because: 'a page of its own tells to enable the token by it; a key that is ignored does no harm'
  },
  {
    id: 'run-as-non-root',
    question: 'Do fields of the security context that are neither shown nor locked reach the container?',
    statements: [
      { says: 'runAsNonRoot is shown for MuleApplication', page: 'deploy-mule-app-anypoint-controller' },
      { says: 'a template shows seccompProfile alone; runAsNonRoot is not locked', page: 'customize-kubernetes-crd' }
    ],
    answers: ['settable', 'fixed'],
    assumed: 'settable',
    because: 'what is locked is listed, and the same keys are said to hold for both'
  },
  {
    id: 'security-context-reach',
    question: 'Does containerSecurityContext reach the init container and the monitoring sidecar, too?',
    statements: [{ says: 'nothing', page: 'customize-kubernetes-crd' }],
    answers: ['all', 'main'],
    assumed: 'main',
    because: 'volumes of a MuleApplication are said to reach the main container alone'
  },
  {
    id: 'template-precedence',
    question: 'Which template counts where the namespace and the agent both have one?',
    statements: [
      {
        says: 'overrides can be set with the root template or at the level of the namespace',
        page: 'customize-kubernetes-crd'
      }
    ],
    answers: ['namespace', 'agent', 'undecided'],
    assumed: 'undecided',
    because: 'no order is stated'
  },
  {
    id: 'application-account',
    question: 'Does an application have a service account?',
    statements: [
      { says: 'one is created for every deployment', page: 'customize-kubernetes-crd' },
      { says: 'none is attached to containers of applications', page: 'security-architecture' }
    ],
    answers: [],
    assumed: 'it has one of its own',
    because: 'both hold if the account exists and its token is not mounted'
  },
  {
    id: 'agent-label',
    question: 'Which label do pods of the agent carry?',
    statements: [
      { says: 'app=agent', page: 'install-helm' },
      { says: 'app=rtf-agent', page: 'deploy-mule-app-anypoint-controller' }
    ],
    answers: [],
    assumed: 'either',
    because: 'pages of different versions differ'
  },
  {
    id: 'role-suffix',
    question: "Do names of cluster roles end in the agent's namespace?",
    statements: [
      { says: 'rtf:agent', page: 'authorized-namespaces' },
      { says: 'rtf:agent-<rtf_namespace>', page: 'install-multiple-instances' }
    ],
    answers: ['with', 'without', 'either'],
    assumed: 'either',
    because: 'both are in use, on one page sometimes'
  },
  {
    id: 'newest-kubernetes',
    question: 'Which Kubernetes versions does Runtime Fabric 3.0 support?',
    statements: [
      { says: 'each is supported until the fourth after it is', page: 'runtime-fabric-release-notes-2.x.x' },
      { says: '1.35 came with 3.0.277, as operators of clusters report', page: 'none' }
    ],
    answers: ['judged', 'unjudged'],
    assumed: 'judged',
    because: 'the rule of four minor versions has held since 1.26'
  }
]
