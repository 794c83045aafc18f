/** What Runtime Fabric calls its objects and labels, in every version that is known. Pages are those of docs.mulesoft.com. */

/** The API group of Runtime Fabric's custom resources. */
export const rtfGroup = 'rtf.mulesoft.com'
export const rtfApiVersion = `${rtfGroup}/v1`

/** Kinds of that group. */
export const rtfKinds = {
  template: 'KubernetesTemplate',
  application: 'MuleApplication',
  route: 'HTTPRouteTemplate',
  persistence: 'PersistenceGateway'
} as const

/** Names of the definitions of those kinds (pages: customize-kubernetes-crd, deploy-mule-app-anypoint-controller). */
export const rtfDefinitions: readonly string[] = [
  'kubernetestemplates.rtf.mulesoft.com',
  'muleapplications.rtf.mulesoft.com',
  'httproutetemplates.rtf.mulesoft.com',
  'persistencegateways.rtf.mulesoft.com'
]

/** The only name under which the agent takes a KubernetesTemplate. */
export const templateName = 'mule-application'

export const rtfLabels = {
  /** On a namespace and on what runs there: the namespace of the agent that manages it. */
  agentNamespace: 'rtf.mulesoft.com/agentNamespace',
  /** On a namespace: the Anypoint environment that is deployed there. */
  environment: 'rtf.mulesoft.com/envId',
  /** On a namespace: the Anypoint organization. */
  organization: 'rtf.mulesoft.com/org',
  /** On a namespace: `workers` where applications run. */
  role: 'rtf.mulesoft.com/role',
  /** On a Deployment and its pods: the application. The agent watches Deployments that carry it. */
  applicationId: 'rtf.mulesoft.com/id',
  /** On pods since 3.0: the application by its name. */
  applicationName: 'rtf.mulesoft.com/app',
  /** On a Secret of the agent's namespace: it is copied to every namespace of applications. */
  synchronized: 'rtf.mulesoft.com/synchronized'
} as const

/** Of the label `role`, on namespaces of applications. */
export const workersRole = 'workers'

/** The ConfigMap, in the agent's namespace, that lists where it may act. It has to exist before the installation. */
export const authorizedNamespacesName = 'authorized-namespaces'

/** The namespace of the agent where nobody chose another. */
export const usualAgentNamespace = 'rtf'

/** What uninstalling leaves behind besides the definitions (page: install-multiple-instances). */
export const rtfPriorityClass = 'rtf-components-high-priority'

/** Secrets of the agent's namespace (pages: configure-local-registry, enable-fips-140-2-compliance, install-helm). */
export const rtfSecrets: readonly string[] = [
  'agent-keystore',
  'anypoint-credentials',
  'custom-properties',
  'install-properties',
  'registry-creds',
  'rtf-monitoring-certificate',
  'rtf-muleruntime-license',
  'rtf-pull-secret'
]

/** Ingresses of this class prefix are templates of the older kind: only the agent reads them. */
export const ingressTemplateClass = /^rtf-/
