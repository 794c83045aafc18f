import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileRule } from '../controls/compile-rule.ts'
import { registry } from '../controls/registry.ts'
import { makeResource } from '../estate/resource.ts'
import { podViews } from '../estate/workload.ts'
import { buildPlan } from './build-plan.ts'

test('the level of a pod is that at the version that is assumed', () => {
  const object = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    // Among the sysctls that are safe since 1.29.
    spec: {
      securityContext: { sysctls: [{ name: 'net.ipv4.tcp_keepalive_time', value: '60' }] },
      containers: [{ name: 'app' }]
    }
  }
  const pod = makeResource('v1', 'Pod', object, { file: 'pod.yaml', document: 0, prefix: [] })
  const levels = [28, 29].map((minor) => {
    const plan = buildPlan({
      frameworks: [],
      controls: registry.controls,
      only: new Set(),
      minor,
      severities: {},
      lowest: 'low',
      compile: compileRule
    })
    return plan.levelOf(pod, podViews(pod))
  })
  assert.deepEqual(levels, ['privileged', 'baseline'])
})
