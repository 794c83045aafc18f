import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark } from './bulwark.ts'
import type { Report } from './report.ts'

const samples = join(import.meta.dirname, '../../samples')

const agentRoles = `
apiVersion: v1
kind: Namespace
metadata: {name: mule-production, labels: {rtf.mulesoft.com/agentNamespace: rtf}}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: "rtf:agent-rtf"}
rules:
  - {apiGroups: ["", apps], resources: [deployments, pods, pods/exec, secrets, serviceaccounts, events], verbs: ["*"]}
  - {apiGroups: [rbac.authorization.k8s.io], resources: [roles, rolebindings, clusterroles], verbs: ["*"]}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: rtf-agent, namespace: rtf}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: rtf-agent, namespace: mule-production}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: "rtf:agent-rtf"}
subjects: [{kind: ServiceAccount, name: rtf-agent, namespace: rtf}]
`

describe('bulwark rtf inspect', () => {
  test('shows agents, applications and what their pods make of each control', () => {
    const { status, stdout, stderr } = bulwark(['rtf', 'inspect', samples])
    assert.equal(status, 0, stderr)
    assert.match(stdout, /^Runtime Fabric 3\.0\.277 in namespace rtf$/m)
    assert.match(stdout, /^ {2}mule-production +customers-api +Runtime Manager +4\.9\.20:9-java17/m)
    assert.match(stdout, /^ {2}mule-production +orders-api +Anypoint Controller/m)
    assert.match(stdout, /^ {2}seccomp-profile +0 of 3/m)
    assert.match(stdout, /^ {2}writable-root-file-system +0 of 3/m)
  })

  test('where nothing of it is, it says so', (t) => {
    const folder = tempTree(t, { 'a.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n' })
    const { status, stdout } = bulwark(['rtf', 'inspect', '.'], { cwd: folder })
    assert.deepEqual([status, stdout], [0, 'No Runtime Fabric was found.\n'])
  })

  test('what cannot be read is said, and the rest is shown', (t) => {
    const folder = tempTree(t, {
      'a.yaml': 'a: [\n',
      'b.yaml':
        'apiVersion: rtf.mulesoft.com/v1\nkind: MuleApplication\nmetadata: {name: orders, namespace: production}\nspec: []\n'
    })
    const { status, stdout } = bulwark(['rtf', 'inspect', '.'], { cwd: folder })
    assert.equal(status, 2)
    assert.match(stdout, /production +orders +Anypoint Controller/)
    assert.match(stdout, /a\.yaml:/)
  })

  test('a placeholder without quotes is told with its line', (t) => {
    const template = `apiVersion: rtf.mulesoft.com/v1
kind: KubernetesTemplate
metadata: {name: mule-application, namespace: rtf}
spec:
  pod:
    nodeSelector:
      id: {{ .Values.id }}
`
    const { status, stdout } = bulwark(['rtf', 'inspect', '.'], { cwd: tempTree(t, { 'a.yaml': template }) })
    assert.equal(status, 2)
    assert.match(stdout, /a\.yaml:7:\d+ {2}a placeholder of Runtime Fabric has to be in quotes/)
  })

  test('a namespace limits what is shown, and json says the same', () => {
    const { stdout } = bulwark(['rtf', 'inspect', samples, '-n', 'mule-sandbox', '-o', 'json'])
    const { fabrics, applications } = JSON.parse(stdout) as {
      fabrics: { namespace: string }[]
      applications: { name: string }[]
    }
    assert.deepEqual(
      [fabrics.map(({ namespace }) => namespace), applications.map(({ name }) => name)],
      [['rtf'], ['returns-api', 'warehouse-api']]
    )
  })

  test('facts of the user count', (t) => {
    const folder = tempTree(t, {
      'bulwark.yaml': 'rtf: {version: "2.7.3", region: eu}\n',
      'a.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a, labels: {rtf.mulesoft.com/agentNamespace: rtf}}\n'
    })
    const { stdout } = bulwark(['rtf', 'inspect', '.'], { cwd: folder })
    assert.match(stdout, /Runtime Fabric 2\.7\.3 in namespace rtf/)
    assert.match(stdout, /eu, by bulwark\.yaml/)
    const wrong = tempTree(t, { 'bulwark.yaml': 'rtf: {assume: {automount-token: never}, applicationPorts: [0]}\n' })
    const refused = bulwark(['rtf', 'inspect', '.'], { cwd: wrong })
    assert.equal(refused.status, 2)
    assert.match(refused.stderr, /automount-token must be one of settable, fixed/)
    assert.match(refused.stderr, /must be a whole number from 1 to 65535/)
  })

  test('the exception that it prints covers what the roles of the agent fall short of, and is printed once', (t) => {
    const folder = tempTree(t, { 'rtf.yaml': agentRoles })
    const printed = bulwark(['rtf', 'inspect', '.'], { cwd: folder }).stdout
    const at = printed.indexOf('exceptions:\n')
    assert.ok(at !== -1, printed)
    writeFileSync(
      join(folder, 'bulwark.yaml'),
      printed.slice(at).replaceAll('WHO-ANSWERS-FOR-IT', 'platform@shop.example')
    )
    const all = ['guide', 'nsa', 'cis', 'rtf', 'owasp-k8s', 'attack', 'microsoft'].flatMap((name) => ['-f', name])
    const { stdout, stderr } = bulwark(['scan', '.', ...all, '-o', 'json'], { cwd: folder })
    assert.equal(stderr, '')
    const { findings } = JSON.parse(stdout) as Report
    const ofRoles = findings.filter(({ resource }) => /^(ClusterRole|RoleBinding)$/.test(resource.kind))
    assert.ok(ofRoles.length > 5)
    assert.deepEqual(
      ofRoles.filter(({ status }) => status !== 'excepted').map(({ control }) => control),
      []
    )
    assert.ok(!findings.some(({ control }) => control === 'unused-exception'))
    assert.doesNotMatch(bulwark(['rtf', 'inspect', '.'], { cwd: folder }).stdout, /exceptions:/)
  })

  test("values of the agent's chart are remarked on with their lines, and their secrets are not told", (t) => {
    const values = `activationData: not-a-real-one
muleLicense: not-a-real-one
proxy:
  http_proxy: http://mule:not-a-real-one@10.0.0.1:8080
global:
  image: {rtfRegistry: rtf-runtime-registry.kprod.msap.io}
`
    const folder = tempTree(t, { 'values.yaml': values })
    const { status, stdout } = bulwark(['rtf', 'inspect', 'values.yaml'], { cwd: folder })
    assert.equal(status, 0)
    assert.match(stdout, /values\.yaml:4:15 {2}proxy\.http_proxy/)
    assert.match(stdout, /global\.authorizedNamespaces/)
    assert.doesNotMatch(stdout, /not-a-real-one/)
  })

  test('an action that there is not is told', () => {
    const { status, stderr } = bulwark(['rtf', 'show'])
    assert.equal(status, 2)
    assert.match(stderr, /bulwark rtf inspect/)
  })
})
