import { type Mapping, mappingAt } from '../../estate/mapping.ts'
import { formatPath, type Path } from '../../estate/path.ts'
import type { Resource } from '../../estate/resource.ts'
import { shown } from '../../estate/shown.ts'
import type { RtfFacts } from '../../rtf/facts/facts.ts'
import { rtfKinds } from '../../rtf/facts/names.ts'
import { fails, passes, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { isOfRtf, podSettings, settingsHolders } from '../judging/runtime-fabric/settings-holders.ts'

/** Mappings whose entries Runtime Fabric knows one by one. */
const known: readonly Path[] = [[], ['env'], ['containerSecurityContext']]

function* inspect(resource: Resource, rtf: RtfFacts): Iterable<Verdict> {
  let clean = true
  for (const below of known) {
    for (const key of Object.keys(entriesAt(podSettings(resource), below))) {
      const path = ['pod', ...below, key].join('.')
      const problem = problemOf(path, resource, rtf)
      if (problem === null) continue
      clean = false
      const at = ['spec', 'pod', ...below, key]
      yield fails(resource, `spec.${shown(path)} ${problem}`, { path: at, item: formatPath(at) })
    }
  }
  if (clean) yield passes(resource)
}

function entriesAt(pod: Mapping, path: Path): Mapping {
  const [key] = path
  if (key === undefined) return Object.fromEntries(Object.entries(pod).filter(([name]) => name !== 'metadata'))
  return mappingAt(pod, String(key)) ?? {}
}

function problemOf(path: string, { kind }: Resource, rtf: RtfFacts): string | null {
  const field = path.replace(/^pod\.containerSecurityContext\./, 'securityContext.')
  if (rtf.lockedFields.some((locked) => locked.of === 'container' && locked.path === field)) {
    return 'has no effect: Runtime Fabric sets it itself'
  }
  const works = rtf.templateKeys.some((key) => {
    const since = kind === rtfKinds.template ? key.template : key.application
    return since !== null && (key.path === path || key.path.startsWith(`${path}.`))
  })
  // Fields of the security context that are neither documented nor locked may work.
  if (works || path.startsWith('pod.containerSecurityContext.')) return null
  return 'is no setting that Runtime Fabric knows: it has no effect'
}

export const muleIneffectiveSetting = defineControl({
  id: 'mule-ineffective-setting',
  title: 'Settings for Mule applications are ones that Runtime Fabric heeds',
  severity: 'medium',
  why: 'Runtime Fabric ignores what it sets itself and what it does not know. Whoever reads the file believes in a protection that is not there.',
  remedy:
    'Remove the setting. What nobody can set on Runtime Fabric is checked on the pods that run (`bulwark rtf inspect`) and can be enforced by an admission policy.',
  maps: { guide: ['pod.technical-control', 'upgrade.review'] },
  analyse: {
    reads: settingsHolders,
    *inspect(resource, _, { rtf }) {
      if (isOfRtf(resource)) yield* inspect(resource, rtf)
    }
  },
  fix: {
    remove: true,
    grade: 'safe',
    argument: 'Runtime Fabric ignores the key, so that nothing changes for what runs.'
  },
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: KubernetesTemplate
      metadata:
        name: mule-application
        namespace: rtf
      spec:
        pod:
          metadata:
            labels:
              team: integration
          containerSecurityContext:
            runAsNonRoot: true
          nodeSelector:
            region: us-east
          env:
            ENABLE_CONSOLE_LOG: "true"
      `
    ],
    fail: [
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: KubernetesTemplate
      metadata:
        name: mule-application
        namespace: rtf
      spec:
        pod:
          containerSecurityContext:
            runAsUser: 10001
      `,
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: MuleApplication
      metadata:
        name: orders-api
        namespace: mule-production
      spec:
        pod:
          podSecurityContext:
            runAsNonRoot: true
          env:
            DB_HOST: database
      `
    ]
  }
})
