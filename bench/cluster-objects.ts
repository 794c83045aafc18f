/** The objects of a made-up cluster: so many namespaces of one hundred objects each, as a busy cluster has them. */
import { Agent, request } from 'node:https'
import type { Kubetest } from '../test/kubetest.ts'

type Body = Record<string, unknown>

const inNamespace = 100

/** Creates about `count` objects, many at a time. */
export async function createObjects(server: Kubetest, count: number): Promise<number> {
  const creator = new Creator(server)
  const namespaces = Array.from(
    { length: Math.max(1, Math.round(count / inNamespace)) },
    (_, index) => `tenant-${index}`
  )
  await inParallel(namespaces, 8, (namespace) => fillNamespace(creator, namespace))
  creator.close()
  return creator.created
}

async function fillNamespace(creator: Creator, namespace: string): Promise<void> {
  const labels = { 'pod-security.kubernetes.io/warn': 'privileged', team: namespace }
  await creator.create('/api/v1/namespaces', 'v1', 'Namespace', { metadata: { name: namespace, labels } })
  const core = (resource: string): string => `/api/v1/namespaces/${namespace}/${resource}`
  const of = (group: string, resource: string): string => `/apis/${group}/namespaces/${namespace}/${resource}`
  for (let app = 0; app < 9; app++) {
    const name = `app-${app}`
    const metadata = { name, labels: { app: name, 'app.kubernetes.io/part-of': namespace } }
    await creator.create(core('serviceaccounts'), 'v1', 'ServiceAccount', { metadata })
    const deployment = await creator.create(of('apps/v1', 'deployments'), 'apps/v1', 'Deployment', {
      metadata,
      spec: { replicas: 3, selector: { matchLabels: { app: name } }, template: template(name) }
    })
    const hash = `${name}-7d4b9c6f5`
    const set = await creator.create(of('apps/v1', 'replicasets'), 'apps/v1', 'ReplicaSet', {
      metadata: { ...metadata, name: hash, ownerReferences: [owner('Deployment', name, deployment)] },
      spec: { replicas: 3, selector: { matchLabels: { app: name } }, template: template(name) }
    })
    for (let replica = 0; replica < 3; replica++) {
      const { metadata: own, spec } = template(name)
      await creator.create(core('pods'), 'v1', 'Pod', {
        metadata: { ...own, name: `${hash}-${replica}`, ownerReferences: [owner('ReplicaSet', hash, set)] },
        spec
      })
    }
    const service = { selector: { app: name }, ports: [{ name: 'http', port: 80, targetPort: 8080 }] }
    await creator.create(core('services'), 'v1', 'Service', { metadata, spec: { ...service, clusterIP: 'None' } })
    const data = { 'application.properties': 'http.port=8080\nlog.level=INFO\n'.repeat(40) }
    await creator.create(core('configmaps'), 'v1', 'ConfigMap', { metadata, data })
    await creator.create(core('secrets'), 'v1', 'Secret', { metadata, stringData: { password: 'x'.repeat(40) } })
    const rules = [{ apiGroups: [''], resources: ['configmaps'], resourceNames: [name], verbs: ['get'] }]
    await creator.create(of('rbac.authorization.k8s.io/v1', 'roles'), 'rbac.authorization.k8s.io/v1', 'Role', {
      metadata,
      rules
    })
    const binding = {
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }]
    }
    await creator.create(
      of('rbac.authorization.k8s.io/v1', 'rolebindings'),
      'rbac.authorization.k8s.io/v1',
      'RoleBinding',
      binding
    )
  }
}

/** As an application's chart would have it: some hardening, not all. */
function template(app: string): { metadata: Body; spec: Body } {
  const container = (name: string): Body => ({
    name,
    image: `registry.example/shop/${name}:1.4.2`,
    env: Array.from({ length: 12 }, (_, index) => ({ name: `SETTING_${index}`, value: `value-${index}` })),
    ports: [{ name: 'http', containerPort: 8080 }],
    resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '512Mi' } },
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    volumeMounts: [{ name: 'config', mountPath: '/etc/app' }]
  })
  const probes = {
    livenessProbe: { httpGet: { path: '/health', port: 'http' } },
    readinessProbe: { httpGet: { path: '/ready', port: 'http' } }
  }
  return {
    metadata: { labels: { app, 'pod-template-hash': '7d4b9c6f5' }, annotations: { 'prometheus.io/scrape': 'true' } },
    spec: {
      serviceAccountName: app,
      containers: [{ ...container(app), ...probes }, container('metrics')],
      initContainers: [container('migrate')],
      volumes: [{ name: 'config', configMap: { name: app } }]
    }
  }
}

function owner(kind: string, name: string, uid: string): Body {
  return { apiVersion: 'apps/v1', kind, name, uid, controller: true }
}

/** Creates objects over a few connections that stay open. */
class Creator {
  readonly #server: Kubetest
  readonly #agent: Agent
  created = 0

  constructor(server: Kubetest) {
    this.#server = server
    this.#agent = new Agent({ keepAlive: true, maxSockets: 8, ca: server.ca })
  }

  /** Gives the uid. */
  create(path: string, apiVersion: string, kind: string, body: Body): Promise<string> {
    const { url, token } = this.#server
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, url), { method: 'POST', agent: this.#agent, headers }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          if (answer.statusCode !== 201) return reject(new Error(`${path}: ${text}`))
          this.created++
          resolve((JSON.parse(text) as { metadata: { uid: string } }).metadata.uid)
        })
      })
      sent.on('error', reject)
      sent.end(JSON.stringify({ apiVersion, kind, ...body }))
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}

async function inParallel<T>(items: readonly T[], atOnce: number, run: (item: T) => Promise<void>): Promise<void> {
  const left = items.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of left) await run(item)
    })
  )
}
