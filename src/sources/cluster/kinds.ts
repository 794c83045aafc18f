import { constraintGroup, podConstraintKinds } from '../../estate/gatekeeper-kinds.ts'
import type { ConfiguredWorkload } from '../../estate/workload-kinds.ts'

/**
 * How much of an object is asked for:
 * - `whole`: everything but what only the API server's bookkeeping needs.
 * - `metadata`: names, labels and annotations.
 * - `type`: metadata and the type. The server is asked for a table, so that no value of a Secret is ever sent.
 */
export type Detail = 'whole' | 'metadata' | 'type'

/** A kind that is read from a live cluster. */
export interface ClusterKind {
  readonly kind: string
  /** Empty for the core group; null for whichever serves the kind. */
  readonly group: string | null
  /** Where a version is configured, only that one. */
  readonly version: string | null
  /** As roles name it; null where only the cluster knows. */
  readonly resource: string | null
  readonly detail: Detail
  /** What depends on it. */
  readonly why: string
  /** Another group of the same objects: not read where it is served, too. */
  readonly unless?: string
}

type Row = readonly [kind: string, resource: string, why: string]

function kinds(group: string, rows: readonly Row[], more: Partial<ClusterKind> = {}): ClusterKind[] {
  return rows.map(([kind, resource, why]) => ({ kind, group, version: null, resource, detail: 'whole', why, ...more }))
}

/**
 * Every kind that Bulwark reads: exceptions before what they tolerate, and controllers before what they control. The
 * role in deploy/rbac/bulwark-reader.yaml grants exactly these, but for Secrets, which have a role of their own.
 */
