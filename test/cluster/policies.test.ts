import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bulwark } from '../cli/bulwark.ts'
import { scan } from '../cli/report.ts'
import { startKubetest } from '../kubetest.ts'
import { apply, applyReader, authorityFile, tokenOf } from './live-objects.ts'
import { kubeconfig } from './reading.ts'

const estate = `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {env: prod}}
---
apiVersion: v1
kind: Namespace
metadata: {name: lab}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: limits, namespace: shop}
data: {replicas: "2"}
`

const deployment = (namespace: string): string => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: ${namespace}}
spec:
  replicas: 3
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: app, image: "registry.example/web:1"}]
`

const policies = `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: replicas.shop}
spec:
  paramKind: {apiVersion: v1, kind: ConfigMap}
  matchConstraints:
    namespaceSelector: {matchLabels: {env: prod}}
    resourceRules: [{apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}]
  validations:
    - expression: object.spec.replicas <= int(params.data.replicas)
      messageExpression: "'more than ' + params.data.replicas"
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: replicas}
spec:
  policyName: replicas.shop
  validationActions: [Deny]
  paramRef: {name: limits, parameterNotFoundAction: Deny}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: idle}
spec:
  matchConstraints:
    resourceRules: [{apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}]
  validations: [{expression: "false"}]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: secrets}
spec:
  matchConstraints:
    resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [secrets]}]
  validations: [{expression: "object.data.size() > 0"}]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: secrets}
spec: {policyName: secrets, validationActions: [Warn]}
`

test('scan --cluster-policies judges a cluster by its own policies', async (t) => {
  const server = await startKubetest()
  if ('skipped' in server) return t.skip(server.skipped)
  t.after(server.stop)
  await apply(server, estate)
  // They were there before the policies.
  await apply(server, deployment('shop') + deployment('lab'))
  await apply(server, '{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: shop}, data: {a: YQ==}}')
  const args = ['scan', '--cluster', '--cluster-policies', '-f', 'own', '--kubeconfig', server.kubeconfig]
  assert.match(bulwark(args).stderr, /there is no ValidatingAdmissionPolicy in the cluster/)
  await apply(server, policies)

  const { findings } = scan([...args.slice(1), '-n', 'shop', '-n', 'lab'])
  assert.deepEqual(
    findings.map(({ control, status, severity, resource, reason, message }) => [
      control,
      status,
      severity,
      `${resource.namespace} ${resource.name}`,
      reason ?? message
    ]),
    [
      ['policy-secrets', 'unknown', 'medium', 'shop s', 'of a Secret in the cluster only name and type are read'],
      ['policy-replicas-shop', 'fail', 'high', 'shop web', 'more than 2']
    ].sort()
  )
  assert.match(bulwark(args).stderr, /the policy idle enforces nothing/)

  await applyReader(server)
  const reader = kubeconfig(t, {
    server: server.url,
    cluster: { 'certificate-authority': authorityFile(server) },
    user: { token: await tokenOf(server, 'bulwark', 'bulwark-reader') }
  })
  const asReader = scan(['--cluster', '--cluster-policies', '-f', 'own', '--kubeconfig', reader])
  assert.deepEqual(
    asReader.findings.filter(({ status }) => status === 'fail').map(({ message }) => message),
    ['more than 2']
  )
  const nobody = ['--kubeconfig', server.kubeconfig, '--context', 'nobody']
  const refused = bulwark(['scan', '--cluster', '--cluster-policies', ...nobody])
  assert.match(refused.stderr, /the cluster does not let validatingadmissionpolicies be read: .*forbidden/)
  assert.equal(refused.status, 2)
})
