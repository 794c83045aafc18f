import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isMapping } from '../../estate/mapping.ts'
import { valueAt } from '../../estate/path.ts'
import type { Companion } from './companion.ts'
import { companionOf, companionsOf } from './companions.fixture.ts'

const container =
  '{ name: app, resources: { requests: { cpu: 100m, memory: 128Mi }, limits: { cpu: 200m, memory: 256Mi } } }'
const template = `template: { spec: { containers: [${container}] } }`

function workload(kind: string, spec: string, name = 'web'): string {
  return `apiVersion: apps/v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop }\nspec: { ${spec} }\n`
}

function quota(...documents: string[]): Companion | undefined {
  return companionOf({ 'a.yaml': documents.join('---\n') }, 'resource-quota')
}

function hard(...documents: string[]): Record<string, unknown> {
  return hardOf(quota(...documents))
}

function hardOf(companion: Companion | undefined): Record<string, unknown> {
  const hard: unknown = valueAt(companion?.objects[0]?.value, ['spec', 'hard'])
  assert.ok(isMapping(hard))
  return hard
}

describe('a ResourceQuota', () => {
  test('is what runs at its peak and a quarter more', () => {
    assert.deepEqual(hard(workload('Deployment', `replicas: 4, ${template}`)), {
      'requests.cpu': '650m',
      'requests.memory': '832Mi',
      'limits.cpu': '1250m',
      'limits.memory': '1792Mi',
      pods: '7',
      'services.loadbalancers': '0',
      'services.nodeports': '0',
      persistentvolumeclaims: '0',
      'requests.storage': '0'
    })
  })

  test('counts pods by kind', () => {
    const scaler = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { maxReplicas: 16, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
`
    const scaled = `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: web, namespace: shop }
spec: { maxReplicaCount: 8, scaleTargetRef: { name: web } }
`
    const job = `apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: j, namespace: shop }\nspec: { POLICY jobTemplate: { spec: { parallelism: 4, completions: 8, ${template} } } }\n`
    for (const [pods, ...documents] of [
      [2, workload('Deployment', template)],
      [1, workload('Deployment', `replicas: 1, strategy: { type: Recreate }, ${template}`)],
      [5, workload('Deployment', `replicas: 4, strategy: { rollingUpdate: { maxSurge: 1 } }, ${template}`)],
      [8, workload('Deployment', `replicas: 4, strategy: { rollingUpdate: { maxSurge: "100%" } }, ${template}`)],
      [20, workload('Deployment', template), scaler],
      [10, workload('Deployment', template), scaled],
      [3, workload('StatefulSet', `replicas: 3, ${template}`)],
      [10, workload('DaemonSet', template)],
      [4, job.replace('POLICY', 'concurrencyPolicy: Forbid,')],
      [8, job.replace('POLICY', '')],
      [2, workload('Deployment', `replicas: 0, ${template}`)]
    ] as const) {
      assert.equal(hard(...documents).pods, String(Math.ceil(pods * 1.25)), documents.join())
    }
  })

  test('says what it had to assume, and takes the number of nodes where it is known', () => {
    const daemons = workload('DaemonSet', template)
    assert.match(quota(daemons)?.notes[0] ?? '', /one pod on each of 10 nodes, of DaemonSet web/)
    const node = (name: string): string => `apiVersion: v1\nkind: Node\nmetadata: { name: ${name} }\n`
    assert.deepEqual(quota(daemons, node('a'), node('b'))?.notes, [])
    const [made] = companionsOf({ 'a.yaml': daemons }, { nodes: 40 }).filter(({ theme }) => theme === 'resource-quota')
    assert.equal(hardOf(made).pods, '50')
  })

  test('counts init containers, sidecars, overhead and what a pod states as a whole', () => {
    const of = (spec: string): unknown =>
      hard(workload('StatefulSet', `template: { spec: { ${spec} } }`))['requests.memory']
    const needs = (memory: string, more = ''): string =>
      `{ name: a${memory.toLowerCase()}, ${more} resources: { requests: { memory: ${memory} } } }`
    assert.equal(of(`initContainers: [${needs('2Gi')}], containers: [${needs('1Gi')}]`), '2560Mi')
    const sidecar = needs('512Mi', 'restartPolicy: Always,')
    assert.equal(of(`initContainers: [${sidecar}, ${needs('2Gi')}], containers: [${needs('1Gi')}]`), '3328Mi')
    assert.equal(of(`initContainers: [${sidecar}], containers: [${needs('1Gi')}]`), '2Gi')
    assert.equal(of(`overhead: { memory: 1Gi }, containers: [${needs('1Gi')}]`), '2560Mi')
    assert.equal(of(`resources: { requests: { memory: 4Gi } }, containers: [${needs('1Gi')}]`), '5Gi')
  })

  test('allows the load balancers, ports, storage and devices that are in use', () => {
    const service =
      'apiVersion: v1\nkind: Service\nmetadata: { name: s, namespace: shop }\nspec: { type: LoadBalancer, ports: [{ port: 1 }, { port: 2 }] }\n'
    const claim =
      'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: c, namespace: shop }\nspec: { resources: { requests: { storage: 4Gi } } }\n'
    const database = workload(
      'StatefulSet',
      'replicas: 3, volumeClaimTemplates: [{ spec: { resources: { requests: { storage: 8Gi } } } }], template: { spec: { containers: [{ name: a, resources: { limits: { nvidia.com/gpu: 2 } } }] } }'
    )
    const allowed = hard(service, claim, database)
    assert.equal(allowed['services.loadbalancers'], '1')
    assert.equal(allowed['services.nodeports'], '2')
    assert.equal(allowed.persistentvolumeclaims, '5')
    assert.equal(allowed['requests.storage'], '35Gi')
    assert.equal(allowed['requests.nvidia.com/gpu'], '6')
  })

  test('leaves out what a LimitRange that is there leaves open', () => {
    const range =
      'apiVersion: v1\nkind: LimitRange\nmetadata: { name: a, namespace: shop }\nspec: { limits: [{ type: Container, default: { memory: 1Gi } }] }\n'
    const bare = workload('StatefulSet', 'template: { spec: { containers: [{ name: a }] } }')
    const allowed = hard(bare, range)
    assert.equal(allowed['requests.cpu'], undefined)
    assert.equal(allowed['limits.cpu'], undefined)
    assert.equal(allowed['requests.memory'], '1280Mi')
  })

  test('counts what is described more than once, such as for each environment, by what needs most', () => {
    const twice = [
      workload('StatefulSet', `replicas: 1, ${template}`),
      workload('StatefulSet', `replicas: 4, ${template}`)
    ]
    assert.equal(hard(...twice).pods, '5')
  })

  test('breaks what it does not see', () => {
    assert.equal(quota(workload('Deployment', template))?.grade, 'review')
    const operated = 'apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nmetadata: { name: k, namespace: shop }\n'
    assert.equal(quota(workload('Deployment', template), operated)?.grade, 'breaking')
    assert.equal(quota('apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n')?.grade, 'breaking')
  })
})
