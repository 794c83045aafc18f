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
    const microk8s = scan(mirror('microk8s', { 'var/snap/microk8s/current/args/kubelet': ['', 0o600] })).report
    assert.ok(microk8s.skipped.some(({ reason }) => reason.includes('MicroK8s')))
  })
})

const rancherConfig = `write-kubeconfig-mode: "0644"
secrets-encryption: true
kube-apiserver-arg:
  - anonymous-auth=true
  - audit-policy-file=/var/lib/rancher/k3s/server/audit.yaml
kubelet-arg:
  - "streaming-connection-idle-timeout=0"
`

const k3sUnit = `[Service]
ExecStart=/usr/local/bin/k3s \\
    server \\
      '--kube-scheduler-arg=bind-address=0.0.0.0' \\
      --kube-controller-manager-arg profiling=true
`

const k3sFiles = {
  'etc/rancher/k3s/config.yaml': [rancherConfig, 0o600],
  'etc/rancher/k3s/config.yaml.d/10-more.yaml': ['kube-apiserver-arg+: [profiling=true]\n', 0o600],
  'etc/rancher/k3s/k3s.yaml': ['apiVersion: v1\nkind: Config\n', 0o644],
  'etc/systemd/system/k3s.service': [k3sUnit, 0o600],
  'var/lib/rancher/k3s/server/audit.yaml': [
    'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n  - level: None\n',
    0o600
  ],
  'var/lib/rancher/k3s/server/cred/encryption-config.json': [
    '{"apiVersion": "apiserver.config.k8s.io/v1", "kind": "EncryptionConfiguration", "resources": [{"resources": ["secrets"], "providers": [{"identity": {}}]}]}',
    0o600
  ],
  'var/lib/rancher/k3s/server/db/etcd/config': [
    'client-transport-security: {client-cert-auth: true, cert-file: /a, key-file: /b, trusted-ca-file: /c}\n',
    0o600
  ],
  'var/lib/rancher/k3s/server/tls/service.key': ['key', 0o644],
  'var/lib/rancher/k3s/agent/etc/kubelet.conf.d/00-k3s-defaults.conf': [
    configuration.replace('enabled: true', 'enabled: false').replace('readOnlyPort: 10255', 'podPidsLimit: 100'),
    0o600
  ],
  'var/lib/rancher/k3s/agent/etc/kubelet.conf.d/90-own.conf': ['authentication: {anonymous: {enabled: true}}\n', 0o600]
} as const

