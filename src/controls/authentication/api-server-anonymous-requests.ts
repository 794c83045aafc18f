import { type Component, settingPath } from '../../estate/components/component.ts'
import type { Estate } from '../../estate/estate.ts'
import { isMapping } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { componentsOfAllKinds, type EstateAnalysis, fails, passes, undecided, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

const analyse: EstateAnalysis = {
  reads: [componentsOfAllKinds, 'AuthenticationConfiguration'],
  *judge(estate) {
    for (const component of estate.components) {
      if (component.name === 'kube-apiserver') yield ofServer(component, estate)
    }
    for (const file of filesIn(estate)) {
      if (isMapping(file.object.anonymous)) yield ofFile(file)
    }
  }
}

/** A file that speaks of anonymous requests has a verdict of its own; without, the flag counts. */
function ofServer(component: Component, estate: Estate): Verdict {
  const { resource, settings, container, unseen, unclear } = component
  const place = { path: settingPath(component, ['anonymousAuth']), item: component.name, container }
  const unknown = typeof unseen === 'object' ? unseen.unknown : unclear.get('anonymousAuth')
  if (unknown !== undefined) return undecided(resource, unknown, place)
  const { anonymousAuth, authenticationConfig } = settings
  if (anonymousAuth === false) return passes(resource)
  if (anonymousAuth === undefined && typeof authenticationConfig === 'string') {
    const files = filesIn(estate)
    if (files.some(({ object }) => isMapping(object.anonymous))) return passes(resource)
    const reason = `kube-apiserver reads ${authenticationConfig}, which is not part of the input`
    if (files.length === 0) return undecided(resource, reason, place)
  }
  return fails(resource, 'kube-apiserver answers anonymous requests', place)
}

const healthPaths: ReadonlySet<unknown> = new Set(['/livez', '/readyz', '/healthz'])

function ofFile(file: Resource): Verdict {
  const { anonymous } = file.object
  if (!isMapping(anonymous) || anonymous.enabled !== true) return passes(file)
  const conditions: readonly unknown[] = Array.isArray(anonymous.conditions) ? anonymous.conditions : []
  const isLimited = conditions.every((one) => isMapping(one) && healthPaths.has(one.path))
  if (conditions.length > 0 && isLimited) return passes(file)
  return fails(file, 'anonymous requests are answered on more than the paths of health checks', {
    path: ['anonymous', conditions.length > 0 ? 'conditions' : 'enabled']
  })
}

function filesIn(estate: Estate): readonly Resource[] {
  return estate.ofKind('AuthenticationConfiguration', 'apiserver.config.k8s.io')
}

export const apiServerAnonymousRequests = defineControl({
  id: 'api-server-anonymous-requests',
  title: 'The API server refuses anonymous requests',
  severity: 'high',
  why: 'Whatever is granted to everybody by mistake is then open to the whole network, and flaws of the API server need no account.',
  remedy:
    'Set `--anonymous-auth=false`, or since Kubernetes 1.31 limit anonymous requests to /livez, /readyz and /healthz in an AuthenticationConfiguration.',
  maps: {
    guide: ['authentication.strong'],
    nsa: ['3.1'],
    cis: { '1.8': ['1.2.1'] },
    kubescape: ['C-0113', 'C-0262'],
    attack: ['T1078.001', 'T1133'],
    microsoft: ['MS-TA9029'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  analyse,
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
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
      `,
      `
      apiVersion: apiserver.config.k8s.io/v1
      kind: AuthenticationConfiguration
      anonymous:
        enabled: true
        conditions:
          - path: /livez
          - path: /readyz
      `,
      `
      apiVersion: v1
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
              - --authentication-config=/etc/kubernetes/authentication.yaml
      ---
      apiVersion: apiserver.config.k8s.io/v1
      kind: AuthenticationConfiguration
      anonymous:
        enabled: false
      `
    ],
    fail: [
      `
      apiVersion: v1
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
              - --secure-port=6443
      `,
      `
      apiVersion: apiserver.config.k8s.io/v1
      kind: AuthenticationConfiguration
      anonymous:
        enabled: true
      `,
      `
      apiVersion: v1
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
              - --authentication-config=/etc/kubernetes/authentication.yaml
      ---
      apiVersion: apiserver.config.k8s.io/v1
      kind: AuthenticationConfiguration
      jwt: []
      `
    ]
  }
})
