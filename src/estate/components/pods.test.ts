import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { formatPath } from '../path.ts'
import { makeResource } from '../resource.ts'
import { podViews } from '../workload.ts'
import { type Component, settingPath, standing } from './component.ts'
import { componentsOf } from './components.ts'

function componentsIn(container: Record<string, unknown>, namespace = 'kube-system'): readonly Component[] {
  const object = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', namespace },
    spec: { containers: [{ name: 'c', ...container }] }
  }
  const resource = makeResource('v1', 'Pod', object, { file: 'pod.yaml', document: 0, prefix: [] })
  return componentsOf(resource, podViews(resource), [resource])
}

function only(container: Record<string, unknown>): Component {
  const [component, ...others] = componentsIn(container)
  assert.ok(component !== undefined && others.length === 0)
  return component
}

const settingsOf = (...words: string[]): unknown => only({ command: ['kube-apiserver', ...words] }).settings

describe('which program a container runs', () => {
  const named = (container: Record<string, unknown>): string[] => componentsIn(container).map(({ name }) => name)

  test('the command says it, with or without a path', () => {
    assert.deepEqual(named({ command: ['kube-apiserver'] }), ['kube-apiserver'])
    assert.deepEqual(named({ command: ['/usr/local/bin/kube-proxy', '--config=/x'] }), ['kube-proxy'])
    assert.deepEqual(named({ command: ['/pause'], image: 'registry.k8s.io/kube-apiserver:v1' }), [])
  })

  test('else the image', () => {
    assert.deepEqual(named({ image: 'registry.k8s.io/kube-scheduler:v1.37.0', args: ['--profiling=false'] }), [
      'kube-scheduler'
    ])
    assert.deepEqual(named({ image: 'localhost:5000/kube-apiserver-amd64@sha256:ab' }), ['kube-apiserver'])
    assert.deepEqual(named({ image: 'localhost:5000/web' }), [])
  })

  test('a script says it where it starts the program', () => {
    assert.deepEqual(named({ command: ['/bin/sh', '-c', 'kube-apiserver --a=b'] }), ['kube-apiserver'])
    assert.deepEqual(named({ command: ['sh', '-c', 'vtctld --topo etcd --wait'] }), [])
    assert.deepEqual(named({ command: ['sh'], args: ['-c', 'mkdir /x; exec /bin/kube-proxy -v=2'] }), ['kube-proxy'])
  })

  test('the etcd of an application is none of the cluster', () => {
    const etcd = { command: ['etcd'] }
    assert.equal(componentsIn(etcd, 'shop').length, 0)
    assert.equal(componentsIn(etcd, 'kube-system').length, 1)
  })
})

describe('flags', () => {
  test('the last one counts, and lists grow', () => {
    assert.deepEqual(settingsOf('--profiling', '--profiling=false'), { profiling: false })
    assert.deepEqual(settingsOf('--enable-admission-plugins=A,B', '--enable-admission-plugins=C'), {
      enableAdmissionPlugins: ['A', 'B', 'C']
    })
  })

  test('values may stand in the next word, and underscores for dashes', () => {
    assert.deepEqual(settingsOf('--audit_log_maxage', '30', '--profiling', '--audit-log-path', '/a'), {
      auditLogMaxage: 30,
      profiling: true,
      auditLogPath: '/a'
    })
  })

  test('feature gates are true or false by name', () => {
    assert.deepEqual(settingsOf('--feature-gates=A=true,kube:B=false'), { featureGates: { A: true, B: false } })
  })

  test('args follow the command, and a finding points to the word itself', () => {
    const component = only({ command: ['kube-apiserver', '--profiling=false'], args: ['--audit-log-path=/a'] })
    const pathOf = (setting: string): string => formatPath(settingPath(component, [setting]))
    assert.equal(pathOf('profiling'), 'spec.containers[0].command[1]')
    assert.equal(pathOf('auditLogPath'), 'spec.containers[0].args[0]')
    assert.equal(pathOf('auditPolicyFile'), 'spec.containers[0].command')
  })

  test('variables of the container are filled in where they are known', () => {
    const env = [{ name: 'MODE', value: 'RBAC' }]
    const component = only({ command: ['kube-apiserver', '--authorization-mode=$(MODE)'], env })
    assert.deepEqual(component.settings, { authorizationMode: ['RBAC'] })
    const unknown = only({ command: ['kube-apiserver', '--authorization-mode=$(MODE)'] })
    assert.match(JSON.stringify(standing(unknown, ['authorizationMode'])), /variable/)
  })

  test('what no component takes is a problem at its place', () => {
    const component = only({
      command: ['kube-apiserver', '--anonymous-aut=true', '--profiling=no', '--audit-log-maxage=x', '--audit-log-path']
    })
    assert.deepEqual(component.settings.problems, [
      'kube-apiserver knows no flag --anonymous-aut; did you mean --anonymous-auth?',
      'the value of --profiling is neither true nor false',
      'the value of --audit-log-maxage is not a whole number',
      '--audit-log-path has no value'
    ])
    assert.equal(formatPath(settingPath(component, ['problems', 1])), 'spec.containers[0].command[2]')
  })

  test('etcd takes one dash as well', () => {
    const { settings } = only({ command: ['etcd', '-client-cert-auth', '-cert-file', '/x'] })
    assert.deepEqual(settings, { clientCertAuth: true, certFile: '/x' })
  })
})

describe('scripts', () => {
  const script = (text: string): Component => only({ command: ['/bin/sh', '-c', text] })

  test('plain words are read, quoted ones too', () => {
    const component = script("set -e\nexec kube-apiserver --profiling=false \\\n  --audit-log-path='/var/a b'")
    assert.deepEqual(component.settings, { profiling: false, auditLogPath: '/var/a b' })
    assert.equal(formatPath(settingPath(component, ['profiling'])), 'spec.containers[0].command[2]')
  })

  test('what a shell would change makes everything unknown', () => {
    for (const text of ['kube-apiserver $FLAGS', 'kube-apiserver --a=`b`', 'kube-apiserver --a=b | tee /log']) {
      assert.match(JSON.stringify(standing(script(text), ['profiling'])), /shell script/)
    }
  })
})

describe('configuration files beside flags', () => {
  test('a file that was not read leaves what no flag says unknown', () => {
    const component = only({ command: ['kubelet', '--config=/var/lib/kubelet/config.yaml', '--read-only-port=0'] })
    assert.equal(standing(component, ['readOnlyPort']), 'seen')
    assert.match(JSON.stringify(standing(component, ['rotateCertificates'])), /config\.yaml/)
  })

  test('a kubelet without a file is open', () => {
    const { settings } = only({ command: ['kubelet'] })
    assert.equal(settings.readOnlyPort, 10255)
    assert.deepEqual(settings.authorization, { mode: 'AlwaysAllow' })
  })

  test('of kube-proxy and the scheduler, the file makes flags count for nothing', () => {
    const component = only({ command: ['kube-proxy', '--config=/c', '--metrics-bind-address=127.0.0.1:1'] })
    assert.equal(component.settings.metricsBindAddress, undefined)
    assert.match(JSON.stringify(standing(component, ['metricsBindAddress'])), /\/c/)
  })
})
