import { type KnownImage, manifest, named, numeric, onGitHub, scratch } from '../known-image.ts'
import { distrolessUsers } from './system-users.ts'

const coredns = onGitHub(
  'coredns/deployment',
  '000c366e86407ad55a502d31e9134a616aad6d3f',
  'kubernetes/coredns.yaml.sed'
)
const metricsServer = onGitHub(
  'kubernetes-sigs/metrics-server',
  '00ea53dcb25d7cbc9a1902c7e59e62470281a68b',
  'Dockerfile'
)
const metricsServerInCluster = onGitHub(
  'kubernetes-sigs/metrics-server',
  '009ffa21ea2de4ee4fa4b55d6546a48dcfebb6d5',
  'manifests/base/deployment.yaml'
)
const ingressNginx = onGitHub(
  'kubernetes/ingress-nginx',
  '0315b01f775f11566e4cd9699e78f4c57da7ca08',
  'rootfs/Dockerfile'
)
const ingressNginxInCluster = manifest('kubernetes/ingress-nginx', 'deploy/static/provider/cloud/deploy.yaml')
const certgen = onGitHub(
  'kubernetes/ingress-nginx',
  '0315b01f775f11566e4cd9699e78f4c57da7ca08',
  'images/kube-webhook-certgen/rootfs/Dockerfile'
)
const clusterAutoscaler = onGitHub(
  'kubernetes/autoscaler',
  '26388ddbddbe63f8444c74724ee178b8306e1dfb',
  'cluster-autoscaler/Dockerfile.amd64'
)
const clusterAutoscalerInCluster = manifest(
  'kubernetes/autoscaler',
  'cluster-autoscaler/cloudprovider/aws/examples/cluster-autoscaler-autodiscover.yaml'
)
const verticalAutoscaler = manifest('kubernetes/autoscaler', 'vertical-pod-autoscaler/deploy/updater-deployment.yaml')
const pause = manifest('kubernetes/kubernetes', 'build/pause/Dockerfile')
const kubeProxy = onGitHub(
  'kubernetes/kubernetes',
  '0e998fac8c71a46806f6fb81d415851775096a69',
  'cluster/addons/kube-proxy/kube-proxy-ds.yaml'
)
const certManager = onGitHub(
  'cert-manager/cert-manager',
  '06bc9bbdefa7839498a50a0a7ec3cfd8dbb858de',
  'hack/containers/Containerfile.controller'
)
const velero = onGitHub('vmware-tanzu/velero', '018ea42bd07c55fc27444e68dbe808ef217616bf', 'Dockerfile')
const gatekeeper = onGitHub('open-policy-agent/gatekeeper', '00c3bb24abfd8bd7e0963640bb7370185d8cb452', 'Dockerfile')
const externalSecrets = onGitHub(
  'external-secrets/external-secrets',
  '03ba1830a98bd7d5a284f74067abd8fa4cee5462',
  'Dockerfile'
)
const descheduler = onGitHub('kubernetes-sigs/descheduler', '0f97e40b3317413d10bf2b1edc613e16380b8470', 'Dockerfile')
const dashboard = onGitHub('kubernetes/dashboard', '908bc6136841159ca59424def310e31ccd05da57', 'aio/Dockerfile')
const contour = manifest('projectcontour/contour', 'examples/contour/03-contour.yaml')

