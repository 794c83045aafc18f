import { anchorKinds } from '../../estate/cluster-anchor.ts'
import { defineControl } from '../define-control.ts'
import { requiredOnNodes } from '../judging/required-component.ts'

/** By image. */
const known: readonly (readonly [RegExp, string])[] = [
  [/\/falco(?:-no-driver|-distroless)?$/, 'Falco'],
  [/\/tetragon$/, 'Tetragon'],
  [/\/kubearmor$/, 'KubeArmor'],
  [/\/tracee(?:-ebpf)?$|\/enforcer$/, 'Aqua'],
  [/\/sysdig\/agent|\/agent-slim$|\/sysdig-agent/, 'Sysdig'],
  [/\/defender(?:_|$)|twistlock/, 'Prisma Cloud'],
  [/\/falcon-(?:sensor|node-sensor)/, 'CrowdStrike Falcon'],
  [/\/neuvector\/(?:enforcer|controller|agent)/, 'NeuVector'],
  [/\/(?:stackrox|advanced-cluster-security)\/collector|\/collector-rhel8$/, 'StackRox'],
  [/\/azuredefender|\/microsoft-defender|\/mdatp/, 'Microsoft Defender'],
  [/\/aws-guardduty-agent$/, 'Amazon GuardDuty'],
  [/\/wiz-sensor|\/sensor$|\/lacework|\/deepfence|\/kubescape\/node-agent$|\/inspektor-gadget/, 'a sensor']
]

export const runtimeDetection = defineControl({
  id: 'runtime-detection',
  title: 'Threats are detected while containers run',
  severity: 'medium',
  why: 'Prevention fails at some time. A shell in a container, a read of credentials or a strange connection is seen only by something that watches system calls or traffic.',
  remedy:
    'Run a detector such as Falco, Tetragon or KubeArmor as a `DaemonSet`, and send its alerts to people who act on them.',
  maps: {
    guide: ['audit.monitor'],
    nsa: ['4.12', '4.13'],
    attack: ['T1609', 'T1610', 'T1611'],
    microsoft: ['MS-TA9007'],
    owasp: { '2022': ['K05'], '2025': ['K10'] }
  },
  analyse: {
    reads: anchorKinds,
    byName: anchorKinds,
    judge: (estate) => requiredOnNodes(estate, known, 'no DaemonSet of the cluster watches for threats at run time')
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: kube-system
      ---
      apiVersion: apps/v1
      kind: DaemonSet
      metadata:
        name: falco
        namespace: falco
      spec:
        selector:
          matchLabels:
            app: falco
        template:
          metadata:
            labels:
              app: falco
          spec:
            containers:
              - name: agent
                image: falcosecurity/falco:0.42.0
      `,
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: kube-system
      `
    ]
  }
})
