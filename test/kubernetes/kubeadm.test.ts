import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { registry } from '../../src/controls/registry.ts'
import type { Component } from '../../src/estate/components/component.ts'
import { componentsOf } from '../../src/estate/components/components.ts'
import type { Mapping } from '../../src/estate/mapping.ts'
import { valueAt } from '../../src/estate/path.ts'
import { makeResource, type Resource } from '../../src/estate/resource.ts'
import { podViews } from '../../src/estate/workload.ts'
import { goProgram } from '../go-program.ts'

/** Settings that some control points to, by component. */
const judged = Map.groupBy(
  registry.controls.flatMap(({ rules }) =>
    rules.flatMap(({ components = [], at }) => components.map((component) => ({ component, at })))
  ),
  ({ component }) => component
)

function resourceOf(object: Mapping): Resource {
  return makeResource(String(object.apiVersion), String(object.kind), object, { file: 'c', document: 0, prefix: [] })
}

const apiVersion = 'kubeadm.k8s.io/v1beta4'
const init = { apiVersion, kind: 'InitConfiguration', localAPIEndpoint: { advertiseAddress: '192.0.2.1' } }

const clusters: readonly (readonly [string, Mapping])[] = [
  ['nothing said', {}],
  ['another folder of certificates', { certificatesDir: '/srv/pki' }],
  [
    'flags of the user',
    {
      apiServer: {
        extraArgs: [
          { name: 'profiling', value: 'false' },
          { name: 'enable-admission-plugins', value: 'NodeRestriction,AlwaysPullImages' },
          { name: 'authorization-mode', value: 'Node,RBAC,Webhook' },
          { name: 'audit-log-maxage', value: '30' }
        ]
      },
      controllerManager: { extraArgs: [{ name: 'bind-address', value: '0.0.0.0' }] },
      scheduler: { extraArgs: [{ name: 'profiling', value: 'false' }] },
      etcd: { local: { extraArgs: [{ name: 'client-cert-auth', value: 'false' }] } }
    }
  ],
  [
    'an etcd elsewhere',
    {
      etcd: {
        external: {
          endpoints: ['https://192.0.2.2:2379'],
          caFile: '/srv/ca.crt',
          certFile: '/srv/client.crt',
          keyFile: '/srv/client.key'
        }
      }
    }
  ],
  [
    'authorizers from a file',
    { apiServer: { extraArgs: [{ name: 'authorization-config', value: '/etc/authz.yaml' }] } }
  ]
]

describe('what kubeadm makes of its configuration', () => {
  for (const [name, fields] of clusters) {
    test(`${name}: each setting that a control judges is that of the static pod`, async (t) => {
      const program = await goProgram(join(import.meta.dirname, 'kubeadm-manifests'))
      if (typeof program !== 'string') return t.skip(program.skipped)
      const cluster = { apiVersion, kind: 'ClusterConfiguration', kubernetesVersion: 'v1.37.0', ...fields }
      const input = [init, cluster].map((document) => JSON.stringify(document)).join('\n---\n')
      const { stdout, stderr } = spawnSync(program, { input, encoding: 'utf8' })
      const pods: Mapping[] = JSON.parse(stdout === '' ? assert.fail(stderr) : stdout)
      const made = pods.flatMap((pod) => {
        const resource = resourceOf(pod)
        return componentsOf(resource, podViews(resource), [])
      })
      const read = componentsOf(resourceOf(cluster), [], [])
      assert.deepEqual(read.map((one) => one.name).sort(), made.map((one) => one.name).sort())
      for (const component of made) compare(component, read)
    })
  }
})

function compare(made: Component, all: readonly Component[]): void {
  const read = all.find(({ name }) => name === made.name)
  assert.ok(read !== undefined)
  assert.equal(made.settings.problems, undefined, `kubeadm sets flags of ${made.name} that are not known`)
  const wanted = (judged.get(made.name) ?? []).map(({ at }) => at)
  for (const setting of new Set([...wanted, 'authorizationMode', 'anonymousAuth', 'trustedCaFile', 'clientCaFile'])) {
    const path = setting.split('.')
    assert.deepEqual(valueAt(read.settings, path), valueAt(made.settings, path), `${made.name} ${setting}`)
  }
}