export const clusterComponents: readonly KnownImage[] = [
  {
    repositories: ['registry.k8s.io/coredns/coredns', 'docker.io/coredns/coredns'],
    copies: ['coredns'],
    writable: [],
    asRoot: ['NET_BIND_SERVICE'],
    asUser: ['NET_BIND_SERVICE'],
    ports: [53],
    sources: { writable: [coredns], capabilities: [coredns], ports: [coredns] }
  },
  {
    repositories: ['registry.k8s.io/metrics-server/metrics-server'],
    copies: ['metrics-server'],
    declares: numeric(65_534, null),
    runAs: numeric(65_534, null),
    writable: [scratch('/tmp', 'its certificate', { when: '--cert-dir names it, as the project itself does' })],
    asUser: [],
    sources: {
      user: [metricsServer],
      writable: [metricsServerInCluster],
      capabilities: [metricsServerInCluster]
    }
  },
  {
    repositories: ['registry.k8s.io/ingress-nginx/controller'],
    copies: ['ingress-nginx-controller', 'nginx-ingress-controller'],
    declares: named('www-data', 101, 82),
    runAs: numeric(101, 82),
    writable: [
      scratch('/tmp', 'bodies of requests and answers, pid file'),
      scratch('/etc/nginx', 'nginx.conf, made of the Ingress objects', {
        hides: 'its template, the Lua code and mime.types'
      }),
      scratch('/etc/ingress-controller/ssl', 'certificates'),
      scratch('/etc/ingress-controller/auth', 'files of passwords'),
      scratch('/etc/ingress-controller/geoip', 'databases of places'),
      scratch('/etc/ingress-controller/telemetry', 'settings of traces'),
      scratch('/var/log/nginx', 'logs', { hides: 'the links that send the logs to standard output' })
    ],
    asRoot: ['NET_BIND_SERVICE'],
    asUser: ['NET_BIND_SERVICE'],
    ports: [80, 443],
    sources: {
      user: [ingressNginx, ingressNginxInCluster],
      writable: [ingressNginx],
      capabilities: [ingressNginx, ingressNginxInCluster],
      ports: [ingressNginxInCluster]
    }
  },
  {
    repositories: ['registry.k8s.io/ingress-nginx/kube-webhook-certgen'],
    copies: ['kube-webhook-certgen'],
    declares: numeric(65_532),
    runAs: numeric(65_532),
    writable: [],
    asUser: [],
    sources: { user: [certgen], writable: [ingressNginxInCluster], capabilities: [ingressNginxInCluster] }
  },
  {
    repositories: ['registry.k8s.io/autoscaling/cluster-autoscaler'],
    copies: ['cluster-autoscaler'],
    declares: numeric(65_532),
    runAs: numeric(65_532),
    writable: [],
    asUser: [],
    sources: {
      user: [clusterAutoscaler, distrolessUsers],
      writable: [clusterAutoscalerInCluster],
      capabilities: [clusterAutoscalerInCluster]
    }
  },
  {
    repositories: [
      'registry.k8s.io/autoscaling/vpa-recommender',
      'registry.k8s.io/autoscaling/vpa-updater',
      'registry.k8s.io/autoscaling/vpa-admission-controller'
    ],
    copies: ['vpa-recommender', 'vpa-updater', 'vpa-admission-controller'],
    runAs: numeric(65_534, null),
    sources: { user: [verticalAutoscaler] }
  },
  {
    repositories: ['registry.k8s.io/pause', 'docker.io/kubernetes/pause', 'mcr.microsoft.com/oss/kubernetes/pause'],
    copies: ['pause'],
    runAs: numeric(65_535),
    writable: [],
    asUser: [],
    sources: { user: [pause], writable: [pause], capabilities: [pause] },
    variants: [{ tags: { from: '3.10' }, declares: numeric(65_535), sources: {} }]
  },
  {
    repositories: ['registry.k8s.io/kube-proxy'],
    copies: ['kube-proxy'],
    needsRoot: 'it writes the rules of the network of its node',
    asRoot: ['NET_ADMIN', 'SYS_MODULE'],
    sources: { user: [kubeProxy], capabilities: [kubeProxy] }
  },
  {
    repositories: ['quay.io/jetstack/cert-manager-controller'],
    copies: ['cert-manager-controller'],
    declares: numeric(1000, null),
    runAs: numeric(1000, null),
    asUser: [],
    sources: { user: [certManager], capabilities: [certManager] }
  },
  {
    repositories: ['docker.io/velero/velero'],
    copies: ['velero'],
    declares: named('nonroot', 65_532),
    runAs: numeric(65_532),
    asUser: [],
    sources: { user: [velero, distrolessUsers], capabilities: [velero] }
  },
  {
    repositories: ['docker.io/openpolicyagent/gatekeeper'],
    copies: ['gatekeeper'],
    declares: named('nonroot', 65_532),
    runAs: numeric(65_532),
    asUser: [],
    sources: { user: [gatekeeper, distrolessUsers], capabilities: [gatekeeper] }
  },
  {
    repositories: [
      'ghcr.io/external-secrets/external-secrets',
      'oci.external-secrets.io/external-secrets/external-secrets'
    ],
    copies: ['external-secrets'],
    declares: numeric(65_534, null),
    runAs: numeric(65_534, null),
    asUser: [],
    sources: { user: [externalSecrets], capabilities: [externalSecrets] }
  },
  {
    repositories: ['registry.k8s.io/descheduler/descheduler'],
    copies: ['descheduler'],
    declares: numeric(1000, null),
    runAs: numeric(1000, null),
    asUser: [],
    sources: { user: [descheduler], capabilities: [descheduler] }
  },
  {
    repositories: ['docker.io/kubernetesui/dashboard'],
    declares: named('nonroot', 10_001, null),
    runAs: numeric(10_001, null),
    asUser: [],
    ports: [8443, 9090],
    sources: { user: [dashboard], capabilities: [dashboard], ports: [dashboard] }
  },
  {
    repositories: ['ghcr.io/projectcontour/contour'],
    copies: ['contour'],
    runAs: numeric(65_534),
    asUser: [],
    ports: [6060, 8000, 8001],
    sources: { user: [contour], capabilities: [contour], ports: [contour] }
  }
]
