import { data, type KnownImage, manifest, named, numeric, onGitHub, root, scratch } from '../known-image.ts'
import { distrolessUsers } from './system-users.ts'

const kubePrometheus = (name: string) => manifest('prometheus-operator/kube-prometheus', `manifests/${name}.yaml`)
const testedPrometheus = manifest('kubernetes/autoscaler', 'vertical-pod-autoscaler/hack/e2e/prometheus.yaml')
const prometheus = onGitHub('prometheus/prometheus', '0180c950db494b081f90d79b68883308da6e7029', 'Dockerfile')
const alertmanager = onGitHub('prometheus/alertmanager', '02a50dd3c158f23b1ca3a19c6c1e9fe94ca612b0', 'Dockerfile')
/** The system below the images of Prometheus, in which nobody has the number that their manifests give. */
const prometheusSystem = onGitHub('prometheus/busybox', '0134a7155f2bd0509c907e13231a5a6c9f8747fc', 'glibc/Dockerfile')
const nodeExporter = onGitHub('prometheus/node_exporter', '0c561fa1c9f10840f093cb193d04b6f988bc66fe', 'Dockerfile')
const blackboxExporter = onGitHub(
  'prometheus/blackbox_exporter',
  '02c5a07513faa0f4cf952543f527c894ba403abf',
  'Dockerfile'
)
const kubeStateMetrics = onGitHub(
  'kubernetes/kube-state-metrics',
  '0711980b0fdb0f473c0d571b434110e5da55cdaa',
  'Dockerfile'
)
const grafana = onGitHub('grafana/grafana', '0014fb6402029aa07f258cb103e8f52c705ad4e8', 'packaging/docker/Dockerfile')
const loki = onGitHub('grafana/loki', '0230065a10abdce767a9c3b84a9e43cdf61a1b87', 'cmd/loki/Dockerfile')
const promtail = onGitHub('grafana/loki', '072f705786cc97574f5d45887d72f9a4bb870eb8', 'clients/cmd/promtail/Dockerfile')
const collector = onGitHub(
  'open-telemetry/opentelemetry-collector-releases',
  '08b16071e5839ac1822f5564de92a568cc6655dc',
  'distributions/otelcol/Dockerfile'
)
const collectorInCluster = manifest(
  'GoogleCloudPlatform/microservices-demo',
  'kustomize/components/google-cloud-operations/otel-collector.yaml'
)
const mysqldExporter = onGitHub('prometheus/mysqld_exporter', '205b0defe63b00c9105edab4ff510780c6ade544', 'Dockerfile')
const postgresExporter = onGitHub(
  'prometheus-community/postgres_exporter',
  '0421dd126a70138664ba3f0a9d2a322b99aabe2d',
  'Dockerfile'
)
const sidecar = onGitHub('kiwigrid/k8s-sidecar', '002a41b4e13bc8c5b3a371c981163f6917f5922e', 'Dockerfile')
const zipkin = onGitHub('openzipkin/zipkin', '07b4243b9306437bb37524d21db3cbff703dfffe', 'docker/Dockerfile')
const locust = onGitHub('locustio/locust', '089a60fd7682f67376b140b914f8c4261294e9b0', 'Dockerfile')
const jaeger = onGitHub('jaegertracing/jaeger', '08dd3b17a461cd25fb565b4645036ec3c029d9e6', 'cmd/all-in-one/Dockerfile')