export const clusterKinds: readonly ClusterKind[] = [
  ...kinds('bulwark.dev', [['HardeningException', 'hardeningexceptions', 'what is tolerated, by whom and until when']]),
  ...kinds('', [
    ['Namespace', 'namespaces', 'labels for Pod Security and ownership; what every namespace has to have']
  ]),
  ...kinds('rtf.mulesoft.com', [
    ['KubernetesTemplate', 'kubernetestemplates', 'what Runtime Fabric puts into the pods of Mule applications'],
    ['MuleApplication', 'muleapplications', 'pod settings and plain-text properties of Mule applications'],
    ['HTTPRouteTemplate', 'httproutetemplates', 'how Mule applications are exposed'],
    ['PersistenceGateway', 'persistencegateways', 'where Mule applications keep their state']
  ]),
  ...kinds('apps', [
    ['Deployment', 'deployments', 'pods'],
    ['StatefulSet', 'statefulsets', 'pods'],
    ['DaemonSet', 'daemonsets', 'pods on every node']
  ]),
  ...kinds('batch', [
    ['CronJob', 'cronjobs', 'pods that run later'],
    ['Job', 'jobs', 'pods']
  ]),
  ...kinds('', [
    ['ReplicationController', 'replicationcontrollers', 'pods'],
    ['PodTemplate', 'podtemplates', 'pods to come']
  ]),
  ...kinds('apps', [['ReplicaSet', 'replicasets', 'pods of earlier revisions, and of no Deployment']]),
  ...kinds('', [
    ['Pod', 'pods', 'what runs: changed by admission, or by nobody made'],
    ['ServiceAccount', 'serviceaccounts', 'token automounting, subjects of roles'],
    ['Service', 'services', 'what is exposed, and to whom'],
    ['ConfigMap', 'configmaps', 'credentials in plain text, aws-auth, authorised namespaces'],
    ['LimitRange', 'limitranges', 'defaults and bounds of resources in a namespace'],
    ['ResourceQuota', 'resourcequotas', 'what a namespace may take'],
    ['PersistentVolumeClaim', 'persistentvolumeclaims', 'storage in use']
  ]),
  ...kinds('', [['Secret', 'secrets', 'long-lived tokens, unused and misplaced credentials']], { detail: 'type' }),
  ...kinds('policy', [['PodDisruptionBudget', 'poddisruptionbudgets', 'availability during upgrades']]),
  ...kinds('autoscaling', [['HorizontalPodAutoscaler', 'horizontalpodautoscalers', 'how many pods there can be']]),
  ...kinds('networking.k8s.io', [
    ['NetworkPolicy', 'networkpolicies', 'who may talk to whom'],
    ['Ingress', 'ingresses', 'what is exposed, and how encrypted'],
    ['IngressClass', 'ingressclasses', 'which controller answers for an Ingress']
  ]),
  ...kinds('policy.networking.k8s.io', [
    ['AdminNetworkPolicy', 'adminnetworkpolicies', 'who may talk to whom, before every NetworkPolicy'],
    ['BaselineAdminNetworkPolicy', 'baselineadminnetworkpolicies', 'who may talk to whom, after every NetworkPolicy'],
    ['ClusterNetworkPolicy', 'clusternetworkpolicies', 'who may talk to whom in the whole cluster']
  ]),
  ...kinds('cilium.io', [
    ['CiliumNetworkPolicy', 'ciliumnetworkpolicies', 'who may talk to whom'],
    ['CiliumClusterwideNetworkPolicy', 'ciliumclusterwidenetworkpolicies', 'who may talk to whom in the whole cluster']
  ]),
  ...kinds('projectcalico.org', [
    ['NetworkPolicy', 'networkpolicies', 'who may talk to whom'],
    ['GlobalNetworkPolicy', 'globalnetworkpolicies', 'who may talk to whom in the whole cluster']
  ]),
  ...kinds(
    'crd.projectcalico.org',
    [
      ['NetworkPolicy', 'networkpolicies', 'who may talk to whom, where Calico has no API server'],
      ['GlobalNetworkPolicy', 'globalnetworkpolicies', 'the same in the whole cluster']
    ],
    { unless: 'projectcalico.org' }
  ),
  ...kinds('gateway.networking.k8s.io', [
    ['GatewayClass', 'gatewayclasses', 'which controller answers for a Gateway'],
    ['Gateway', 'gateways', 'what is exposed, and how encrypted'],
    ['HTTPRoute', 'httproutes', 'what is exposed'],
    ['GRPCRoute', 'grpcroutes', 'what is exposed'],
    ['TLSRoute', 'tlsroutes', 'what is exposed'],
    ['TCPRoute', 'tcproutes', 'what is exposed without encryption'],
    ['UDPRoute', 'udproutes', 'what is exposed without encryption'],
    ['ReferenceGrant', 'referencegrants', 'which namespaces trust each other'],
    ['BackendTLSPolicy', 'backendtlspolicies', 'encryption behind the gateway']
  ]),
  ...kinds('rbac.authorization.k8s.io', [
    ['Role', 'roles', 'who may do what'],
    ['RoleBinding', 'rolebindings', 'who may do what'],
    ['ClusterRole', 'clusterroles', 'who may do what'],
    ['ClusterRoleBinding', 'clusterrolebindings', 'who may do what']
  ]),
  ...kinds('admissionregistration.k8s.io', [
    ['ValidatingWebhookConfiguration', 'validatingwebhookconfigurations', 'what is refused, and by whom'],
    ['MutatingWebhookConfiguration', 'mutatingwebhookconfigurations', 'what is changed, and by whom'],
    ['ValidatingAdmissionPolicy', 'validatingadmissionpolicies', 'what is refused'],
    ['ValidatingAdmissionPolicyBinding', 'validatingadmissionpolicybindings', 'where that holds'],
    ['MutatingAdmissionPolicy', 'mutatingadmissionpolicies', 'what is changed'],
    ['MutatingAdmissionPolicyBinding', 'mutatingadmissionpolicybindings', 'where that holds']
  ]),
  ...kinds('kyverno.io', [
    ['ClusterPolicy', 'clusterpolicies', 'what is refused, and which images are verified'],
    ['Policy', 'policies', 'the same in a namespace'],
    ['PolicyException', 'policyexceptions', 'what is not refused all the same']
  ]),
  ...kinds('policies.kyverno.io', [
    ['ImageValidatingPolicy', 'imagevalidatingpolicies', 'which images are verified'],
    ['ValidatingPolicy', 'validatingpolicies', 'what is refused']
  ]),
  ...kinds('templates.gatekeeper.sh', [['ConstraintTemplate', 'constrainttemplates', 'what constraints ask for']]),
  ...kinds(
    constraintGroup,
    podConstraintKinds.map((kind): Row => [kind, kind.toLowerCase(), 'which pods are refused, and where'])
  ),
  ...kinds('security.istio.io', [
    ['PeerAuthentication', 'peerauthentications', 'whether the mesh takes connections without TLS']
  ]),
  ...kinds('', [
    ['Node', 'nodes', 'versions of kubelets and runtimes, where pods run'],
    ['PersistentVolume', 'persistentvolumes', 'host paths behind claims']
  ]),
  ...kinds('storage.k8s.io', [
    ['StorageClass', 'storageclasses', 'encrypted storage, what is unused'],
    ['CSIDriver', 'csidrivers', 'who gets tokens of service accounts']
  ]),
  ...kinds('scheduling.k8s.io', [['PriorityClass', 'priorityclasses', 'who may push out whom']]),
  ...kinds('node.k8s.io', [['RuntimeClass', 'runtimeclasses', 'sandboxes for containers']]),
  ...kinds('apiregistration.k8s.io', [
    ['APIService', 'apiservices', 'who else answers for the API, and how encrypted']
  ]),
  ...kinds('certificates.k8s.io', [
    ['CertificateSigningRequest', 'certificatesigningrequests', 'certificates that were handed out']
  ]),
  ...kinds(
    'apiextensions.k8s.io',
    [['CustomResourceDefinition', 'customresourcedefinitions', 'what is installed, what is left behind']],
    { detail: 'metadata' }
  )
]

/**
 * Kinds that the user's configuration names as workloads come before all others that have pods.
 * @param needed Only these, by name; every kind where it is null.
 */
export function kindsToRead(
  workloads: readonly ConfiguredWorkload[],
  needed: ReadonlySet<string> | null = null
): readonly ClusterKind[] {
  const all = withWorkloads(workloads)
  return needed === null ? all : all.filter(({ kind }) => needed.has(kind))
}

function withWorkloads(workloads: readonly ConfiguredWorkload[]): readonly ClusterKind[] {
  const configured = workloads.flatMap(({ apiVersion, kind }): ClusterKind[] => {
    const slash = apiVersion?.lastIndexOf('/') ?? -1
    const group = apiVersion === undefined ? null : apiVersion.slice(0, Math.max(0, slash))
    if (clusterKinds.some((known) => known.kind === kind && (group === null || known.group === group))) return []
    const version = apiVersion?.slice(slash + 1) ?? null
    return [{ kind, group, version, resource: null, detail: 'whole', why: 'pods, as the configuration says' }]
  })
  const others = clusterKinds.findIndex(({ group }) => group === 'rtf.mulesoft.com')
  return [...clusterKinds.slice(0, others), ...configured, ...clusterKinds.slice(others)]
}
