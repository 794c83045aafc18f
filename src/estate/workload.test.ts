import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Mapping } from './mapping.ts'
import { makeResource } from './resource.ts'
import { containerPath, podViews } from './workload.ts'
import { workloadKinds, workloadPathProblem } from './workload-kinds.ts'

const origin = { file: 'web.yaml', document: 0, prefix: [] }

function resource(apiVersion: string, kind: string, body: Mapping) {
  return makeResource(apiVersion, kind, { apiVersion, kind, ...body }, origin)
}

/** An object with `value` at the end of a dotted path. */
function nested(path: string, value: unknown): Mapping {
  return path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Mapping
}

describe('podViews', () => {
  const kinds: [apiVersion: string, kind: string, template: string][] = [
    ['v1', 'Pod', ''],
    ['v1', 'PodTemplate', 'template'],
    ['v1', 'ReplicationController', 'spec.template'],
    ['apps/v1', 'ReplicaSet', 'spec.template'],
    ['extensions/v1beta1', 'ReplicaSet', 'spec.template'],
    ['apps/v1', 'Deployment', 'spec.template'],
    ['apps/v1beta1', 'Deployment', 'spec.template'],
    ['extensions/v1beta1', 'Deployment', 'spec.template'],
    ['apps/v1', 'StatefulSet', 'spec.template'],
    ['extensions/v1beta1', 'DaemonSet', 'spec.template'],
    ['batch/v1', 'Job', 'spec.template'],
    ['batch/v1', 'CronJob', 'spec.jobTemplate.spec.template'],
    ['batch/v1beta1', 'CronJob', 'spec.jobTemplate.spec.template'],
    ['batch/v2alpha1', 'CronJob', 'spec.jobTemplate.spec.template']
  ]

  for (const [apiVersion, kind, template] of kinds) {
    test(`finds the pod of a ${apiVersion} ${kind}`, () => {
      const pod = { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'app' }] } }
      const [view, ...more] = podViews(resource(apiVersion, kind, template === '' ? pod : nested(template, pod)))
      assert.ok(view)
      assert.equal(more.length, 0)
      assert.equal(view.spec, pod.spec, 'the spec is the raw one, not a copy')
      assert.equal(view.meta, pod.metadata)
      assert.deepEqual([...view.specPath], `${template}.spec`.split('.').filter(Boolean))
      assert.deepEqual([...view.metaPath], `${template}.metadata`.split('.').filter(Boolean))
    })
  }

  test('lists init, regular and ephemeral containers and knows a sidecar', () => {
    const [view] = podViews(
      resource('v1', 'Pod', {
        metadata: { name: 'p' },
        spec: {
          containers: [{ name: 'app' }],
          initContainers: [{ name: 'setup' }, { name: 'proxy', restartPolicy: 'Always' }],
          ephemeralContainers: [{ name: 'debug' }]
        }
      })
    )
    assert.ok(view)
    assert.deepEqual(
      view.containers.map(({ type, name, sidecar }) => [type, name, sidecar]),
      [
        ['init', 'setup', false],
        ['init', 'proxy', true],
        ['container', 'app', false],
        ['ephemeral', 'debug', false]
      ]
    )
    assert.deepEqual(
      view.containers.map((container) => containerPath(view, container)),
      [
        ['spec', 'initContainers', 0],
        ['spec', 'initContainers', 1],
        ['spec', 'containers', 0],
        ['spec', 'ephemeralContainers', 0]
      ]
    )
  })

  test('treats a null field as an absent one', () => {
    const [view] = podViews(
      resource('v1', 'Pod', {
        spec: { hostPID: null, containers: [{ name: 'app', securityContext: { privileged: null } }] }
      })
    )
    assert.deepEqual(view?.spec, { containers: [{ name: 'app', securityContext: {} }] })
  })

  test('has no view without a template and for other kinds', () => {
    assert.equal(podViews(resource('apps/v1', 'Deployment', {})).length, 0)
    assert.equal(podViews(resource('apps/v1', 'Deployment', { spec: null })).length, 0)
    assert.equal(podViews(resource('apps/v1', 'Deployment', { spec: { template: [] } })).length, 0)
    assert.equal(podViews(resource('v1', 'Service', { spec: { template: { spec: {} } } })).length, 0)
    assert.equal(podViews(resource('example.com/v1', 'Deployment', { spec: { template: { spec: {} } } })).length, 0)
  })

  test('skips what is not a container without losing the others', () => {
    const [view] = podViews(resource('v1', 'Pod', { spec: { containers: ['x', { name: 7 }, 3], initContainers: {} } }))
    assert.deepEqual(
      view?.containers.map(({ index, name }) => [index, name]),
      [[1, null]]
    )
  })

  test('follows a configured path, through lists too', () => {
    const kinds = workloadKinds([
      { apiVersion: 'ray.io/v1', kind: 'RayCluster', path: 'spec.workers[].template.spec' },
      { kind: 'Rollout', path: 'spec.template.spec' }
    ])
    const worker = (name: string) => ({
      template: { metadata: { labels: { name } }, spec: { containers: [{ name }] } }
    })
    const cluster = resource('ray.io/v1', 'RayCluster', { spec: { workers: [worker('a'), {}, worker('b')] } })
    assert.deepEqual(
      podViews(cluster, kinds).map((view) => [view.containers[0]?.name, view.meta.labels, view.specPath]),
      [
        ['a', { name: 'a' }, ['spec', 'workers', 0, 'template', 'spec']],
        ['b', { name: 'b' }, ['spec', 'workers', 2, 'template', 'spec']]
      ]
    )
    const other = resource('ray.io/v1alpha1', 'RayCluster', { spec: { workers: [worker('a')] } })
    assert.equal(podViews(other, kinds).length, 0)
    const rollout = resource('argoproj.io/v1alpha1', 'Rollout', { spec: { template: { spec: {} } } })
    assert.equal(podViews(rollout, kinds).length, 1)
    assert.equal(podViews(resource('v1', 'Pod', { spec: {} }), kinds).length, 1)
  })

  test('no entry hides the pods of a built-in kind', () => {
    const kinds = workloadKinds([{ kind: 'DaemonSet', path: 'spec.nothing' }])
    const object = { spec: { template: { spec: {} }, nothing: {} } }
    const paths = ['apps/v1', 'apps.kruise.io/v1alpha1'].map((apiVersion) =>
      podViews(resource(apiVersion, 'DaemonSet', object), kinds).map(({ specPath }) => specPath.join('.'))
    )
    assert.deepEqual(paths, [['spec.template.spec'], ['spec.nothing']])
  })
})

test('workloadPathProblem accepts paths and names what is wrong', () => {
  assert.equal(workloadPathProblem('spec.template.spec'), null)
  assert.equal(workloadPathProblem('spec.groups[].template.spec'), null)
  for (const path of ['', 'spec..x', '.spec', 'spec[0].x', 'spec.']) {
    assert.match(workloadPathProblem(path) ?? '', /write it like spec\.template\.spec/)
  }
})

test('what is null is seen as the API server decodes it: an annotation empty, a container without fields', () => {
  const metadata = { annotations: { note: null, kept: 'x' } }
  const object = { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [null] } }
  const [view] = podViews(makeResource('v1', 'Pod', object, { file: null, document: 0, prefix: [] }))
  assert.deepEqual(view?.meta, { annotations: { note: '', kept: 'x' } })
  assert.deepEqual(
    view?.containers.map((container) => container.object),
    [{}]
  )
})
