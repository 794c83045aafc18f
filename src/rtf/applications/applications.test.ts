import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { application, estateOf, workerNamespace } from '../estate.fixture.ts'
import { findApplications } from './applications.ts'

function custom(namespace: string, name: string, status = ''): string {
  return `---
apiVersion: rtf.mulesoft.com/v1
kind: MuleApplication
metadata: {name: ${name}, namespace: ${namespace}}
spec: {runtimeVersion: "4.10.1:2e-java17", replicas: 3}
${status}`
}

describe('Mule applications', () => {
  test('are told by the way in which they were deployed', () => {
    const estate = estateOf(
      workerNamespace('production', 'rtf'),
      application({ namespace: 'production', name: 'customers' }),
      application({ namespace: 'production', name: 'orders' }),
      custom('production', 'orders'),
      application({ namespace: 'production', name: 'renamed', id: 'a1' }),
      custom('production', 'invoices', 'status: {anypointId: a1}\n'),
      custom('sandbox', 'waiting')
    )
    const found = findApplications(estate).map(({ namespace, name, route, agentNamespace, shownBy, replicas }) => [
      `${namespace}/${name}`,
      route,
      agentNamespace,
      shownBy,
      replicas
    ])
    assert.deepEqual(found, [
      ['production/customers', 'runtime-manager', 'rtf', 'deployment', 2],
      ['production/invoices', 'anypoint-controller', 'rtf', 'deployment', 2],
      ['production/orders', 'anypoint-controller', 'rtf', 'deployment', 2],
      ['sandbox/waiting', 'anypoint-controller', null, 'nothing', 3]
    ])
  })

  test('the runtime is that of the image, else the one asked for', () => {
    const estate = estateOf(
      application({ namespace: 'production', name: 'customers' }),
      custom('production', 'orders'),
      application({ namespace: 'production', name: 'mirrored' }).replace('poseidon-runtime-4.9.20', 'mule')
    )
    assert.deepEqual(
      findApplications(estate).map(({ name, runtime }) => [name, runtime?.version ?? null, runtime?.build ?? null]),
      [
        ['customers', '4.9.20', '9-java17'],
        ['mirrored', null, null],
        ['orders', '4.10.1', '2e-java17']
      ]
    )
  })

  test('pods that run count before what the Deployment describes', () => {
    const pod = (name: string, phase: string): string => `---
apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: production
  labels: {rtf.mulesoft.com/id: customers}
  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: customers-1, uid: u, controller: true}]
spec: {containers: [{name: app, image: registry.example/mulesoft/poseidon-runtime-4.9.19:1-java17}]}
status: {phase: ${phase}}
`
    const estate = estateOf(
      application({ namespace: 'production', name: 'customers' }),
      pod('customers-a', 'Running'),
      pod('customers-b', 'Failed')
    )
    const [only] = findApplications(estate)
    assert.deepEqual([only?.shownBy, only?.pods.length, only?.runtime?.version], ['pod', 1, '4.9.19'])
  })
})