describe('scan --node of other distributions', () => {
  test('of k3s judges what it runs in one program: its own flags, its files and its command line', () => {
    const root = mirror('k3s', k3sFiles)
    const { report } = scan(root)
    const place = (control: string): unknown => placeOf(root, finding(report, control))
    const has = (control: string): boolean => report.findings.some((one) => one.control === control)
    assert.deepEqual(report.errors, [])
    const [file, line] = place('api-server-profiling') as [string, number]
    assert.deepEqual([file, line], ['etc/rancher/k3s/config.yaml.d/10-more.yaml', 1])
    assert.deepEqual((place('scheduler-bind-address') as unknown[]).slice(0, 2), ['etc/systemd/system/k3s.service', 2])
    assert.ok(has('controller-manager-profiling'))
    // A later drop-in wins over what k3s writes for its kubelet.
    assert.ok(has('kubelet-anonymous-requests'))
    assert.deepEqual((place('kubelet-streaming-timeout') as unknown[]).slice(0, 2), ['etc/rancher/k3s/config.yaml', 7])
    assert.deepEqual(placeOf(root, finding(report, 'audit-policy-roles')), [
      'var/lib/rancher/k3s/server/audit.yaml',
      4,
      'rules[0].level'
    ])
    assert.match(finding(report, 'encryption-provider').file ?? '', /encryption-config\.json$/)
    for (const control of [
      'kubelet-client-ca',
      'kubelet-read-only-port',
      'api-server-etcd-ca',
      'etcd-client-authentication',
      'kubelet-certificate-authority'
    ])
      assert.ok(!has(control), control)
    assert.equal(finding(report, 'admin-kubeconfig-mode').file?.slice(root.length + 1), 'etc/rancher/k3s/k3s.yaml')
    assert.equal(
      finding(report, 'pki-key-mode').file?.slice(root.length + 1),
      'var/lib/rancher/k3s/server/tls/service.key'
    )
  })

  test('of a k3s agent judges its kubelet and kube-proxy alone', () => {
    const root = mirror('k3s-agent', {
      'etc/rancher/k3s/config.yaml': ['kubelet-arg: anonymous-auth=true\n', 0o600],
      'var/lib/rancher/k3s/agent/client-ca.crt': ['', 0o600]
    })
    const { findings } = scan(root).report
    assert.ok(findings.some(({ control }) => control === 'kubelet-anonymous-requests'))
    assert.ok(!findings.some(({ control }) => control.startsWith('api-server-')))
  })

  test('of RKE2 judges its static pods and its kubelet', () => {
    const root = mirror('rke2', {
      'etc/rancher/rke2/config.yaml': ['kubelet-arg: [read-only-port=10255]\n', 0o600],
      'var/lib/rancher/rke2/agent/pod-manifests/kube-apiserver.yaml': [
        manifest.replace('--profiling=false', '--profiling=true').replace(/.*audit-policy.*\n/, ''),
        0o644
      ],
      'var/lib/rancher/rke2/server/db/etcd/config': ['', 0o600]
    })
    const { report } = scan(root)
    assert.deepEqual((placeOf(root, finding(report, 'api-server-profiling')) as unknown[]).slice(0, 2), [
      'var/lib/rancher/rke2/agent/pod-manifests/kube-apiserver.yaml',
      13
    ])
    assert.deepEqual((placeOf(root, finding(report, 'kubelet-read-only-port')) as unknown[]).slice(0, 2), [
      'etc/rancher/rke2/config.yaml',
      1
    ])
    assert.ok(report.findings.some(({ control }) => control === 'api-server-manifest-mode'))
  })

  test('of OpenShift judges the newest configuration of its API server', () => {
    const config = (profiling: string): string =>
      JSON.stringify({
        apiVersion: 'kubecontrolplane.config.openshift.io/v1',
        kind: 'KubeAPIServerConfig',
        apiServerArguments: {
          profiling: [profiling],
          'authorization-mode': ['Scope', 'SystemMasters', 'RBAC', 'Node'],
          'audit-policy-file': ['/etc/kubernetes/static-pod-resources/configmaps/policies/policy.yaml']
        },
        servingInfo: { clientCA: '/ca.crt' }
      })
    const at = (revision: number): string =>
      `etc/kubernetes/static-pod-resources/kube-apiserver-pod-${revision}/configmaps`
    const root = mirror('openshift', {
      [`${at(9)}/config/config.yaml`]: [config('true'), 0o600],
      [`${at(10)}/config/config.yaml`]: [config('true'), 0o600],
      [`${at(10)}/policies/policy.yaml`]: [
        'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n  - level: None\n',
        0o600
      ],
      'etc/kubernetes/kubelet.conf': [configuration, 0o600],
      'etc/systemd/system/kubelet.service': [
        '[Service]\nExecStart=/usr/bin/kubelet --config=/etc/kubernetes/kubelet.conf\n',
        0o600
      ]
    })
    const { report } = scan(root)
    const own = report.findings.filter(({ control }) => control === 'api-server-profiling')
    assert.deepEqual(
      own.map(({ file, path }) => [file?.slice(root.length + 1), path]),
      [[`${at(10)}/config/config.yaml`, 'apiServerArguments.profiling[0]']]
    )
    assert.equal(finding(report, 'audit-policy-roles').file?.slice(root.length + 1), `${at(10)}/policies/policy.yaml`)
    assert.ok(report.findings.some(({ control }) => control === 'kubelet-anonymous-requests'))
    for (const control of ['always-allow-authorization', 'api-server-client-ca'])
      assert.ok(!report.findings.some((one) => one.control === control), control)
  })
})
