import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bulwarkBeside } from '../cli/bulwark.ts'
import type { Report } from '../cli/report.ts'
import { type FakeObject, failure, type Reply, startFakeServer } from './fake-api-server.ts'
import { kubeconfig } from './reading.ts'

const kubeProxy: FakeObject = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'kube-proxy', namespace: 'kube-system' },
  spec: {
    template: {
      spec: {
        containers: [
          {
            name: 'kube-proxy',
            image: 'registry.k8s.io/kube-proxy:v1.37.0',
            command: ['/usr/local/bin/kube-proxy', '--config=/var/lib/kube-proxy/config.conf'],
            volumeMounts: [{ name: 'kube-proxy', mountPath: '/var/lib/kube-proxy' }]
          }
        ],
        volumes: [{ name: 'kube-proxy', configMap: { name: 'kube-proxy' } }]
      }
    }
  }
}

function configMap(name: string, namespace: string, data: Readonly<Record<string, string>>): FakeObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data }
}

const proxyText = 'apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\n'
const openProxy = `${proxyText}metricsBindAddress: 0.0.0.0:10249\n`
const clusterText = `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs: [{name: profiling, value: "true"}]
`
const openshiftText = JSON.stringify({
  apiVersion: 'kubecontrolplane.config.openshift.io/v1',
  kind: 'KubeAPIServerConfig',
  apiServerArguments: { profiling: ['true'], 'authorization-mode': ['AlwaysAllow'] }
})

async function verdicts(
  t: Parameters<typeof startFakeServer>[0],
  objects: FakeObject[],
  controls: readonly string[],
  refused: Reply | null = null
): Promise<unknown[]> {
  const server = await startFakeServer(t, {
    objects,
    more: { 'apps/v1': { DaemonSet: ['daemonsets', true] } },
    interfere: ({ path }) => (refused !== null && path.endsWith('/configmaps') ? refused : undefined)
  })
  const args = ['scan', '--cluster', '--kubeconfig', kubeconfig(t, { server: server.url }), '-o', 'json']
  const { stdout } = await bulwarkBeside([...args, ...controls.flatMap((id) => ['--control', id])])
  const { findings } = JSON.parse(stdout) as Report
  return findings.map(({ control, status, resource: { kind, name }, path }) => [control, status, kind, name, path])
}

describe('configuration that a live cluster keeps in ConfigMaps', () => {
  test('of kube-proxy is judged where it is written, and not again where it is mounted', async (t) => {
    const control = ['kube-proxy-metrics-address']
    assert.deepEqual(
      await verdicts(t, [kubeProxy, configMap('kube-proxy', 'kube-system', { 'config.conf': openProxy })], control),
      [[...control, 'fail', 'KubeProxyConfiguration', 'kube-proxy', 'data["config.conf"].metricsBindAddress']]
    )
    assert.deepEqual(
      await verdicts(t, [kubeProxy, configMap('kube-proxy', 'kube-system', { 'config.conf': proxyText })], control),
      []
    )
  })

  test('of kubelets is no proof of how they run', async (t) => {
    const text = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nreadOnlyPort: 10255\n'
    const objects = [configMap('kubelet-config', 'kube-system', { kubelet: text })]
    assert.deepEqual(await verdicts(t, objects, ['kubelet-read-only-port']), [])
  })

  test('is unknown where ConfigMaps may not be read', async (t) => {
    const refused = failure(403, 'configmaps is forbidden')
    const found = await verdicts(t, [kubeProxy], ['kube-proxy-metrics-address'], refused)
    assert.deepEqual(found, [['kube-proxy-metrics-address', 'unknown', 'ConfigMap', null, '']])
  })

  test('of kubeadm and OpenShift is judged, an example elsewhere and a revision are not', async (t) => {
    const objects = [
      configMap('kubeadm-config', 'kube-system', { ClusterConfiguration: clusterText }),
      configMap('config', 'openshift-kube-apiserver', { 'config.yaml': openshiftText }),
      configMap('config-7', 'openshift-kube-apiserver', { 'config.yaml': openshiftText }),
      configMap('example', 'shop', { 'kubeadm.yaml': clusterText })
    ]
    assert.deepEqual(await verdicts(t, objects, ['api-server-profiling']), [
      [
        'api-server-profiling',
        'fail',
        'ClusterConfiguration',
        'kubeadm-config',
        'data.ClusterConfiguration.apiServer.extraArgs[0].value'
      ],
      [
        'api-server-profiling',
        'fail',
        'KubeAPIServerConfig',
        'config',
        'data["config.yaml"].apiServerArguments.profiling[0]'
      ]
    ])
  })
})
