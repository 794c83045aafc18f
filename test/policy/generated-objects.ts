/** Objects of many kinds as people write them, of which the API server accepts nearly all. */
import type { Mapping } from '../../src/estate/mapping.ts'
import type { Random } from '../pss/generate/random.ts'
import { validPod } from '../pss/generate/valid-pod.ts'

export const namespaces: readonly Mapping[] = [
  namespace('team-a', { env: 'prod', team: 'shop' }),
  namespace('team-b', { env: 'test' }),
  namespace('settings', {})
]

function namespace(name: string, labels: Mapping): Mapping {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } }
}

/** @param count How many objects; the kinds take turns. */
export function generatedObjects(random: Random, count: number): Mapping[] {
  return Array.from({ length: count }, (_, index) => {
    const make = makers[index % makers.length] ?? pod
    const round = Math.floor(index / makers.length)
    const made = make(random, round)
    const { metadata, ...rest } = made as Mapping & { metadata: Mapping }
    // Null stands for no namespace.
    const { namespace, ...named } = metadata
    const inNamespace = namespace === null ? {} : { namespace: random.pick(['team-a', 'team-b']) }
    return { ...rest, metadata: { ...inNamespace, ...metaOf(random), ...named } }
  })
}

function metaOf(random: Random): Mapping {
  const labels = random.pick<Mapping | undefined>([
    undefined,
    {},
    { app: 'web' },
    { app: 'web', team: 'shop' },
    { app: 'web', team: 'Pay', tier: 'prod' },
    { team: 'shop', tier: 'stage', exempt: 'true' },
    { team: 'pay', tier: 'prod', skip: 'yes' }
  ])
  const annotations = random.pick<Mapping | undefined>([
    undefined,
    {},
    { owner: 'ann@example.com' },
    { owner: 'somebody' },
    { owner: 'ann@example.com', second: 'b' }
  ])
  return { ...(labels === undefined ? {} : { labels }), ...(annotations === undefined ? {} : { annotations }) }
}

type Maker = (random: Random, round: number) => Mapping

const pod: Maker = (random, round) => {
  const { spec } = validPod(random, 'p')
  const metadata = round % 9 === 8 ? { generateName: 'pod-' } : { name: `pod-${round}` }
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: varied(spec as unknown as Mapping, random) }
}

const images = [
  'registry.example/app:1',
  'ghcr.io/shop/web:latest',
  'nginx',
  'nginx:1.27',
  `ghcr.io/a/b@sha256:${'0'.repeat(64)}`,
  'localhost:5000/x/y',
  'registry.example:443/app:v2'
] as const

function varied(spec: Mapping, random: Random): Mapping {
  const containers = (spec.containers as Mapping[]).map((container) => ({
    ...container,
    image: random.pick(images),
    ...random.pick<Mapping>([
      {},
      {},
      { resources: { limits: { cpu: '1500m', memory: '1024Mi' } } },
      { resources: { limits: { cpu: 1, memory: '1Gi' }, requests: { cpu: '0.5' } } },
      { resources: { requests: { cpu: '100m' } } },
      { livenessProbe: { httpGet: { port: 80 } }, stdin: false },
      { env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }, { name: 'B' }] },
      { imagePullPolicy: 'Never', command: [], args: ['x'] }
    ])
  }))
  return {
    ...spec,
    containers,
    ...random.pick<Mapping>([
      {},
      {},
      { automountServiceAccountToken: false },
      { restartPolicy: 'Never', terminationGracePeriodSeconds: 5 },
      { serviceAccountName: 'robot' },
      { tolerations: [{ operator: 'Exists' }], dnsPolicy: 'Default' },
      { hostPID: false, nodeSelector: {} },
      { priorityClassName: 'system-cluster-critical', imagePullSecrets: [{ name: 'pull' }] }
    ])
  }
}

function template(random: Random, more: Mapping = {}): Mapping {
  const spec = varied(validPod(random, 'p').spec as unknown as Mapping, random)
  return { metadata: { labels: { app: 'x' } }, spec: { ...spec, restartPolicy: 'Always', ...more } }
}

const selector = { matchLabels: { app: 'x' } }
const replicas = (random: Random): Mapping =>
  random.pick<Mapping>([{}, { replicas: 0 }, { replicas: 1 }, { replicas: 4 }, { replicas: 9 }])

const deployment: Maker = (random, round) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: `web-${round}` },
  spec: {
    ...replicas(random),
    selector,
    template: template(random),
    ...random.pick<Mapping>([
      {},
      { strategy: { type: 'Recreate' } },
      { strategy: { rollingUpdate: { maxSurge: '30%' } } },
      { paused: false }
    ])
  }
})

const statefulSet: Maker = (random, round) => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: `db-${round}` },
  spec: {
    ...replicas(random),
    selector,
    serviceName: 'db',
    template: template(random),
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '2048Mi' } } }
      }
    ]
  }
})

const daemonSet: Maker = (random, round) => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: `agent-${round}` },
  spec: { selector, template: template(random) }
})

const replicaSet: Maker = (random, round) => ({
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: { name: `set-${round}` },
  spec: { ...replicas(random), selector, template: template(random) }
})

const job: Maker = (random, round) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: `job-${round}` },
  spec: {
    template: { spec: template(random, { restartPolicy: 'Never' }).spec },
    ...random.pick<Mapping>([{}, { backoffLimit: 0 }, { parallelism: 3 }])
  }
})

const cronJob: Maker = (random, round) => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: `cron-${round}` },
  spec: {
    schedule: '0 * * * *',
    ...random.pick<Mapping>([{}, { concurrencyPolicy: 'Forbid' }, { suspend: true }]),
    jobTemplate: { spec: { template: template(random, { restartPolicy: 'OnFailure' }) } }
  }
})

