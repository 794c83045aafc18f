/** Where a statement of the guide is applied on Runtime Fabric. */
export const appliers = {
  template: 'KubernetesTemplate',
  application: 'MuleApplication',
  runtime: 'Runtime Fabric itself',
  chart: 'values of the chart',
  route: 'HTTPRouteTemplate',
  namespace: 'objects of the namespace',
  admission: 'admission policy',
  exception: 'exception',
  customer: 'your own duty'
} as const

export type Applier = keyof typeof appliers

/** One place at which a statement is applied. */
export interface Applied {
  readonly by: Applier
  readonly how: string
  /** The key that applies it, below `spec` of a KubernetesTemplate or MuleApplication. */
  readonly key?: string
  /** Controls that show whether it is applied. */
  readonly controls?: readonly string[]
}

const context = 'pod.containerSecurityContext'

function keyed(key: string, value: string, controls: readonly string[]): Applied[] {
  const how = `\`spec.${key}: ${value}\``
  return [
    { by: 'template', how, key, controls },
    { by: 'application', how, key, controls }
  ]
}

const admission = (how: string, ...controls: string[]): Applied => ({ by: 'admission', how, controls })
const namespace = (how: string, ...controls: string[]): Applied => ({ by: 'namespace', how, controls })
const runtime = (how: string, ...controls: string[]): Applied => ({ by: 'runtime', how, controls })
const chart = (how: string, ...controls: string[]): Applied => ({ by: 'chart', how, controls })
const route = (how: string, ...controls: string[]): Applied => ({ by: 'route', how, controls })
const exception = (how: string, ...controls: string[]): Applied => ({ by: 'exception', how, controls })
const customer = (how: string, ...controls: string[]): Applied => ({ by: 'customer', how, controls })

/** Each statement of MuleSoft's Kubernetes hardening guide, by its id: where it is applied, the most direct place first. */
export const runtimeFabricStatements: Readonly<Record<string, readonly Applied[]>> = {
  'supply.build-cycle': [customer('sources, builds and pipelines of your applications')],
  'supply.infrastructure': [customer('the suppliers of your cluster and its nodes')],
  'supply.insiders': [customer('rights in Anypoint Platform and in the cluster')],
  'pod.non-root': [
    runtime('sets user and group of every container', 'root-user', 'root-group'),
    ...keyed(`${context}.runAsNonRoot`, 'true', ['mule-run-as-non-root']),
    admission('refuses pods that may run as root', 'non-root-user'),
    exception('on OpenShift, for what has to keep `anyuid`', 'any-uid-binding')
  ],
  'pod.immutable-file-system': [
    runtime('decides whether the root file system is read-only', 'writable-root-file-system'),
    exception('for containers whose root it leaves writable', 'writable-root-file-system')
  ],
  'pod.technical-control': [
    namespace('Pod Security labels', 'pod-security-enforcement'),
    ...keyed(`${context}.seccompProfile.type`, 'RuntimeDefault', ['mule-seccomp-profile']),
    admission('refuses what the templates cannot set', 'undropped-capabilities')
  ],
  'pod.technical-control.privileged': [
    runtime('sets `privileged` of every container', 'privileged-container'),
    admission('refuses privileged containers', 'privileged-container')
  ],
  'pod.technical-control.breakout': [
    runtime('gives applications no namespace of their host'),
    admission(
      'refuses host namespaces and host paths, those of a MuleApplication included',
      'host-pid',
      'host-ipc',
      'host-network',
      'host-path-volume'
    ),
    customer('volumes of MuleApplications', 'mule-host-path')
  ],
  'pod.technical-control.root': [
    runtime('sets `allowPrivilegeEscalation` and the user', 'allow-privilege-escalation', 'root-user'),
    ...keyed(`${context}.runAsNonRoot`, 'true', ['mule-run-as-non-root']),
    admission('refuses root and elevation to root', 'allow-privilege-escalation')
  ],
  'image.local-registry': [
    chart('`global.image.rtfRegistry` names your own registry', 'rtf-local-registry'),
    customer('the registry and its scanner; images have to be copied there for each version')
  ],
  'image.trusted-repositories': [
    chart('`global.image.rtfRegistry`', 'rtf-internal-registry'),
    admission('refuses images of other registries', 'untrusted-registry')
  ],
  'image.scan': [customer('the scanner of your registry')],
  'image.false-positives': [customer('the scanner of your registry')],
  'token.automount': keyed('pod.automountServiceAccountToken', 'false', ['mule-service-account-token']),
  'token.rbac': [
    runtime('gives each application an account of its own, without any right'),
    ...keyed('pod.env.DISABLE_PER_APP_SA', '"false"', ['mule-shared-account']),
    customer('a role for each account that needs one', 'powerful-pod-account')
  ],
  'access.unique-roles': [customer('roles and bindings of people and programs', 'shared-role')],
  'access.least-privilege': [
    chart('`global.authorizedNamespaces: true`', 'authorized-namespaces'),
    exception("for the agent's own roles, printed by `bulwark rtf inspect`", 'rtf-agent-rights')
  ],
  'authentication.strong': [
    customer('how people and programs sign in', 'strong-user-authentication'),
    {
      by: 'application',
      how: '`spec.propertiesFrom` with Secrets in place of values',
      controls: ['plain-text-credential']
    }
  ],
  'audit.monitor': [customer('who watches the audit log of the cluster')],
  'audit.persist': [customer('a store outside the cluster, since Runtime Fabric forwards nothing there')],
  'audit.aggregate': [
    { by: 'application', how: 'asynchronous Log4j appenders (`customLog4jEnabled`), or the monitoring sidecar' },
    customer('the log agent of the cluster', 'log-agent', 'rtf-log-forwarder')
  ],
  'network.isolation': [
    namespace('network policies, written by `bulwark rtf template`', 'default-deny-ingress', 'default-deny-egress'),
    route('https in every endpoint, TLS in every route', 'route-template-tls')
  ],
  'network.firewall': [
    customer('firewalls, by the list of hosts that each control plane needs'),
    route('https in every endpoint, certificates in Secrets', 'route-template-tls', 'route-template-private-key'),
    exception('for the persistence gateway, which knows no TLS', 'persistence-gateway-encryption')
  ],
  'namespace.authorized': [
    chart('`global.authorizedNamespaces: true` and ConfigMap `authorized-namespaces`', 'authorized-namespaces')
  ],
  'namespace.isolation': [
    namespace('network policies and roles of its own', 'default-deny-ingress'),
    namespace('one environment each, by its label', 'duplicate-environment'),
    namespace('secrets where they are needed, not copied everywhere', 'synchronized-secret')
  ],
  'namespace.resource-policies': [
    namespace('LimitRange and ResourceQuota', 'limit-range', 'resource-quota'),
    ...keyed('pod.ephemeralStorageLimit', '4Gi', ['mule-storage-limit'])
  ],
  'upgrade.review': [
    customer('a date for `bulwark rtf inspect` and `bulwark report -f rtf`', 'mule-ineffective-setting')
  ],
  'upgrade.patch': [
    customer('`helm upgrade` of Runtime Fabric, patched Mule runtimes, Kubernetes', 'rtf-kubernetes-version')
  ],
  'upgrade.unused': [customer('what uninstalling leaves behind', 'rtf-leftovers')]
}
