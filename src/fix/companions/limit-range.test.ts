import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { companionOf } from './companions.fixture.ts'

function workload(resources: string, name = 'web'): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  template:
    spec:
      containers:
        - name: app
          resources: ${resources}
`
}

function limitsOf(...workloads: string[]): unknown {
  const companion = companionOf({ 'a.yaml': workloads.join('---') }, 'limit-range')
  const spec = companion?.objects[0]?.value.spec as { limits: unknown[] } | undefined
  return spec?.limits[0]
}

describe('a LimitRange', () => {
  test('gives what is usual in the namespace, and bounds at twice the largest', () => {
    const usual = '{ requests: { cpu: 200m, memory: 256Mi }, limits: { cpu: "1", memory: 512Mi } }'
    const large = '{ requests: { cpu: "1", memory: 1Gi }, limits: { cpu: "2", memory: 2Gi } }'
    assert.deepEqual(limitsOf(workload(usual), workload(usual, 'b'), workload(large, 'c')), {
      type: 'Container',
      default: { cpu: '1', memory: '512Mi' },
      defaultRequest: { cpu: '200m', memory: '256Mi' },
      max: { cpu: '4', memory: '4Gi' }
    })
  })

  test('limits nobody below what he requests: his pod would be refused', () => {
    assert.deepEqual(
      limitsOf(workload('{ requests: { cpu: 700m, memory: 3Gi } }'), workload('{ limits: { memory: 64Mi } }', 'b')),
      {
        type: 'Container',
        default: { cpu: '1500m', memory: '6Gi' },
        defaultRequest: { cpu: '700m', memory: '64Mi' },
        max: { cpu: '3', memory: '12Gi' }
      }
    )
  })

  test('is generous to what has run without limits', () => {
    assert.deepEqual(limitsOf(workload('{}')), {
      type: 'Container',
      default: { cpu: '1', memory: '1Gi' },
      defaultRequest: { cpu: '50m', memory: '64Mi' },
      max: { cpu: '2', memory: '2Gi' }
    })
  })

  test('bounds nothing where not everything is seen', () => {
    const operated = 'apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nmetadata: { name: k, namespace: shop }\n'
    const bounds = limitsOf(workload('{}'), operated) as { max?: unknown } | undefined
    assert.equal(bounds?.max, undefined)
    assert.equal(companionOf({ 'a.yaml': `${workload('{}')}---\n${operated}` }, 'limit-range')?.grade, 'review')
  })

  test('is safe where every container has limits, and names those that have none', () => {
    const whole = workload('{ limits: { cpu: 100m, memory: 64Mi } }')
    assert.equal(companionOf({ 'a.yaml': whole }, 'limit-range')?.grade, 'safe')
    const partly = companionOf({ 'a.yaml': workload('{ limits: { cpu: 100m } }') }, 'limit-range')
    assert.equal(partly?.grade, 'review')
    assert.deepEqual(partly?.notes, [
      'These get limits that they did not have, from the next time their pods are made: Deployment web (app)'
    ])
  })

  test('is not made where there is one', () => {
    const range = 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: a, namespace: shop }\nspec: { limits: [] }\n'
    assert.equal(companionOf({ 'a.yaml': `${workload('{}')}---\n${range}` }, 'limit-range'), undefined)
  })
})
