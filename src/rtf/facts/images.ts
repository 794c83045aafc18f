/**
 * Images of Runtime Fabric 3.0.277 below `<registry>/mulesoft`; the OpenShift forms end in `-ubi`. No digests and no
 * signatures are published for them (page: configure-local-registry).
 */
export const rtfImages: readonly string[] = [
  'dias-anypoint-monitoring-sidecar',
  'rtf-agent',
  'rtf-app-init',
  'rtf-cluster-ops',
  'rtf-core-actions',
  'rtf-daemon',
  'rtf-mule-clusterip-service',
  'rtf-object-store',
  'rtf-resource-fetcher',
  'rtf-ubi-base-nginx'
]

/** Images whose tag is the version of the agent, the one that counts first. */
export const versionImages: readonly string[] = ['rtf-agent', 'rtf-daemon']

/** The image of the Mule runtime names its version: `poseidon-runtime-4.9.20:9-java17`. */
export const runtimeImage = /(?:^|\/)poseidon-runtime-(\d+\.\d+\.\d+)(?::([^@]+))?(?:@|$)/

/** Registries of MuleSoft that are not for customers, though a sample of the documentation names one. */
export const internalRegistries: readonly string[] = ['rtf-runtime-registry.kqa.msap.io']
