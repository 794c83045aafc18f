import type { Flags } from './module-text.ts'

/** Of every component that is built with Kubernetes' own libraries. The logging ones went with 1.26. */
const everywhere: Flags = {
  help: { type: 'bool' },
  version: { type: 'string' },
  v: { type: 'int' },
  'add-dir-header': { type: 'bool' },
  alsologtostderr: { type: 'bool' },
  'log-backtrace-at': { type: 'string' },
  'log-dir': { type: 'string' },
  'log-file': { type: 'string' },
  'log-file-max-size': { type: 'int' },
  'log-flush-frequency': { type: 'duration' },
  logtostderr: { type: 'bool' },
  'one-output': { type: 'bool' },
  'skip-headers': { type: 'bool' },
  'skip-log-headers': { type: 'bool' },
  stderrthreshold: { type: 'int' }
}

/**
 * Flags that the components declare elsewhere than among their options, and ones that went with an older version: a
 * cluster of that version may still have them.
 */
export const otherFlags: Readonly<Record<string, Flags>> = {
  etcd: {
    'enable-v2': { type: 'bool' },
    'auto-compaction-retention': { type: 'string' },
    'experimental-initial-corrupt-check': { type: 'bool' },
    'experimental-watch-progress-notify-interval': { type: 'duration' },
    'experimental-corrupt-check-time': { type: 'duration' },
    'experimental-compact-hash-check-enabled': { type: 'bool' },
    'log-package-levels': { type: 'string' },
    'max-snapshots': { type: 'int' },
    'max-wals': { type: 'int' },
    proxy: { type: 'string' }
  },
  'kube-apiserver': {
    ...everywhere,
    address: { type: 'string' },
    'basic-auth-file': { type: 'string' },
    'cloud-config': { type: 'string' },
    'cloud-provider': { type: 'string' },
    'enable-swagger-ui': { type: 'bool' },
    'insecure-bind-address': { type: 'string' },
    'insecure-port': { type: 'int' },
    'kubelet-https': { type: 'bool' },
    port: { type: 'int' },
    'repair-malformed-updates': { type: 'bool' },
    'target-ram-mb': { type: 'int' },
    'service-account-api-audiences': { type: 'stringSlice' },
    'audit-dynamic-configuration': { type: 'bool' },
    'master-service-namespace': { type: 'string' }
  },
  'kube-controller-manager': {
    ...everywhere,
    address: { type: 'string' },
    'cloud-config': { type: 'string' },
    'cloud-provider': { type: 'string' },
    'experimental-cluster-signing-duration': { type: 'duration' },
    'pod-eviction-timeout': { type: 'duration' },
    port: { type: 'int' },
    'enable-taint-manager': { type: 'bool' },
    'horizontal-pod-autoscaler-use-rest-clients': { type: 'bool' },
    'node-sync-period': { type: 'duration' },
    'register-retry-count': { type: 'int' },
    'volume-host-allow-local-loopback': { type: 'bool' },
    'volume-host-cidr-denylist': { type: 'stringSlice' }
  },
  'kube-proxy': { ...everywhere, 'udp-timeout': { type: 'duration' } },
  'kube-scheduler': {
    ...everywhere,
    address: { type: 'string' },
    'algorithm-provider': { type: 'string' },
    'policy-config-file': { type: 'string' },
    'policy-configmap': { type: 'string' },
    'policy-configmap-namespace': { type: 'string' },
    port: { type: 'int' },
    'use-legacy-policy-config': { type: 'bool' },
    'lock-object-name': { type: 'string' },
    'lock-object-namespace': { type: 'string' }
  },
  kubelet: {
    ...everywhere,
    'allow-privileged': { type: 'bool' },
    'cadvisor-port': { type: 'int' },
    'cni-bin-dir': { type: 'string' },
    'cni-cache-dir': { type: 'string' },
    'cni-conf-dir': { type: 'string' },
    'container-runtime': { type: 'string' },
    'docker-endpoint': { type: 'string' },
    'dynamic-config-dir': { type: 'string' },
    'experimental-check-node-capabilities-before-mount': { type: 'bool' },
    'image-pull-progress-deadline': { type: 'duration' },
    'keep-terminated-pod-volumes': { type: 'bool' },
    'network-plugin': { type: 'string' },
    'network-plugin-mtu': { type: 'int' },
    'non-masquerade-cidr': { type: 'string' },
    'pod-infra-container-image': { type: 'string' },
    'enable-cadvisor-json-endpoints': { type: 'bool' },
    'master-service-namespace': { type: 'string' },
    'register-schedulable': { type: 'bool' },
    'event-storage-age-limit': { type: 'string' },
    'event-storage-event-limit': { type: 'string' },
    'redirect-container-streaming': { type: 'bool' },
    'minimum-container-ttl-duration': { type: 'duration' },
    'maximum-dead-containers': { type: 'int' },
    'maximum-dead-containers-per-container': { type: 'int' }
  }
}

/** Fields of configuration files that flags set, where reflection does not show it. */
export const otherFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kubelet: { 'seccomp-default': 'seccompDefault' },
  'kube-proxy': { profiling: 'enableProfiling', 'proxy-mode': 'mode', kubeconfig: 'clientConnection.kubeconfig' },
  'kube-scheduler': { profiling: 'enableProfiling', 'contention-profiling': 'enableContentionProfiling' }
}