const service: Maker = (random, round) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: `svc-${round}` },
  spec: {
    ports: [
      random.pick<Mapping>([
        { port: 80 },
        { port: 80, targetPort: 8080 },
        { port: 53, protocol: 'UDP', targetPort: 'dns' }
      ])
    ],
    ...random.pick<Mapping>([
      {},
      { type: 'NodePort' },
      { type: 'LoadBalancer' },
      { externalIPs: ['192.0.2.1'], selector: {} },
      { sessionAffinity: 'ClientIP' }
    ])
  }
})

const ingress: Maker = (random, round) => {
  const backend = { service: { name: 'a', port: { number: 80 } } }
  const http = { paths: [{ path: '/', pathType: random.pick(['Prefix', 'ImplementationSpecific']), backend }] }
  const host = random.pick(['a.example.com', 'b.test.example.com', '*.example.com', undefined])
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: `in-${round}` },
    spec: {
      rules: [random.pick<Mapping>([{ host, http }, { host, http }, { host }]), { host: 'z.example.com', http }],
      ...random.pick<Mapping>([{}, { tls: [{ hosts: [host ?? 'z.example.com'], secretName: 's' }] }])
    }
  }
}

const networkPolicy: Maker = (random, round) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: `net-${round}` },
  spec: {
    podSelector: random.pick<Mapping>([{}, { matchLabels: { app: 'x' } }]),
    ...random.pick<Mapping>([
      {},
      { ingress: [{}] },
      { ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 80 }] }] },
      { egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }] },
      { policyTypes: ['Egress'], egress: [] }
    ])
  }
})

const configMap: Maker = (random, round) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: random.pick([`ok-${round}`, `cm-${round}`, `settings-${round}`]) },
  ...random.pick<Mapping>([{}, { data: {} }, { data: { a: '1' } }, { binaryData: { b: 'YQ==' }, immutable: false }])
})

const secret: Maker = (random, round) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: random.pick([`ok-${round}`, `key-${round}`]) },
  ...random.pick<Mapping>([
    { stringData: { password: 'äb' } },
    { data: { token: 'YWJjZGVmZ2hpamtsbW5vcA==' }, type: 'example.com/x' },
    { data: { a: 'YQ==' }, stringData: { b: 'c' } },
    {}
  ])
})

const namespaceObject: Maker = (random, round) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name: random.pick([`ns-${round}`, `kube-${round}`]),
    namespace: null,
    labels: random.pick<Mapping>([
      {},
      { env: 'prod' },
      { 'pod-security.kubernetes.io/enforce': 'baseline', owner: 'x' }
    ])
  }
})

const claim: Maker = (random, round) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: `pvc-${round}` },
  spec: {
    accessModes: [random.pick(['ReadWriteOnce', 'ReadWriteMany'])],
    resources: { requests: { storage: random.pick(['1Gi', '0.5Ti', '10240Mi', 5]) } }
  }
})

const roleBinding: Maker = (random, round) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: `rb-${round}` },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: random.pick(['view', 'cluster-admin']) },
  subjects: random.pick<Mapping[]>([
    [{ kind: 'User', name: 'ann' }],
    [
      { kind: 'Group', name: 'system:authenticated' },
      { kind: 'ServiceAccount', name: 'x', namespace: 'y' }
    ],
    []
  ])
})

const clusterRole: Maker = (_random, round) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name: `role-${round}`, namespace: null },
  rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]
})

const account: Maker = (random, round) => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name: `sa-${round}` },
  ...random.pick<Mapping>([{}, { automountServiceAccountToken: false }, { automountServiceAccountToken: true }])
})

const limitRange: Maker = (random, round) => ({
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: `lr-${round}` },
  spec: {
    limits: [
      random.pick<Mapping>([
        { type: 'Container', max: { cpu: '2' }, min: { cpu: '100m' } },
        { type: 'Container', default: { memory: '512Mi' } },
        { type: 'Pod', max: { cpu: 4 } }
      ])
    ]
  }
})

const autoscaler: Maker = (random, round) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: `hpa-${round}` },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
    maxReplicas: random.pick([3, 9]),
    ...random.pick<Mapping>([{}, { minReplicas: 2, behavior: { scaleDown: { stabilizationWindowSeconds: 60 } } }])
  }
})

const disruptionBudget: Maker = (random, round) => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: `pdb-${round}` },
  spec: { selector, ...random.pick<Mapping>([{ minAvailable: 1 }, { maxUnavailable: '50%' }]) }
})

const widget: Maker = (random, round) => ({
  apiVersion: `widgets.example.com/${random.pick(['v1', 'v1beta1'])}`,
  kind: 'Widget',
  metadata: { name: `w-${round}` },
  ...random.pick<Mapping>([
    { spec: { size: 5, colour: 'red', unknown: 1 } },
    { spec: { size: 20, colour: 'blue', parts: [{ name: 'a', x: 1 }], free: { a: { b: [1.5] } } } },
    { spec: { colour: 'red' }, status: { phase: 'x' } },
    { spec: { colour: null, size: null } },
    {}
  ])
})

const priorityClass: Maker = (random, round) => ({
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name: `pc-${round}`, namespace: null },
  value: random.pick([0, 100])
})

const makers: readonly Maker[] = [
  pod,
  deployment,
  pod,
  configMap,
  statefulSet,
  pod,
  service,
  daemonSet,
  ingress,
  pod,
  networkPolicy,
  job,
  secret,
  cronJob,
  namespaceObject,
  pod,
  claim,
  roleBinding,
  widget,
  replicaSet,
  clusterRole,
  account,
  limitRange,
  autoscaler,
  disruptionBudget,
  priorityClass
]
