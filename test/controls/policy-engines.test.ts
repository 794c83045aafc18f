import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { podAdmission } from '../../src/controls/judging/admission-coverage.ts'
import { matchesWildcard } from '../../src/controls/judging/wildcard.ts'
import { Estate } from '../../src/estate/estate.ts'
import { readText } from '../../src/sources/read-text.ts'

/** What admission says of a namespace with these labels: what enforces, else why nobody can tell, else nothing. */
function said(manifest: string, namespace: string, labels = {}, live = false): string | null {
  const estate = new Estate()
  const { resources, errors } = readText('a.yaml', manifest, true)
  assert.deepEqual(errors, [])
  for (const resource of resources) estate.add(resource)
  if (live) estate.addCluster([])
  const admission = podAdmission(estate)
  const by = admission.enforcedBy(namespace, labels)
  return by === null ? admission.unclear(namespace, labels) : `by ${by}`
}

function kyverno(rule: string, more = 'validationFailureAction: Enforce', kind = 'ClusterPolicy'): string {
  const metadata = kind === 'Policy' ? '{name: p, namespace: shop}' : '{name: p}'
  const validate = '{podSecurity: {level: baseline}}'
  return `
apiVersion: kyverno.io/v1
kind: ${kind}
metadata: ${metadata}
spec:
  ${more}
  rules: [{name: r, ${rule}, validate: ${validate}}]
`
}

function exception(match: string, rules = '[r]', more = ''): string {
  return `
---
apiVersion: kyverno.io/v2
kind: PolicyException
metadata: {name: e, namespace: kyverno}
spec: {exceptions: [{policyName: p, ruleNames: ${rules}}], match: ${match}${more}}
`
}

const pods = 'match: {any: [{resources: {kinds: [Pod]}}]}'
const by = `by Kyverno's policy "p"`
const part = `Kyverno's policy "p" holds for a part of the pods of the namespace`

describe("Kyverno's policies", () => {
  const cases: [what: string, manifest: string, expected: string | null][] = [
    ['cover every namespace', kyverno(pods), by],
    ['that only audit cover none', kyverno(pods, 'validationFailureAction: Audit'), null],
    ['that fail open cover none', kyverno(pods, 'validationFailureAction: Enforce\n  failurePolicy: Ignore'), null],
    ['cover the namespaces that they name', kyverno('match: {resources: {kinds: [Pod], namespaces: ["sh*"]}}'), by],
    ['cover no others', kyverno('match: {resources: {kinds: [Pod], namespaces: [other, mule-*]}}'), null],
    ['for another kind cover none', kyverno('match: {any: [{resources: {kinds: [Deployment]}}]}'), null],
    [
      'go by labels of namespaces',
      kyverno('match: {any: [{resources: {kinds: [v1/Pod], namespaceSelector: {matchLabels: {env: prod}}}}]}'),
      by
    ],
    [
      'go by labels they do not have',
      kyverno('match: {any: [{resources: {kinds: [Pod], namespaceSelector: {matchLabels: {env: test}}}}]}'),
      null
    ],
    [
      'by labels of pods cover a part',
      kyverno('match: {any: [{resources: {kinds: [Pod], selector: {matchLabels: {a: b}}}}]}'),
      part
    ],
    [
      'all of whose filters have to hold are as narrow as the narrowest',
      kyverno('match: {all: [{resources: {kinds: [Pod]}}, {resources: {kinds: [Pod], names: [a-*]}}]}'),
      part
    ],
    ['with preconditions cover a part', kyverno(`${pods}, preconditions: {all: []}`), part],
    [
      'leave out namespaces that they exclude',
      kyverno(`${pods}, exclude: {any: [{resources: {namespaces: [shop]}}]}`),
      null
    ],
    ['exclude other namespaces', kyverno(`${pods}, exclude: {any: [{resources: {namespaces: [kube-system]}}]}`), by],
    ['exclude some pods', kyverno(`${pods}, exclude: {any: [{resources: {kinds: [Pod], names: [debug]}}]}`), part],
    ['exclude somebody', kyverno(`${pods}, exclude: {any: [{clusterRoles: [cluster-admin]}]}`), part],
    ['of a namespace cover it', kyverno(pods, 'validationFailureAction: Enforce', 'Policy'), by],
    [
      'with an exception for the namespace cover none',
      kyverno(pods) + exception('{any: [{resources: {kinds: [Pod], namespaces: [shop]}}]}'),
      null
    ],
    [
      'with an exception for a pod cover a part',
      kyverno(pods) + exception('{any: [{resources: {kinds: [Pod], namespaces: [shop], names: [debug]}}]}', '["*"]'),
      part
    ],
    [
      'with an exception for another rule cover it',
      kyverno(pods) + exception('{any: [{resources: {kinds: [Pod]}}]}', '[other]'),
      by
    ],
    [
      'with an exception elsewhere cover it',
      kyverno(pods) + exception('{any: [{resources: {kinds: [Pod], namespaces: [other]}}]}'),
      by
    ]
  ]
  for (const [what, manifest, expected] of cases)
    test(what, () => assert.equal(said(manifest, 'shop', { env: 'prod' }), expected))

  test('of a namespace cover no other', () => {
    assert.equal(said(kyverno(pods, 'validationFailureAction: Enforce', 'Policy'), 'mule'), null)
  })
})

