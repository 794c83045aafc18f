import assert from 'node:assert/strict'
import { test } from 'node:test'
import { controlSubject } from './control-subject.ts'
import { isProviders, profileOfVersion, profiles } from './profiles.ts'
import { registry } from './registry.ts'

function ownedBy(name: string): string[] {
  const profile = profiles.find((candidate) => candidate.name === name)
  assert.ok(profile !== undefined)
  return registry.controls.filter((control) => isProviders(profile, control)).map(({ id }) => id)
}

test("the control plane of a managed cluster is its provider's, pods and nodes are not", () => {
  for (const name of ['eks', 'gke', 'aks']) {
    const owned = ownedBy(name)
    for (const id of [
      'audit-log-path',
      'etcd-peer-certificate',
      'encryption-provider',
      'audit-policy-secrets',
      'scheduler-profiling'
    ])
      assert.ok(owned.includes(id), `${name} ${id}`)
    for (const id of [
      'host-pid',
      'kubelet-authorization',
      'kubelet-read-only-port',
      'resource-quota',
      'default-deny-egress'
    ])
      assert.ok(!owned.includes(id), `${name} ${id}`)
  }
  assert.ok(ownedBy('openshift').some((id) => id.startsWith('kubelet-')))
})

test('every control says what it is about', () => {
  for (const control of registry.controls) assert.ok(controlSubject(control).names.length > 0, control.id)
})

test('builds of Kubernetes tell who operates it', () => {
  assert.equal(profileOfVersion('v1.33.4-eks-036c24b')?.name, 'eks')
  assert.equal(profileOfVersion('v1.33.4-gke.1172000')?.name, 'gke')
  assert.equal(profileOfVersion('v1.37.2'), null)
  assert.equal(profileOfVersion('v1.30.1+k3s1'), null)
})
