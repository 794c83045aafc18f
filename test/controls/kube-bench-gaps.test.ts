import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { scanManifest } from './scan-manifest.ts'

const api = 'apiVersion: rbac.authorization.k8s.io/v1'

function binding(kind: string, role: string, subject: string, namespace = 'shop'): string {
  const where = kind === 'RoleBinding' ? `, namespace: ${namespace}` : ''
  return `${api}\nkind: ${kind}\nmetadata: {name: web${where}}\nroleRef: {apiGroup: rbac.authorization.k8s.io, ${role}}\nsubjects: [${subject}]\n`
}

function clusterRole(name: string, rules: string): string {
  return `${api}\nkind: ClusterRole\nmetadata: {name: ${name}}\nrules: ${rules}\n`
}

function pod(spec: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec: {${spec}, containers: [{name: app, image: registry.example/web:1}]}\n`
}

const account = '{kind: ServiceAccount, name: web, namespace: shop}'
const group = '{apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers}'

function found(control: string, ...documents: string[]): string[] {
  return scanManifest(documents.join('---\n'), 'cis-5', [control]).map(({ message }) => message)
}

describe('where kube-bench looks away', () => {
  test('5.1.1: a RoleBinding to cluster-admin, and a role of another name that allows as much', () => {
    const role = 'kind: ClusterRole, name: cluster-admin'
    assert.deepEqual(found('namespace-admin-binding', binding('RoleBinding', role, account)), [
      'ServiceAccount shop/web may do everything in namespace "shop" through ClusterRole "cluster-admin"'
    ])
    const own = clusterRole('owner', "[{apiGroups: ['*'], resources: ['*'], verbs: ['*']}]")
    const bound = binding('ClusterRoleBinding', 'kind: ClusterRole, name: owner', group)
    assert.deepEqual(found('cluster-admin-binding', own, bound), [
      'Group developers may do everything in the cluster through ClusterRole "owner" (rules[0])'
    ])
  })

  test('5.1.2: secrets are read by other subjects than system:authenticated, and in one namespace', () => {
    const role = clusterRole('reader', "[{apiGroups: ['*'], resources: ['*'], verbs: [get, list]}]")
    const reference = 'kind: ClusterRole, name: reader'
    assert.deepEqual(found('cluster-secret-access', role, binding('ClusterRoleBinding', reference, group)), [
      'Group developers may get and list secrets in all namespaces through ClusterRole "reader" (rules[0])'
    ])
    assert.deepEqual(found('namespace-secret-access', role, binding('RoleBinding', reference, account)), [
      'ServiceAccount shop/web may get and list secrets in namespace "shop" through ClusterRole "reader" (rules[0])'
    ])
  })

  test('5.1.3: a wildcard among other words, and of subresources', () => {
    const roles = [
      clusterRole('a', "[{apiGroups: [''], resources: [pods], verbs: [get, '*']}]"),
      clusterRole('b', "[{apiGroups: [apps], resources: [deployments, '*/scale'], verbs: [get]}]")
    ]
    assert.equal(found('role-wildcard', ...roles).length, 2)
  })

  test('5.1.4: pods are made by making what makes them, and through aggregated roles', () => {
    const jobs = `${api}\nkind: ClusterRole\nmetadata: {name: jobs, labels: {team: shop}}\nrules: [{apiGroups: [batch], resources: [cronjobs], verbs: [create]}]\n`
    const all = `${api}\nkind: ClusterRole\nmetadata: {name: all}\naggregationRule: {clusterRoleSelectors: [{matchLabels: {team: shop}}]}\nrules: []\n`
    const bound = binding('ClusterRoleBinding', 'kind: ClusterRole, name: all', account)
    assert.deepEqual(found('cluster-pod-creation', jobs, all, bound), [
      'ServiceAccount shop/web may create cronjobs in all namespaces through ClusterRole "all" (rules[0] of ClusterRole "jobs")'
    ])
  })

  test('5.1.5: a role for the default account, or for all accounts of a namespace', () => {
    const role = 'kind: ClusterRole, name: view'
    const everyAccount = '{apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:serviceaccounts:shop"}'
    for (const subject of ['{kind: ServiceAccount, name: default, namespace: shop}', everyAccount]) {
      assert.equal(found('default-account-binding', binding('RoleBinding', role, subject)).length, 1)
    }
  })

  test('5.1.6: the pod decides where the account says nothing, and a token in use is not unasked', () => {
    const open = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web, namespace: shop}\n'
    const closed = `${open}automountServiceAccountToken: false\n`
    const asked = pod('serviceAccountName: web, automountServiceAccountToken: true')
    const refused = pod('serviceAccountName: web, automountServiceAccountToken: false')
    const silent = pod('serviceAccountName: web')
    assert.equal(found('service-account-token', open, refused).length, 0)
    assert.equal(found('service-account-token', closed, silent).length, 0)
    assert.equal(found('service-account-token', open, silent).length, 1)
    assert.equal(found('service-account-token', closed, asked).length, 1)
    const bound = binding('RoleBinding', 'kind: ClusterRole, name: view', account)
    assert.equal(found('service-account-token', open, silent, bound).length, 0)
  })

  test('5.1.7 to 5.1.13 are judged at all', () => {
    const rule = (group: string, resource: string, verb: string): string =>
      `{apiGroups: ['${group}'], resources: ['${resource}'], verbs: [${verb}]}`
    const cases: [control: string, rules: string][] = [
      ['role-escalation', rule('rbac.authorization.k8s.io', 'clusterroles', 'escalate')],
      ['impersonation', rule('', 'groups', 'impersonate')],
      ['persistent-volume-creation', rule('', 'persistentvolumes', 'create')],
      ['node-proxy-access', rule('', 'nodes/proxy', 'get')],
      [
        'certificate-approval',
        `${rule('certificates.k8s.io', 'certificatesigningrequests/approval', 'update')}, ${rule('certificates.k8s.io', 'signers', 'approve')}`
      ],
      [
        'admission-configuration-access',
        rule('admissionregistration.k8s.io', 'validatingwebhookconfigurations', 'delete')
      ],
      ['token-creation', rule('', 'serviceaccounts/token', 'create')]
    ]
    const bound = binding('ClusterRoleBinding', 'kind: ClusterRole, name: web', account)
    for (const [control, rules] of cases) {
      assert.equal(found(control, clusterRole('web', `[${rules}]`), bound).length, 1, control)
      assert.equal(found(control, clusterRole('web', `[${rule('', 'pods', 'get')}]`), bound).length, 0, control)
    }
    const masters = '{apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:masters"}'
    const again = binding('ClusterRoleBinding', 'kind: ClusterRole, name: cluster-admin', masters)
    assert.equal(found('system-masters-binding', again).length, 1)
  })
})