function webhook(engine: string, failurePolicy = 'Fail'): string {
  return `
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: ${engine}-validating-webhook-configuration}
webhooks:
  - name: validation.${engine}.sh
    failurePolicy: ${failurePolicy}
    sideEffects: None
    admissionReviewVersions: [v1]
    clientConfig: {url: https://a.example}
    namespaceSelector: {matchExpressions: [{key: unchecked, operator: DoesNotExist}]}
    rules: [{apiGroups: ["*"], apiVersions: ["*"], operations: [CREATE], resources: ["*"]}]
`
}

function constraint(match: string, more = ''): string {
  return `
---
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sPSPHostNamespace
metadata: {name: c}
spec: {match: ${match}${more}}
`
}

const template = `
---
apiVersion: templates.gatekeeper.sh/v1
kind: ConstraintTemplate
metadata: {name: ownpods}
spec:
  crd: {spec: {names: {kind: OwnPods}}}
  targets: [{target: admission.k8s.gatekeeper.sh, rego: "input.review.object.spec.hostPID"}]
`

describe("Gatekeeper's constraints", () => {
  const closed = webhook('gatekeeper')
  const by = `by Gatekeeper's K8sPSPHostNamespace "c"`
  const part = `Gatekeeper's K8sPSPHostNamespace "c" holds for a part of the pods of the namespace`
  const cases: [what: string, manifest: string, expected: string | null][] = [
    ['cover every namespace', closed + constraint('{}'), by],
    ['for pods do', closed + constraint('{kinds: [{apiGroups: [""], kinds: [Pod]}]}'), by],
    ['for other kinds cover none', closed + constraint('{kinds: [{apiGroups: [apps], kinds: [Deployment]}]}'), null],
    ['that warn cover none', closed + constraint('{}', ', enforcementAction: warn'), null],
    [
      'that deny at admission do',
      closed +
        constraint(
          '{}',
          ', enforcementAction: scoped, scopedEnforcementActions: [{action: deny, enforcementPoints: [{name: validation.gatekeeper.sh}]}]'
        ),
      by
    ],
    [
      'that deny at audit alone do not',
      closed +
        constraint(
          '{}',
          ', enforcementAction: scoped, scopedEnforcementActions: [{action: deny, enforcementPoints: [{name: audit.gatekeeper.sh}]}]'
        ),
      null
    ],
    ['name namespaces', closed + constraint('{namespaces: [shop-*, shop]}'), by],
    ['name others', closed + constraint('{namespaces: [mule]}'), null],
    ['exclude namespaces', closed + constraint('{excludedNamespaces: ["s*"]}'), null],
    ['go by labels of namespaces', closed + constraint('{namespaceSelector: {matchLabels: {env: test}}}'), null],
    ['go by labels of pods', closed + constraint('{labelSelector: {matchLabels: {a: b}}}'), part],
    ['count for nothing where the webhook fails open', webhook('gatekeeper', 'Ignore') + constraint('{}'), null],
    [
      'alone do not say whether they count',
      constraint('{}'),
      `Gatekeeper's K8sPSPHostNamespace "c" counts where the webhook of Gatekeeper fails closed, which is not part of the input`
    ],
    [
      'of a kind of its own are not read',
      closed + template,
      "where Gatekeeper's constraints of the kind OwnPods hold is not read"
    ]
  ]
  for (const [what, manifest, expected] of cases)
    test(what, () => assert.equal(said(manifest, 'shop', { env: 'prod' }), expected))

  test('do not reach namespaces that the webhook leaves out', () => {
    assert.equal(said(closed + constraint('{}'), 'shop', { unchecked: 'true' }), null)
  })
})

test('an engine whose policies were not read may enforce them; in a live cluster it has none', () => {
  for (const [engine, name] of Object.entries({ gatekeeper: 'Gatekeeper', kyverno: 'Kyverno' })) {
    assert.equal(said(webhook(engine), 'shop'), `the policies of ${name}, which may secure pods, were not read`)
    assert.equal(said(webhook(engine), 'shop', {}, true), null)
  }
})

test('patterns of names', () => {
  for (const [pattern, text] of [
    ['*', ''],
    ['a*c', 'abbc'],
    ['?b', 'ab'],
    ['kube-*', 'kube-system'],
    ['*a*b', 'xaab']
  ] as const)
    assert.ok(matchesWildcard(pattern, text), pattern)
  for (const [pattern, text] of [
    ['a', 'ab'],
    ['?', ''],
    ['a*c', 'ab'],
    ['*-system', 'system']
  ] as const)
    assert.ok(!matchesWildcard(pattern, text), pattern)
})
