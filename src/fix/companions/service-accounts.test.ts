import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Companion } from './companion.ts'
import { applied, companionOf, companionsOf, type Files } from './companions.fixture.ts'

function workload(kind: string, name: string, spec = ''): string {
  return `apiVersion: apps/v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop }\nspec: { template: { spec: { ${spec} containers: [{ name: app }] } } }\n`
}

const web = workload('Deployment', 'web')
const job = `apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: web, namespace: shop }\nspec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: app }] } } } } }\n`
const role =
  'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: reader, namespace: shop }\nrules: [{ apiGroups: [""], resources: [pods], verbs: [list] }]\n'
const binding =
  'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: reader, namespace: shop }\nroleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader }\nsubjects: [{ kind: ServiceAccount, name: default, namespace: shop }]\n'

function accounts(...documents: string[]): Companion | undefined {
  return companionOf({ 'a.yaml': documents.join('---\n') }, 'service-accounts')
}

function objects(companion: Companion | undefined): string[] {
  return (companion?.objects ?? []).map(({ value }) => {
    const { name } = value.metadata as { name: string }
    return `${String(value.kind)} ${name}${value.automountServiceAccountToken === false ? ' without token' : ''}`
  })
}

function changes(companion: Companion | undefined): string[] {
  return (companion?.changes ?? []).flatMap(({ changes: all }) =>
    all.map(({ path, set }) => `${path.join('.')}: ${String(set)}`)
  )
}

describe('accounts', () => {
  test('are made for each workload that has the token of the account default', () => {
    const made = accounts(web, job)
    assert.deepEqual(objects(made), [
      'ServiceAccount web without token',
      'ServiceAccount web-cronjob without token',
      'ServiceAccount default without token'
    ])
    assert.deepEqual(changes(made), [
      'spec.template.spec.serviceAccountName: web',
      'spec.jobTemplate.spec.template.spec.serviceAccountName: web-cronjob'
    ])
  })

  test('are not made for who has one, or no token', () => {
    assert.deepEqual(
      objects(
        accounts(
          workload('Deployment', 'a', 'serviceAccountName: a,'),
          workload('Deployment', 'b', 'automountServiceAccountToken: false,')
        )
      ),
      ['ServiceAccount default without token']
    )
  })

  test('have the rights that default has, and then a token', () => {
    const made = accounts(web, role, binding)
    assert.deepEqual(objects(made), [
      'ServiceAccount web',
      'RoleBinding reader-web',
      'ServiceAccount default without token'
    ])
    assert.deepEqual(made?.objects[1]?.value.subjects, [{ kind: 'ServiceAccount', name: 'web', namespace: 'shop' }])
    assert.match(made?.notes[0] ?? '', /keeps the rights/)
  })

  test('keep their token where something shows that it is used', () => {
    const vault = web.replace(
      'template: {',
      'template: { metadata: { annotations: { vault.hashicorp.com/agent-inject: "true" } },'
    )
    const api = web.replace('{ name: app }', '{ name: app, args: ["--master=https://kubernetes.default.svc"] }')
    for (const one of [vault, api]) assert.equal(objects(accounts(one))[0], 'ServiceAccount web')
  })

  test('take over secrets for images and the identity in a cloud', () => {
    const old =
      'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: default, namespace: shop, annotations: { eks.amazonaws.com/role-arn: "arn:a", kubectl.kubernetes.io/last-applied-configuration: "{}" } }\nimagePullSecrets: [{ name: registry }]\n'
    const made = accounts(web, old)
    const { value } = made?.objects[0] ?? {}
    assert.deepEqual(value?.imagePullSecrets, [{ name: 'registry' }])
    assert.deepEqual(value?.metadata, {
      name: 'web',
      namespace: 'shop',
      annotations: { 'eks.amazonaws.com/role-arn': 'arn:a' }
    })
    assert.deepEqual(changes(made).at(-1), 'automountServiceAccountToken: false')
  })

  test('that are there under the name of the workload and unused are taken, others are not', () => {
    const present = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: web, namespace: shop }\n'
    assert.deepEqual(objects(accounts(web, present)), ['ServiceAccount default without token'])
    const used = workload('Deployment', 'other', 'serviceAccountName: web,')
    assert.deepEqual(changes(accounts(web, present, used)), ['spec.template.spec.serviceAccountName: web-deployment'])
  })

  test('are one for all manifests of a workload, and named so that the API server takes it', () => {
    const twice: Files = { 'dev.yaml': web, 'prod.yaml': web }
    const made = companionOf(twice, 'service-accounts')
    assert.deepEqual(objects(made), ['ServiceAccount web without token', 'ServiceAccount default without token'])
    assert.equal(made?.changes.length, 2)
    assert.equal(objects(accounts(workload('Job', '"clean-<node>"')))[0], 'ServiceAccount clean-node without token')
  })

  test('change the old field, too, where it is used', () => {
    assert.deepEqual(changes(accounts(workload('Deployment', 'web', 'serviceAccount: default,'))), [
      'spec.template.spec.serviceAccountName: web',
      'spec.template.spec.serviceAccount: web'
    ])
  })

  test('need no second run', () => {
    const files = { 'a.yaml': [web, job, role, binding].join('---\n') }
    const rest = companionsOf(applied(files, companionsOf(files)))
    assert.deepEqual(rest, [])
  })

  test('break who uses the rights of default unseen', () => {
    assert.equal(accounts(web, role, binding)?.grade, 'review')
    const empty = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n'
    assert.equal(accounts(empty, role, binding)?.grade, 'breaking')
  })
})
