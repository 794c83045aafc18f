import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { effectiveSecurityContext } from './effective.ts'
import type { Mapping } from './mapping.ts'
import { makeResource } from './resource.ts'
import { podViews } from './workload.ts'

function effective(pod: unknown, container: unknown): Mapping {
  const spec = { securityContext: pod, containers: [{ name: 'app', securityContext: container }] }
  const object = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec }
  const [view] = podViews(makeResource('v1', 'Pod', object, { file: null, document: 0, prefix: [] }))
  const [first] = view?.containers ?? []
  assert.ok(view && first)
  return effectiveSecurityContext(view.spec, first)
}

describe('effectiveSecurityContext', () => {
  test('is empty where neither says anything', () => {
    assert.deepEqual(effective(undefined, undefined), {})
    assert.deepEqual(effective(null, null), {})
  })

  test('takes from the pod what a container can set, and nothing else', () => {
    const pod = {
      runAsUser: 1000,
      runAsGroup: 1000,
      runAsNonRoot: true,
      seLinuxOptions: { type: 'container_t' },
      seccompProfile: { type: 'RuntimeDefault' },
      appArmorProfile: { type: 'RuntimeDefault' }
    }
    assert.deepEqual(effective({ ...pod, fsGroup: 1, sysctls: [], supplementalGroups: [2] }, undefined), pod)
  })

  test("lets the container's values win, whole", () => {
    const merged = effective(
      { runAsUser: 1000, runAsNonRoot: true, seLinuxOptions: { type: 'a', level: 'l' }, seccompProfile: { type: 'X' } },
      { runAsUser: 0, runAsNonRoot: false, seLinuxOptions: { user: 'u' }, seccompProfile: null, privileged: true }
    )
    assert.deepEqual(merged, {
      runAsUser: 0,
      runAsNonRoot: false,
      seLinuxOptions: { user: 'u' },
      seccompProfile: { type: 'X' },
      privileged: true
    })
  })

  test('merges Windows options by field, the two of gMSA together', () => {
    const pod = { gmsaCredentialSpecName: 'n', gmsaCredentialSpec: 's', runAsUserName: 'pod', hostProcess: true }
    assert.deepEqual(effective({ windowsOptions: pod }, { windowsOptions: { runAsUserName: 'app' } }), {
      windowsOptions: { ...pod, runAsUserName: 'app' }
    })
    assert.deepEqual(effective({ windowsOptions: pod }, { windowsOptions: { gmsaCredentialSpecName: 'own' } }), {
      windowsOptions: { gmsaCredentialSpecName: 'own', runAsUserName: 'pod', hostProcess: true }
    })
    assert.deepEqual(effective({ windowsOptions: pod }, {}), { windowsOptions: pod })
    assert.deepEqual(effective({}, { windowsOptions: { hostProcess: false } }), {
      windowsOptions: { hostProcess: false }
    })
  })

  test('leaves the manifest as it is', () => {
    const pod = { windowsOptions: { hostProcess: true } }
    const container = { windowsOptions: { runAsUserName: 'app' }, runAsUser: 5 }
    effective(pod, container)
    assert.deepEqual(pod, { windowsOptions: { hostProcess: true } })
    assert.deepEqual(container, { windowsOptions: { runAsUserName: 'app' }, runAsUser: 5 })
  })
})
