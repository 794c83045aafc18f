/** A safe fix keeps what a workload does: for each, workloads that the same change would break, and such that it would not. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleFindings, exampleMinor } from '../../src/cli/scan/example-findings.ts'
import { registry } from '../../src/controls/registry.ts'
import { fixText } from '../../src/fix/text/fix-text.ts'
import { plannerFor } from './planner.ts'

/** Safe where the last word of the title is "safe". */
const cases: readonly (readonly [control: string, title: string, pod: string])[] = [
  [
    'allow-privilege-escalation',
    'a user other than root: safe',
    '{containers: [{name: app, image: a/b:1, securityContext: {runAsNonRoot: true, runAsUser: 1000}}]}'
  ],
  [
    'allow-privilege-escalation',
    'a user whose program file opens port 80: not safe',
    '{containers: [{name: app, image: a/b:1, ports: [{containerPort: 80}], securityContext: {runAsNonRoot: true, runAsUser: 1000}}]}'
  ],
  [
    'allow-privilege-escalation',
    'a user who calls sudo: not safe',
    '{containers: [{name: app, image: a/b:1, command: [sh, -c, "sudo chown app /data; exec app"], securityContext: {runAsNonRoot: true, runAsUser: 1000}}]}'
  ],
  [
    'undropped-capabilities',
    'a program whose file may carry capabilities: not safe',
    '{containers: [{name: app, image: a/b:1, securityContext: {runAsUser: 1000, allowPrivilegeEscalation: false}}]}'
  ],
  [
    'undropped-capabilities',
    'an image that is known to need none: safe',
    '{containers: [{name: app, image: "prom/prometheus:v2.53.0", securityContext: {runAsUser: 65534, allowPrivilegeEscalation: false}}]}'
  ],
  [
    'undropped-capabilities',
    'an init container that gives files away: not safe',
    '{containers: [{name: app, image: "busybox:1.36", command: [sh, -c, "chown -R 1000 /data"]}]}'
  ],
  [
    'probe-host',
    'a probe of the own port by an address: safe',
    '{containers: [{name: app, image: a/b:1, ports: [{name: web, containerPort: 8080}], livenessProbe: {httpGet: {host: 10.0.0.1, port: web}}, readinessProbe: {tcpSocket: {host: 10.0.0.1, port: 8080}}}]}'
  ],
  [
    'probe-host',
    'a probe of something else: not safe',
    '{containers: [{name: app, image: a/b:1, livenessProbe: {httpGet: {host: example.com, port: 80}}}]}'
  ],
  [
    'probe-host',
    'a program on an address of the node: not safe',
    '{hostNetwork: true, containers: [{name: app, image: a/b:1, ports: [{containerPort: 80}], livenessProbe: {httpGet: {host: 127.0.0.1, port: 80}}}]}'
  ],
  ['seccomp-profile', 'no word of it: safe', '{containers: [{name: app, image: a/b:1}]}'],
  [
    'seccomp-profile',
    'system calls that a container has open by name: not safe',
    '{containers: [{name: app, image: "moby/buildkit:rootless", securityContext: {seccompProfile: {type: Unconfined}}}]}'
  ],
  [
    'seccomp-profile',
    'system calls that a pod has open by name: not safe',
    '{securityContext: {seccompProfile: {type: Unconfined}}, containers: [{name: app, image: a/b:1}]}'
  ],
  ['service-account-token', 'an account without roles: safe', '{containers: [{name: app, image: a/b:1}]}'],
  [
    'service-account-token',
    'a program that reads the token: not safe',
    '{containers: [{name: app, image: a/b:1, args: ["--jwt=/var/run/secrets/kubernetes.io/serviceaccount/token"]}]}'
  ],
  [
    'service-account-token',
    'kubectl, which finds no server without: not safe',
    '{containers: [{name: app, image: "bitnami/kubectl:1.30"}]}'
  ],
  [
    'service-account-token',
    'a variable that names the file: not safe',
    '{containers: [{name: app, image: a/b:1, env: [{name: TOKEN_FILE, value: /run/secrets/kubernetes.io/serviceaccount/token}]}]}'
  ]
]

describe('a fix', () => {
  for (const [id, title, spec] of cases) {
    test(`of ${id} for ${title}`, () => {
      const control = registry.find(id) ?? assert.fail(id)
      const manifest = `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: ${spec}\n`
      const example = { version: null, manifest }
      const { findings } = exampleFindings(control, example, registry)
      assert.ok(findings.length > 0, 'nothing is found')
      const planner = plannerFor([control], exampleMinor(example), { ceiling: 'safe' })
      const request = { file: 'web.yaml', text: manifest, findings, tolerated: new Set<string>(), without: new Map() }
      const { fixed, left } = fixText(request, planner)
      const isSafe = !title.endsWith('not safe')
      assert.deepEqual(
        fixed.map(({ grade }) => grade),
        isSafe ? findings.map(() => 'safe') : [],
        left.map(({ reason }) => reason).join('\n')
      )
    })
  }
})
