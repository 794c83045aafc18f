import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, describe, test } from 'node:test'
import { bulwark, type Outcome } from './bulwark.ts'
import type { Finding, Report } from './report.ts'

const folder = mkdtempSync(join(tmpdir(), 'bulwark-node-'))
after(() => rmSync(folder, { recursive: true }))

/** A copy of a node: each file with its text and mode. */
function mirror(name: string, files: Readonly<Record<string, readonly [text: string, mode: number]>>): string {
  const root = join(folder, name)
  mkdirSync(root)
  for (const [path, [text, mode]] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), text)
    chmodSync(join(root, path), mode)
  }
  return root
}

function scan(root: string, ...options: string[]): { outcome: Outcome; report: Report } {
  const outcome = bulwark(['scan', '--node', root, '-o', 'json', '--framework', 'cis', ...options])
  return { outcome, report: JSON.parse(outcome.stdout) }
}

const manifest = `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.37.0
      command:
        - kube-apiserver
        - --anonymous-auth=false
        - --profiling=false
        - --audit-policy-file=/etc/kubernetes/audit-policy.yaml
`

const configuration = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: true
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.crt
readOnlyPort: 10255
`

const dropIn = `[Service]
Environment="KUBELET_CONFIG_ARGS=--config=/var/lib/kubelet/config.yaml"
EnvironmentFile=-/var/lib/kubelet/kubeadm-flags.env
EnvironmentFile=-/etc/default/kubelet
ExecStart=
ExecStart=/usr/bin/kubelet $KUBELET_CONFIG_ARGS $KUBELET_KUBEADM_ARGS $KUBELET_EXTRA_ARGS
`

const kubeadmFiles = {
  'etc/kubernetes/manifests/kube-apiserver.yaml': [manifest, 0o644],
  'etc/kubernetes/audit-policy.yaml': ['apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n  - level: None\n', 0o600],
  'etc/kubernetes/pki/ca.crt': ['certificate', 0o644],
  'etc/kubernetes/pki/ca.key': ['key', 0o640],
  'etc/systemd/system/kubelet.service.d/10-kubeadm.conf': [dropIn, 0o600],
  'var/lib/kubelet/kubeadm-flags.env': [
    'KUBELET_KUBEADM_ARGS="--hostname-override=n7 --anonymous-auth=false"\n',
    0o600
  ],
  'var/lib/kubelet/config.yaml': [configuration, 0o600]
} as const

function finding(report: Report, control: string): Finding {
  const found = report.findings.find((one) => one.control === control)
  assert.ok(found !== undefined, `${control} is not found`)
  return found
}

const placeOf = (root: string, { file, line, path }: Finding): unknown => [file?.slice(root.length + 1), line, path]

describe('scan --node', () => {
  const root = mirror('kubeadm', kubeadmFiles)
  const { outcome, report } = scan(root)
  const has = (control: string): boolean => report.findings.some((one) => one.control === control)

  test('judges static pods and what their flags name', () => {
    assert.equal(outcome.status, 1, outcome.stderr)
    assert.ok(!has('api-server-profiling') && has('audit-log-path'))
    assert.deepEqual(placeOf(root, finding(report, 'audit-policy-roles')), [
      'etc/kubernetes/audit-policy.yaml',
      4,
      'rules[0].level'
    ])
  })

  test('of the kubelet, flags win over its file, and each finding points to where it was said', () => {
    assert.ok(!has('kubelet-anonymous-requests') && !has('kubelet-client-ca'))
    assert.deepEqual(placeOf(root, finding(report, 'kubelet-read-only-port')), [
      'var/lib/kubelet/config.yaml',
      8,
      'configuration.readOnlyPort'
    ])
    assert.deepEqual(placeOf(root, finding(report, 'kubelet-hostname-override')), [
      'var/lib/kubelet/kubeadm-flags.env',
      1,
      'command[2]'
    ])
  })

  test('judges modes; the owners of a copy are not those of the node', () => {
    assert.deepEqual(placeOf(root, finding(report, 'api-server-manifest-mode')), [
      'etc/kubernetes/manifests/kube-apiserver.yaml',
      null,
      'mode'
    ])
    assert.equal(finding(report, 'pki-key-mode').status, 'fail')
    assert.ok(!has('kubelet-configuration-mode') && !has('pki-certificate-mode'))
    const owner = finding(report, 'api-server-manifest-owner')
    assert.deepEqual([owner.status, owner.reason?.includes('owner')], ['unknown', true])
  })

  test('the text report quotes no file whose mode is wrong', () => {
    const { stdout } = bulwark(['scan', '--node', root, '--framework', 'cis'])
    assert.match(stdout, /pki-key-mode/)
    assert.doesNotMatch(stdout, /│ key/)
  })

  test('a running program counts with the flags that it has', () => {
    const words = ['/usr/bin/kubelet', '--config=/var/lib/kubelet/config.yaml', '--read-only-port=0', '']
    const running = mirror('running', {
      ...kubeadmFiles,
      'proc/77/cmdline': [words.join('\0'), 0o444],
      'proc/78/cmdline': [['kube-scheduler', '--bind-address=0.0.0.0', ''].join('\0'), 0o444]
    })
    const { report: now } = scan(running)
    assert.ok(!now.findings.some(({ control }) => control === 'kubelet-read-only-port'))
    assert.equal(finding(now, 'kubelet-anonymous-requests').line, 5)
    const scheduler = finding(now, 'scheduler-bind-address')
    assert.deepEqual([scheduler.file?.slice(running.length), scheduler.path], ['/proc/78/cmdline', 'command[1]'])
  })

  test('a certificate of system:masters in a kubeconfig is found', (t) => {
    const key = join(folder, 'admin.key')
    const certificate = join(folder, 'admin.crt')
    const subject = ['-subj', '/O=system:masters/CN=admin']
    const args = ['req', '-x509', '-newkey', 'ed25519', '-nodes', '-keyout', key, '-out', certificate, ...subject]
    try {
      execFileSync('openssl', args, { stdio: 'ignore' })
    } catch {
      return t.skip('openssl is not installed')
    }
    const data = readFileSync(certificate).toString('base64')
    const kubeconfig = `apiVersion: v1\nkind: Config\nusers:\n  - name: a\n    user:\n      client-certificate-data: ${data}\n`
    const { report: with1 } = scan(mirror('masters', { 'etc/kubernetes/super-admin.conf': [kubeconfig, 0o600] }))
    assert.equal(finding(with1, 'masters-certificate').status, 'fail')
    assert.doesNotMatch(JSON.stringify(with1), /LS0t/)
  })

  test('half-readable files are told with their line, and cost nothing else', () => {
    const broken = mirror('broken', {
      ...kubeadmFiles,
      'var/lib/kubelet/config.yaml': [`${configuration}podPidsLimit: many\n`, 0o600],
      'etc/kubernetes/manifests/etcd.yaml': ['apiVersion: v1\nkind: [Pod\n', 0o600]
    })
    const { outcome: mistake, report: rest } = scan(broken)
    assert.equal(mistake.status, 2)
    const places = rest.errors.map(({ file, line }) => [file.slice(broken.length + 1), line])
    assert.deepEqual(places.sort(), [
      ['etc/kubernetes/manifests/etcd.yaml', 2],
      ['var/lib/kubelet/config.yaml', 9]
    ])
    assert.equal(finding(rest, 'kubelet-read-only-port').line, 8)
  })

  test('what may not be read is told', (t) => {
    if (process.getuid?.() !== 0) return t.skip('only the administrator can run as another user')
    const shut = mirror('shut', kubeadmFiles)
    chmodSync(folder, 0o755)
    chmodSync(join(shut, 'etc/kubernetes/pki'), 0o700)
    const { status, stdout } = bulwark(['scan', '--node', shut, '-o', 'json'], { uid: 65534 })
    const { errors }: Report = JSON.parse(stdout)
    assert.equal(status, 2)
    assert.ok(errors.some(({ file, message }) => file.endsWith('/pki') && message.includes('permission denied')))
  })

  test('what was looked for and is not there is said', () => {
    const worker = mirror('worker', { 'var/lib/kubelet/config.yaml': [configuration, 0o600] })
    const { report: partial } = scan(worker)
    assert.deepEqual(
      partial.skipped.map(({ file }) => file.slice(worker.length + 1)),
      ['etc/kubernetes/manifests', 'etc/kubernetes/pki']
    )
    const { outcome: empty, report: none } = scan(mirror('empty', {}))
    assert.equal(empty.status, 2)
    assert.match(none.errors[0]?.message ?? '', /is no node of a cluster/)
    const missing = bulwark(['scan', '--node', join(folder, 'absent')])
    assert.equal(missing.status, 2)
    const k3s = scan(mirror('k3s', { 'etc/rancher/k3s/config.yaml': ['', 0o600] })).report
    assert.ok(k3s.skipped.some(({ reason }) => reason.includes('k3s')))
  })
})
