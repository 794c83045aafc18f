import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isPatch } from './patch.ts'

function deployment(spec: object, apiVersion = 'apps/v1') {
  return { apiVersion, kind: 'Deployment', metadata: { name: 'web' }, spec }
}

const part = { template: { spec: { containers: [{ name: 'app', resources: {} }] } } }
const whole = { template: { spec: { containers: [{ name: 'app', image: 'web:1' }] } } }
const both = { template: { spec: { containers: [{ name: 'app' }, { name: 'proxy', image: 'proxy:1' }] } } }

describe('patches of workloads', () => {
  for (const file of ['base/patch.yaml', 'memory-patch.yaml', 'patches.yml', 'web.patch.yaml']) {
    test(`${file} is one`, () => assert.equal(isPatch(file, deployment(part)), true))
  }
  test('a change of replicas is one', () => assert.equal(isPatch('patch.yaml', deployment({ replicas: 3 })), true))

  for (const [name, file, value] of [
    ['a file of another name', 'deployment.yaml', deployment(part)],
    ['a file whose name only contains the word', 'dispatcher.yaml', deployment(part)],
    ['a folder of that name', 'patch/deployment.yaml', deployment(part)],
    ['a workload with a selector', 'patch.yaml', deployment({ selector: {}, ...part })],
    ['a workload whose container has an image', 'patch.yaml', deployment(whole)],
    ['a patch that adds a whole container', 'patch.yaml', deployment(both)],
    ['an old workload, which needs no selector', 'patch.yaml', deployment(part, 'extensions/v1beta1')],
    ['another kind', 'patch.yaml', { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'app' }] } }],
    ['no object', 'patch.yaml', [{ op: 'add' }]]
  ] as const) {
    test(`${name} is none`, () => assert.equal(isPatch(file, value), false))
  }
})
