import { data, type KnownImage, manifest, named, numeric, onGitHub, root, scratch } from '../known-image.ts'
import { distrolessUsers } from './system-users.ts'

const haproxy = onGitHub('docker-library/haproxy', '024ece8e67340cde4d0bb69ac691acc68fad3209', '3.0/Dockerfile')
const haproxyOld = onGitHub('docker-library/haproxy', '07c64064f7cb0f9d82e369bb623fe3fdc11cd76f', '2.3/Dockerfile')
const haproxyInCluster = manifest('argoproj/argo-cd', 'manifests/ha/namespace-install-with-hydrator.yaml')
const caddy = onGitHub('caddyserver/caddy-docker', '3e17a88077a37424d2db6f27034f0fc566e8b69b', '2.8/alpine/Dockerfile')
const traefik = onGitHub(
  'traefik/traefik-library-image',
  '0924e39ed52da16232acdaeb3df49a7298b70f3d',
  'v3.1/alpine/Dockerfile'
)
const envoy = onGitHub('envoyproxy/envoy', '019f458bf978aa5559491871896282c9122630a2', 'ci/Dockerfile-envoy')
const envoyInCluster = manifest('projectcontour/contour', 'examples/contour/03-envoy.yaml')
const istioProxy = onGitHub(
  'istio/istio',
  '00af2c5549d5b4b48b3c32fd2d3ceca59ea79f5b',
  'pilot/docker/Dockerfile.proxyv2'
)
const istioGateway = onGitHub(
  'istio/istio',
  '0098d99f8e43fe516aaac5a84a131b4ce3c8b9d1',
  'manifests/charts/gateway/templates/deployment.yaml'
)
const pgbouncer = onGitHub('edoburu/docker-pgbouncer', '023378b4cd130fce277242e80327ddac8e92e719', 'Dockerfile')
const oauth2Proxy = onGitHub('oauth2-proxy/oauth2-proxy', '00e530f8d4947edd564eacd09257ee2eb017d556', 'Dockerfile')
const rbacProxyInCluster = manifest('prometheus-operator/kube-prometheus', 'manifests/blackboxExporter-deployment.yaml')
const cloudSqlProxy = onGitHub(
  'GoogleCloudPlatform/cloud-sql-proxy',
  '00a41bec406d00daf2cb1f3885897398435b85b0',
  'Dockerfile'
)
const cloudSqlProxyOld = manifest(
  'GoogleCloudPlatform/kubernetes-engine-samples',
  'cost-optimization/gke-shift-left-cost/samples/k8s-cost-estimator-github/wordpress/wordpress_deployment.yaml'
)

export const proxies: readonly KnownImage[] = [
  {
    repositories: ['docker.io/library/haproxy'],
    copies: ['haproxy'],
    declares: named('haproxy', 99),
    runAs: numeric(99),
    writable: [scratch('/run/haproxy', 'sockets and the state of servers', { when: 'the configuration names it' })],
    asUser: [],
    sources: { user: [haproxy], writable: [haproxyInCluster], capabilities: [haproxyInCluster] },
    variants: [{ tags: { below: '2.4' }, declares: root, sources: { user: [haproxyOld, haproxyInCluster] } }]
  },
  {
    repositories: ['docker.io/library/caddy'],
    copies: ['caddy'],
    declares: root,
    writable: [
      data('/data', 'certificates and their keys'),
      scratch('/config', 'the configuration as it was last loaded')
    ],
    asRoot: ['NET_BIND_SERVICE'],
    asUser: ['NET_BIND_SERVICE'],
    ports: [80, 443, 2019],
    sources: { user: [caddy], writable: [caddy], capabilities: [caddy], ports: [caddy] }
  },
  {
    repositories: ['docker.io/library/traefik', 'docker.io/traefik/traefik'],
    copies: ['traefik'],
    declares: root,
    ports: [80],
    sources: { user: [traefik], ports: [traefik] }
  },
  {
    repositories: ['docker.io/envoyproxy/envoy'],
    copies: ['envoy'],
    declares: root,
    runAs: numeric(65_534),
    asUser: [],
    ports: [10_000],
    sources: { user: [envoy, envoyInCluster], capabilities: [envoy], ports: [envoy] },
    variants: [
      {
        tags: { part: 'distroless' },
        declares: numeric(65_532),
        runAs: numeric(65_532),
        sources: { user: [envoy, distrolessUsers] }
      }
    ]
  },
  {
    repositories: ['docker.io/istio/proxyv2', 'gcr.io/istio-release/proxyv2'],
    copies: ['proxyv2'],
    runAs: numeric(1337),
    asUser: [],
    ports: [15_090],
    sources: { user: [istioProxy, istioGateway], capabilities: [istioGateway], ports: [istioGateway] }
  },
  {
    repositories: ['docker.io/edoburu/pgbouncer'],
    copies: ['pgbouncer'],
    declares: named('postgres', 70),
    runAs: numeric(70),
    writable: [
      scratch('/etc/pgbouncer', 'configuration and list of users, made of the environment'),
      scratch('/var/run/pgbouncer', 'pid file and socket')
    ],
    writesMore: true,
    asUser: [],
    ports: [5432],
    sources: { user: [pgbouncer], writable: [pgbouncer], capabilities: [pgbouncer], ports: [pgbouncer] }
  },
  {
    repositories: ['quay.io/oauth2-proxy/oauth2-proxy'],
    copies: ['oauth2-proxy'],
    declares: numeric(65_532),
    runAs: numeric(65_532),
    asUser: [],
    sources: { user: [oauth2Proxy, distrolessUsers], capabilities: [oauth2Proxy] }
  },
  {
    repositories: ['quay.io/brancz/kube-rbac-proxy', 'gcr.io/kubebuilder/kube-rbac-proxy'],
    copies: ['kube-rbac-proxy'],
    runAs: numeric(65_532),
    writable: [],
    asUser: [],
    sources: { user: [rbacProxyInCluster], writable: [rbacProxyInCluster], capabilities: [rbacProxyInCluster] }
  },
  {
    repositories: ['gcr.io/cloud-sql-connectors/cloud-sql-proxy'],
    copies: ['cloud-sql-proxy'],
    declares: numeric(65_532, null),
    runAs: numeric(65_532, null),
    asUser: [],
    sources: { user: [cloudSqlProxy], capabilities: [cloudSqlProxy] }
  },
  {
    repositories: ['gcr.io/cloudsql-docker/gce-proxy'],
    copies: ['gce-proxy'],
    runAs: numeric(2, null),
    sources: { user: [cloudSqlProxyOld] }
  }
]
