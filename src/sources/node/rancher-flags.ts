import type { ComponentName } from '../../estate/components/component.ts'

type Flag = readonly [name: string, value: string]

/**
 * The flags that k3s gives a component by itself, as far as a control asks for them. From pkg/daemons/control/server.go and
 * pkg/daemons/agent/agent_linux.go.
 * @param data The folder of its data.
 * @param isConfigured It writes a configuration file for its kubelet, as it does since Kubernetes 1.32, which then says nearly
 * everything.
 */
export function rancherFlags(component: ComponentName, data: string, isConfigured = false): readonly Flag[] {
  if (component === 'kubelet' && isConfigured) return [['read-only-port', '0']]
  return flags[component]?.(`${data}/server/tls`, data) ?? []
}

const flags: Readonly<Partial<Record<ComponentName, (tls: string, data: string) => readonly Flag[]>>> = {
  'kube-apiserver': (tls) => [
    ['allow-privileged', 'true'],
    ['anonymous-auth', 'false'],
    ['authorization-mode', 'Node,RBAC'],
    ['bind-address', '127.0.0.1'],
    ['client-ca-file', `${tls}/client-ca.crt`],
    ['enable-admission-plugins', 'NodeRestriction'],
    ['kubelet-certificate-authority', `${tls}/server-ca.crt`],
    ['kubelet-client-certificate', `${tls}/client-kube-apiserver.crt`],
    ['kubelet-client-key', `${tls}/client-kube-apiserver.key`],
    ['profiling', 'false'],
    ['requestheader-client-ca-file', `${tls}/request-header-ca.crt`],
    ['service-account-issuer', 'https://kubernetes.default.svc.cluster.local'],
    ['service-account-key-file', `${tls}/service.key`],
    ['service-account-signing-key-file', `${tls}/service.current.key`],
    ['tls-cert-file', `${tls}/serving-kube-apiserver.crt`],
    ['tls-private-key-file', `${tls}/serving-kube-apiserver.key`]
  ],
  'kube-controller-manager': (tls) => [
    ['bind-address', '127.0.0.1'],
    ['profiling', 'false'],
    ['root-ca-file', `${tls}/server-ca.crt`],
    ['service-account-private-key-file', `${tls}/service.current.key`],
    ['use-service-account-credentials', 'true']
  ],
  'kube-scheduler': () => [
    ['bind-address', '127.0.0.1'],
    ['profiling', 'false']
  ],
  'kube-proxy': () => [['healthz-bind-address', '127.0.0.1']],
  kubelet: (_, data) => [
    ['anonymous-auth', 'false'],
    ['authentication-token-webhook', 'true'],
    ['authorization-mode', 'Webhook'],
    ['client-ca-file', `${data}/agent/client-ca.crt`],
    ['read-only-port', '0'],
    ['tls-cert-file', `${data}/agent/serving-kubelet.crt`],
    ['tls-private-key-file', `${data}/agent/serving-kubelet.key`]
  ]
}
