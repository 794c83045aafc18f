import assert from 'node:assert/strict'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark } from './bulwark.ts'
import { goodPod } from './manifests.ts'
import { scan } from './report.ts'

const policy = `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: replicas}
spec:
  matchConstraints:
    resourceRules: [{apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}]
  validations:
    - expression: object.spec.replicas >= 2
      messageExpression: "'only ' + string(object.spec.replicas)"
    - expression: "'team' in object.metadata.?labels.orValue({})"
      message: no team
`

const binding = `---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: replicas}
spec: {policyName: replicas, validationActions: [Deny]}
`

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: app, image: "registry.example/app:1"}]
`

const files = { 'k8s/web.yaml': deployment, 'k8s/pod.yaml': goodPod('a'), 'p/policy.yaml': policy + binding }

describe('scan --policies', () => {
  test('judges by policies besides the default frameworks, in their words, with defaults filled in', (t) => {
    const { findings, frameworks } = scan(['k8s', '--policies', 'p'], { cwd: tempTree(t, files) })
    assert.deepEqual(frameworks, ['guide', 'pss-restricted@1.37', 'own'])
    const own = findings.filter(({ control }) => control === 'policy-replicas')
    assert.deepEqual(
      own.map(({ line, path, severity, message }) => [line, path, severity, message]),
      [
        [3, 'metadata.labels', 'high', 'no team'],
        [4, 'spec.replicas', 'high', 'only 1']
      ]
    )
  })

  test('takes severities by the actions of bindings, unless the configuration says otherwise', (t) => {
    const severity = (actions: string, more: Record<string, string> = {}): string | undefined => {
      const tree = { ...files, 'p/policy.yaml': policy + binding.replace('Deny', actions), ...more }
      return scan(['k8s', '--policies', 'p', '-f', 'own'], { cwd: tempTree(t, tree) }).findings[0]?.severity
    }
    assert.deepEqual(
      ['Deny', 'Warn, Audit', 'Audit'].map((actions) => severity(actions)),
      ['high', 'medium', 'low']
    )
    assert.equal(severity('Deny', { 'bulwark.yaml': 'severities: {policy-replicas: critical}\n' }), 'critical')
  })

  test('lets exceptions and --control name a policy, and explains it', (t) => {
    const cwd = tempTree(t, files)
    const why = ['-n', 'shop', '--owner', 'me', '--expires', '9999-12-31', '--reason', 'x']
    assert.equal(scan(['k8s', '--policies', 'p', '--control', 'policy-replicas'], { cwd }).findings.length, 2)
    const explained = bulwark(['explain', 'policy-replicas', '--policies', 'p'], { cwd })
    assert.match(explained.stdout, /Objects pass the admission policy replicas/)
    const excepted = deployment.replace(
      'name: web, ',
      'name: web, annotations: {bulwark.dev/except: "policy-replicas; owner=me; expires=9999-12-31; reason=x"}, '
    )
    const tree = tempTree(t, { ...files, 'k8s/web.yaml': excepted })
    const { findings } = scan(['k8s', '--policies', 'p', '-f', 'own'], { cwd: tree })
    assert.deepEqual(
      findings.map(({ status }) => status),
      ['excepted', 'excepted']
    )
    assert.equal(bulwark(['exception', 'add', 'privileged-container', ...why], { cwd }).status, 0)
  })

  test('may be named by exceptions and severities of a scan that reads no policies', (t) => {
    const excepted = deployment.replace(
      'name: web, ',
      'name: web, annotations: {bulwark.dev/except: "policy-replicas; owner=me; expires=9999-12-31; reason=x"}, '
    )
    const cwd = tempTree(t, { ...files, 'k8s/web.yaml': excepted })
    const why = ['-n', 'shop', '--owner', 'me', '--expires', '9999-12-31', '--reason', 'x']
    assert.equal(bulwark(['exception', 'add', 'policy-replicas', ...why], { cwd }).status, 0)
    appendFileSync(join(cwd, 'bulwark.yaml'), 'severities: {policy-elsewhere: low}\n')
    const { status, errors, findings } = scan(['k8s', '--fail-on', 'none'], { cwd })
    assert.deepEqual([status, errors], [0, []])
    // It covers nothing here for want of the policy: that makes it no needless one.
    assert.deepEqual(
      findings.filter(({ control }) => control === 'unused-exception'),
      []
    )
    assert.equal(bulwark(['exception', 'add', 'policy_replicas', ...why], { cwd }).status, 2)
  })

  test('says of a policy without binding that it enforces nothing, and does not judge it', (t) => {
    const { stdout, stderr, status } = bulwark(['scan', 'k8s', '--policies', 'p', '-f', 'own'], {
      cwd: tempTree(t, { ...files, 'p/policy.yaml': policy })
    })
    assert.equal(status, 0)
    assert.match(stderr, /the policy replicas enforces nothing, since no ValidatingAdmissionPolicyBinding names it/)
    assert.doesNotMatch(stdout, /policy-replicas/)
  })

  test('waits for namespaces that come later, and knows the name of one that does not', (t) => {
    const selecting = policy.replace(
      '  matchConstraints:\n',
      '  matchConstraints:\n    namespaceSelector: {matchLabels: {env: prod}}\n'
    )
    const verdicts = (more: Record<string, string>): string[] => {
      const tree = { ...files, 'p/policy.yaml': selecting + binding, ...more }
      return scan(['k8s', '--policies', 'p', '-f', 'own'], { cwd: tempTree(t, tree) }).findings.map(
        ({ status, reason, message }) => `${status} ${reason ?? message}`
      )
    }
    const shop = (env: string): Record<string, string> => ({
      'k8s/z.yaml': `{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {env: ${env}}}}\n`
    })
    assert.deepEqual(verdicts(shop('prod')), ['fail no team', 'fail only 1'])
    assert.deepEqual(verdicts(shop('test')), [])
    assert.deepEqual(verdicts({}), ['unknown nothing is known of the namespace "shop": no such Namespace was given'])
    const { 'k8s/z.yaml': given = '' } = shop('prod')
    assert.deepEqual(verdicts({ 'p/z.yaml': given }), ['fail no team', 'fail only 1'])
  })

  test('does not guess who sends the request or what he may do', (t) => {
    const asking = policy
      .replace('object.spec.replicas >= 2', "request.userInfo.username == 'ann'")
      .replace(
        `"'team' in object.metadata.?labels.orValue({})"`,
        "authorizer.group('').resource('pods').check('delete').allowed()"
      )
    const tree = { ...files, 'p/policy.yaml': asking + binding }
    const { findings, status } = scan(['k8s', '--policies', 'p', '-f', 'own'], { cwd: tempTree(t, tree) })
    assert.deepEqual(
      findings.map((finding) => [finding.status, finding.reason]),
      [
        ['unknown', 'who sends the request is not known, and the policy asks for request.userInfo'],
        ['unknown', 'what the sender may do is not known, and the policy asks the authorizer for "delete"']
      ]
    )
    assert.equal(status, 0)
  })

  test('tells mistakes with file, line and caret, and judges by the rest', (t) => {
    const wrong: [string, RegExp][] = [
      [
        policy.replace('replicas >= 2', 'replicas >= tow') + binding,
        /policy\.yaml:9:19 {2}1:25: undeclared reference to 'tow'[\s\S]*\n +\| +\^\n/
      ],
      [policy.replace('>= 2', '+ 2') + binding, /policy\.yaml:9:19 {2}must evaluate to bool but got int/],
      [policy.replace('validations:', 'validation:') + binding, /policy\.yaml:5:1 {2}validations is missing/],
      [policy.replace(', resources: [deployments]', '') + binding, /policy\.yaml:7:21 {2}resources is missing/],
      [
        policy + binding.replace('policyName: replicas', 'policyName: replica'),
        /policy\.yaml:17:20 {2}there is no policy "replica"; did you mean "replicas"/
      ],
      [
        policy + binding.replace('[Deny]', '[Refuse]'),
        /policy\.yaml:17:49 {2}validationActions must name some of Deny, Warn, Audit/
      ],
      [policy + policy.replace(/^/, '---') + binding, /there is a ValidatingAdmissionPolicy "replicas" already/],
      [
        policy.replace('  matchConstraints', '  paramKind: {apiVersion: v1, kind: ConfigMap}\n  matchConstraints') +
          binding.replace(
            'policyName',
            'paramRef: {name: x, namespace: ns, parameterNotFoundAction: Deny}, policyName'
          ),
        /policy\.yaml:18:25 {2}no ConfigMap "x" in the namespace "ns" was given/
      ],
      ['a: [\n', /policy\.yaml:\d+:\d+/]
    ]
    for (const [text, message] of wrong) {
      const { status, stdout } = bulwark(['scan', 'k8s', '--policies', 'p'], {
        cwd: tempTree(t, { ...files, 'p/policy.yaml': text })
      })
      assert.equal(status, 2, text)
      assert.match(stdout, message)
      assert.match(stdout, /2 files, 2 objects judged/)
    }
  })

  test('refuses a folder without policies, and cluster policies without a cluster', (t) => {
    const cwd = tempTree(t, files)
    const none = bulwark(['scan', 'k8s', '--policies', 'k8s'], { cwd })
    assert.deepEqual([none.status, none.stderr], [2, 'bulwark: there is no ValidatingAdmissionPolicy in k8s\n'])
    const alone = bulwark(['scan', '--cluster-policies'], { cwd })
    assert.match(alone.stderr, /--cluster-policies is about a live cluster: add --cluster/)
    assert.equal(bulwark(['scan', 'k8s', '--policies', 'gone'], { cwd }).status, 2)
  })

  test('takes parameters and definitions of custom kinds from beside the policies', (t) => {
    const asking = policy
      .replace('  matchConstraints', '  paramKind: {apiVersion: rules.example/v1, kind: Limit}\n  matchConstraints')
      .replace('apiGroups: [apps], apiVersions: [v1]', 'apiGroups: [shop.example], apiVersions: [v2]')
      .replace('resources: [deployments]', 'resources: [oxen]')
      .replace('>= 2', '<= params.most')
    const bound = binding.replace('policyName', 'paramRef: {name: x, parameterNotFoundAction: Deny}, policyName')
    const definition = `---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: oxen.shop.example}
spec:
  group: shop.example
  scope: Namespaced
  names: {kind: Ox, plural: oxen}
  versions:
    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}
    - {name: v2, served: true, storage: false, schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}
---
{apiVersion: rules.example/v1, kind: Limit, metadata: {name: x, namespace: shop}, most: 3}
`
    const ox =
      '{apiVersion: shop.example/v1, kind: Ox, metadata: {name: o, namespace: shop, labels: {team: a}}, spec: {replicas: 4}}\n'
    const tree = { 'k8s/ox.yaml': ox, 'p/policy.yaml': asking + bound + definition }
    const { findings } = scan(['k8s', '--policies', 'p', '-f', 'own'], { cwd: tempTree(t, tree) })
    assert.deepEqual(
      findings.map(({ message }) => message),
      ['only 4']
    )
  })
})
