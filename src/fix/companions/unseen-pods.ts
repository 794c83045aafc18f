import { groupOf, type Resource } from '../../estate/resource.ts'
import { workloadKindNames } from '../../estate/workload-kinds.ts'

/** Groups of custom resources from which no pods are made: they configure what is there, or only describe it. */
const withoutPods = new Set([
  'acme.cert-manager.io',
  'bitnami.com',
  'bulwark.dev',
  'cert-manager.io',
  'cilium.io',
  'crd.projectcalico.org',
  'dapr.io',
  'external-secrets.io',
  'getambassador.io',
  'image.toolkit.fluxcd.io',
  'keda.sh',
  'kyverno.io',
  'monitoring.googleapis.com',
  'networking.gke.io',
  'networking.istio.io',
  'notification.toolkit.fluxcd.io',
  'policy.linkerd.io',
  'projectcalico.org',
  'projectcontour.io',
  'route.openshift.io',
  'secrets-store.csi.x-k8s.io',
  'security.istio.io',
  'source.toolkit.fluxcd.io',
  'telemetry.istio.io',
  'traefik.containo.us',
  'traefik.io'
])

/** Kinds of groups of which only some make pods. */
const kindsWithoutPods = new Set([
  'AlertmanagerConfig',
  'AppProject',
  'KubernetesTemplate',
  'BackendConfig',
  'PodMonitor',
  'Probe',
  'PrometheusRule',
  'ScrapeConfig',
  'ServiceMonitor'
])

/** True for a custom resource from which a controller may make pods, of which its manifest then says nothing. */
export function makesUnseenPods({ apiVersion, kind }: Resource): boolean {
  const group = groupOf(apiVersion)
  if (group === 'gateway.networking.k8s.io') return kind === 'Gateway'
  // Groups of Kubernetes itself and of its own projects.
  if (!group.includes('.') || group.endsWith('.k8s.io')) return false
  return !withoutPods.has(group) && !kindsWithoutPods.has(kind) && !workloadKindNames.includes(kind)
}
