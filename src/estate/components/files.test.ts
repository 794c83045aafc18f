import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Mapping } from '../mapping.ts'
import { formatPath } from '../path.ts'
import { makeResource, type Resource } from '../resource.ts'
import { type Component, settingPath, standing } from './component.ts'
import { componentsOf } from './components.ts'

function resourceOf(apiVersion: string, kind: string, object: Mapping): Resource {
  return makeResource(apiVersion, kind, object, { file: 'c.yaml', document: 0, prefix: [] })
}

function component(resource: Resource, name: string, among: readonly Resource[] = [resource]): Component {
  const found = componentsOf(resource, [], among).find((one) => one.name === name)
  assert.ok(found !== undefined)
  return found
}

const cluster = (version: string, object: Mapping): Resource =>
  resourceOf(`kubeadm.k8s.io/${version}`, 'ClusterConfiguration', object)

describe('kubeadm', () => {
  test('extra arguments are a map up to v1beta3 and a list since then', () => {
    const map = component(cluster('v1beta3', { apiServer: { extraArgs: { profiling: 'false' } } }), 'kube-apiserver')
    const extraArgs = [
      { name: 'profiling', value: 'true' },
      { name: 'profiling', value: 'false' }
    ]
    const list = component(cluster('v1beta4', { apiServer: { extraArgs } }), 'kube-apiserver')
    assert.equal(map.settings.profiling, false)
    assert.equal(formatPath(settingPath(map, ['profiling'])), 'apiServer.extraArgs.profiling')
    assert.equal(list.settings.profiling, false)
    assert.equal(formatPath(settingPath(list, ['profiling'])), 'apiServer.extraArgs[1].value')
    assert.equal(formatPath(settingPath(list, ['auditLogPath'])), 'apiServer.extraArgs')
  })

  test('what kubeadm sets itself is no fault, and gives way to the user', () => {
    const { settings } = component(cluster('v1beta4', { certificatesDir: '/pki' }), 'kube-apiserver')
    assert.deepEqual(settings.authorizationMode, ['Node', 'RBAC'])
    assert.equal(settings.clientCaFile, '/pki/ca.crt')
    assert.equal(settings.etcdCafile, '/pki/etcd/ca.crt')
    const extraArgs = { 'enable-admission-plugins': 'AlwaysPullImages' }
    const own = component(cluster('v1beta3', { apiServer: { extraArgs } }), 'kube-apiserver')
    assert.deepEqual(own.settings.enableAdmissionPlugins, ['AlwaysPullImages'])
  })

  test('of the insecure port as long as there was one', () => {
    const portAt = (kubernetesVersion: string): unknown =>
      component(cluster('v1beta3', { kubernetesVersion }), 'kube-apiserver').settings.insecurePort
    assert.equal(portAt('v1.23.4'), 0)
    assert.equal(portAt('v1.24.0'), undefined)
  })

  test('an etcd elsewhere is not judged, and is reached as it is said', () => {
    const external = { endpoints: ['https://etcd:2379'], caFile: '/ca' }
    const resource = cluster('v1beta4', { etcd: { external } })
    const { settings } = component(resource, 'kube-apiserver')
    assert.equal(settings.etcdCafile, '/ca')
    assert.equal(settings.etcdCertfile, undefined)
    assert.ok(!componentsOf(resource, [], []).some(({ name }) => name === 'etcd'))
  })

  test('of a kubelet, only what is said here is judged', () => {
    const node = { kubeletExtraArgs: [{ name: 'read-only-port', value: '10255' }] }
    const resource = resourceOf('kubeadm.k8s.io/v1beta4', 'JoinConfiguration', { nodeRegistration: node })
    const kubelet = component(resource, 'kubelet')
    assert.equal(kubelet.settings.readOnlyPort, 10255)
    assert.equal(standing(kubelet, ['rotateCertificates']), 'elsewhere')
    const bare = resourceOf('kubeadm.k8s.io/v1beta4', 'JoinConfiguration', { nodeRegistration: { name: 'n' } })
    assert.deepEqual(componentsOf(bare, [], []), [])
  })
})

describe('configuration files', () => {
  const kubelet = (object: Mapping): Resource =>
    resourceOf('kubelet.config.k8s.io/v1beta1', 'KubeletConfiguration', object)

  test('fields stand where they are or would be; of flags a file says nothing', () => {
    const seen = component(kubelet({ readOnlyPort: 1 }), 'kubelet')
    assert.equal(formatPath(settingPath(seen, ['authentication', 'x509'])), 'authentication.x509')
    assert.equal(standing(seen, ['authentication', 'x509']), 'seen')
    assert.equal(standing(seen, ['hostnameOverride']), 'elsewhere')
  })

  test('kubeadm completes the configuration of the kubelet beside its own', () => {
    const resource = kubelet({ authentication: { anonymous: { enabled: false } } })
    const { settings } = component(resource, 'kubelet', [cluster('v1beta4', {}), resource])
    assert.deepEqual(settings.authentication, {
      anonymous: { enabled: false },
      x509: { clientCAFile: '/etc/kubernetes/pki/ca.crt' }
    })
    assert.equal(settings.rotateCertificates, true)
  })

  test('on a node, flags win over the file of the kubelet', () => {
    const resource = resourceOf('node.bulwark.dev/v1', 'NodeComponent', {
      component: 'kubelet',
      command: ['/usr/bin/kubelet', '--config=/c', '--anonymous-auth=false'],
      configuration: { authentication: { anonymous: { enabled: true }, x509: { clientCAFile: '/ca' } } }
    })
    const seen = component(resource, 'kubelet')
    assert.deepEqual(seen.settings.authentication, { anonymous: { enabled: false }, x509: { clientCAFile: '/ca' } })
    const pathOf = (...setting: string[]): string => formatPath(settingPath(seen, setting))
    assert.equal(pathOf('authentication', 'anonymous', 'enabled'), 'command[2]')
    assert.equal(pathOf('authentication', 'x509', 'clientCAFile'), 'configuration.authentication.x509.clientCAFile')
    assert.equal(pathOf('hostnameOverride'), 'command')
  })
})