export const monitoring: readonly KnownImage[] = [
  {
    repositories: ['docker.io/prom/prometheus', 'quay.io/prometheus/prometheus'],
    copies: ['prometheus'],
    declares: named('nobody', 65_534),
    runAs: numeric(65_534),
    writable: [data('/prometheus', 'the series')],
    asUser: [],
    ports: [9090],
    sources: {
      user: [prometheus, testedPrometheus],
      writable: [prometheus, testedPrometheus],
      capabilities: [testedPrometheus],
      ports: [prometheus]
    }
  },
  {
    repositories: ['docker.io/prom/alertmanager', 'quay.io/prometheus/alertmanager'],
    copies: ['alertmanager'],
    declares: named('nobody', 65_534),
    runAs: numeric(65_534),
    writable: [data('/alertmanager', 'silences and what was notified')],
    asUser: [],
    ports: [9093],
    sources: {
      user: [alertmanager, prometheusSystem, kubePrometheus('nodeExporter-daemonset')],
      writable: [alertmanager],
      capabilities: [alertmanager],
      ports: [alertmanager]
    }
  },
  {
    repositories: ['docker.io/prom/node-exporter', 'quay.io/prometheus/node-exporter'],
    copies: ['node-exporter'],
    declares: named('nobody', 65_534),
    runAs: numeric(65_534),
    writable: [],
    asUser: [],
    ports: [9100],
    sources: {
      user: [nodeExporter, kubePrometheus('nodeExporter-daemonset')],
      writable: [kubePrometheus('nodeExporter-daemonset')],
      capabilities: [nodeExporter],
      ports: [nodeExporter]
    }
  },
  {
    repositories: ['docker.io/prom/blackbox-exporter', 'quay.io/prometheus/blackbox-exporter'],
    copies: ['blackbox-exporter'],
    runAs: numeric(65_534),
    writable: [],
    asUser: [],
    ports: [9115],
    sources: {
      user: [kubePrometheus('blackboxExporter-deployment')],
      writable: [kubePrometheus('blackboxExporter-deployment')],
      capabilities: [kubePrometheus('blackboxExporter-deployment')],
      ports: [blackboxExporter]
    }
  },
  {
    repositories: ['docker.io/prom/pushgateway', 'quay.io/prometheus/pushgateway'],
    copies: ['pushgateway'],
    runAs: numeric(65_534, null),
    ports: [9091],
    sources: { user: [testedPrometheus], ports: [testedPrometheus] }
  },
  {
    repositories: ['registry.k8s.io/kube-state-metrics/kube-state-metrics'],
    copies: ['kube-state-metrics'],
    declares: named('nobody', 65_534),
    runAs: numeric(65_534),
    writable: [],
    asUser: [],
    ports: [8080, 8081],
    sources: {
      user: [kubeStateMetrics, distrolessUsers],
      writable: [kubePrometheus('kubeStateMetrics-deployment')],
      capabilities: [kubePrometheus('kubeStateMetrics-deployment')],
      ports: [kubeStateMetrics]
    }
  },
  {
    repositories: ['quay.io/prometheus-operator/prometheus-operator'],
    copies: ['prometheus-operator'],
    runAs: numeric(65_534),
    writable: [],
    asUser: [],
    ports: [8080],
    sources: {
      user: [kubePrometheus('prometheusOperator-deployment')],
      writable: [kubePrometheus('prometheusOperator-deployment')],
      capabilities: [kubePrometheus('prometheusOperator-deployment')],
      ports: [kubePrometheus('prometheusOperator-deployment')]
    }
  },
  {
    repositories: ['registry.k8s.io/prometheus-adapter/prometheus-adapter'],
    copies: ['prometheus-adapter'],
    writable: [
      scratch('/tmp', 'temporary files'),
      scratch('/var/run/serving-cert', 'its certificate', { when: '--cert-dir names it' })
    ],
    asUser: [],
    ports: [6443],
    sources: {
      writable: [kubePrometheus('prometheusAdapter-deployment')],
      capabilities: [kubePrometheus('prometheusAdapter-deployment')],
      ports: [kubePrometheus('prometheusAdapter-deployment')]
    }
  },
  {
    repositories: ['ghcr.io/jimmidyson/configmap-reload', 'docker.io/jimmidyson/configmap-reload'],
    copies: ['configmap-reload'],
    runAs: numeric(65_534),
    writable: [],
    asUser: [],
    sources: {
      user: [kubePrometheus('blackboxExporter-deployment')],
      writable: [kubePrometheus('blackboxExporter-deployment')],
      capabilities: [kubePrometheus('blackboxExporter-deployment')]
    }
  },
  {
    repositories: [
      'docker.io/grafana/grafana',
      'docker.io/grafana/grafana-oss',
      'docker.io/grafana/grafana-enterprise'
    ],
    copies: ['grafana'],
    runAs: numeric(65_534),
    runAsNeeds: 'a folder /var/lib/grafana that it can write: fsGroup on a volume that another user has filled',
    writable: [data('/var/lib/grafana', 'dashboards, users and plugins'), scratch('/tmp', 'temporary files')],
    asUser: [],
    ports: [3000],
    sources: {
      user: [kubePrometheus('grafana-deployment')],
      writable: [kubePrometheus('grafana-deployment'), grafana],
      capabilities: [kubePrometheus('grafana-deployment')],
      ports: [grafana]
    }
  },
  {
    repositories: ['docker.io/grafana/loki'],
    copies: ['loki'],
    declares: numeric(10_001),
    runAs: numeric(10_001),
    writable: [data('/loki', 'chunks, indexes and rules')],
    writesMore: true,
    asUser: [],
    ports: [3100],
    sources: { user: [loki], writable: [loki], capabilities: [loki], ports: [loki] }
  },
  {
    repositories: ['docker.io/grafana/promtail'],
    copies: ['promtail'],
    declares: root,
    sources: { user: [promtail] }
  },
  {
    repositories: [
      'docker.io/otel/opentelemetry-collector',
      'docker.io/otel/opentelemetry-collector-contrib',
      'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector',
      'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib'
    ],
    copies: ['opentelemetry-collector', 'opentelemetry-collector-contrib'],
    declares: numeric(10_001, null),
    runAs: numeric(10_001, null),
    writable: [],
    asUser: [],
    ports: [4317, 55_678, 55_679],
    sources: {
      user: [collector],
      writable: [collector, collectorInCluster],
      capabilities: [collectorInCluster],
      ports: [collector]
    }
  },
  {
    repositories: ['docker.io/prom/mysqld-exporter', 'quay.io/prometheus/mysqld-exporter'],
    copies: ['mysqld-exporter'],
    declares: named('nobody', 65_534),
    runAs: numeric(65_534),
    asUser: [],
    ports: [9104],
    sources: {
      user: [mysqldExporter, prometheusSystem, kubePrometheus('nodeExporter-daemonset')],
      capabilities: [mysqldExporter],
      ports: [mysqldExporter]
    }
  },
  {
    repositories: ['quay.io/prometheuscommunity/postgres-exporter', 'docker.io/prometheuscommunity/postgres-exporter'],
    copies: ['postgres-exporter'],
    declares: named('nobody', null),
    asUser: [],
    ports: [9187],
    sources: { user: [postgresExporter], capabilities: [postgresExporter], ports: [postgresExporter] }
  },
  {
    repositories: ['quay.io/kiwigrid/k8s-sidecar', 'docker.io/kiwigrid/k8s-sidecar'],
    copies: ['k8s-sidecar'],
    asUser: [],
    sources: { capabilities: [sidecar] }
  },
  {
    repositories: ['docker.io/openzipkin/zipkin'],
    copies: ['zipkin'],
    declares: named('zipkin', null),
    asUser: [],
    ports: [9411],
    sources: { user: [zipkin], capabilities: [zipkin], ports: [zipkin] }
  },
  {
    repositories: ['docker.io/locustio/locust'],
    copies: ['locust'],
    declares: named('locust', null),
    asUser: [],
    ports: [5557, 5558, 8089],
    sources: { user: [locust], capabilities: [locust], ports: [locust] }
  },
  {
    repositories: ['docker.io/jaegertracing/all-in-one'],
    writable: [scratch('/tmp', 'traces, where they are kept on disk')],
    writesMore: true,
    ports: [5775, 5778, 6831, 6832, 14_250, 14_268, 16_686],
    sources: { writable: [jaeger], ports: [jaeger] }
  }
]
