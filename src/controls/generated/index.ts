// Written by scripts/generate-controls.ts; do not edit.
import type { Control } from '../control.ts'
import { accountTokenReference } from '../token/account-token-reference.ts'
import { accountWithUserRole } from '../access/account-with-user-role.ts'
import { addedCapabilities } from '../pod/added-capabilities.ts'
import { adminKubeconfigMode } from '../access/admin-kubeconfig-mode.ts'
import { adminKubeconfigOwner } from '../access/admin-kubeconfig-owner.ts'
import { administratorWithOtherRoles } from '../access/administrator-with-other-roles.ts'
import { admissionConfigurationAccess } from '../access/admission-configuration-access.ts'
import { allowPrivilegeEscalation } from '../pod/allow-privilege-escalation.ts'
import { alwaysAdmit } from '../access/always-admit.ts'
import { alwaysAllowAuthorization } from '../access/always-allow-authorization.ts'
import { alwaysPullImages } from '../image/always-pull-images.ts'
import { anonymousBinding } from '../access/anonymous-binding.ts'
import { anyUidBinding } from '../access/any-uid-binding.ts'
import { apiServerAnonymousRequests } from '../authentication/api-server-anonymous-requests.ts'
import { apiServerCertificate } from '../network/api-server-certificate.ts'
import { apiServerCipherSuites } from '../network/api-server-cipher-suites.ts'
import { apiServerClientCa } from '../authentication/api-server-client-ca.ts'
import { apiServerEtcdCa } from '../network/api-server-etcd-ca.ts'
import { apiServerEtcdCertificate } from '../network/api-server-etcd-certificate.ts'
import { apiServerManifestMode } from '../access/api-server-manifest-mode.ts'
import { apiServerManifestOwner } from '../access/api-server-manifest-owner.ts'
import { apiServerProfiling } from '../upgrade/api-server-profiling.ts'
import { appArmorProfile } from '../pod/app-armor-profile.ts'
import { auditLogAge } from '../audit/audit-log-age.ts'
import { auditLogBackups } from '../audit/audit-log-backups.ts'
import { auditLogPath } from '../audit/audit-log-path.ts'
import { auditLogSize } from '../audit/audit-log-size.ts'
import { auditPolicyAnonymous } from '../audit/audit-policy-anonymous.ts'
import { auditPolicyCredentials } from '../audit/audit-policy-credentials.ts'
import { auditPolicyExec } from '../audit/audit-policy-exec.ts'
import { auditPolicyFile } from '../audit/audit-policy-file.ts'
import { auditPolicyRoles } from '../audit/audit-policy-roles.ts'
import { auditPolicySecrets } from '../audit/audit-policy-secrets.ts'
import { auditPolicyWorkloads } from '../audit/audit-policy-workloads.ts'
import { auditWebhook } from '../audit/audit-webhook.ts'
import { authenticatedGroupBinding } from '../access/authenticated-group-binding.ts'
import { authorizedNamespaces } from '../namespace/authorized-namespaces.ts'
import { bootstrapTokenBinding } from '../access/bootstrap-token-binding.ts'
import { capabilitiesBeyondNetBind } from '../pod/capabilities-beyond-net-bind.ts'
import { certificateApproval } from '../access/certificate-approval.ts'
import { cloudCredentialPath } from '../pod/cloud-credential-path.ts'
import { clusterAdminBinding } from '../access/cluster-admin-binding.ts'
import { clusterDeletion } from '../access/cluster-deletion.ts'
import { clusterPodCreation } from '../access/cluster-pod-creation.ts'
import { clusterSecretAccess } from '../access/cluster-secret-access.ts'
import { cniFileMode } from '../access/cni-file-mode.ts'
import { cniFileOwner } from '../access/cni-file-owner.ts'
import { containerRuntimeSocket } from '../pod/container-runtime-socket.ts'
import { controllerCredentials } from '../access/controller-credentials.ts'
import { controllerManagerBindAddress } from '../network/controller-manager-bind-address.ts'
import { controllerManagerKubeconfigMode } from '../access/controller-manager-kubeconfig-mode.ts'
import { controllerManagerKubeconfigOwner } from '../access/controller-manager-kubeconfig-owner.ts'
import { controllerManagerManifestMode } from '../access/controller-manager-manifest-mode.ts'
import { controllerManagerManifestOwner } from '../access/controller-manager-manifest-owner.ts'
import { controllerManagerProfiling } from '../upgrade/controller-manager-profiling.ts'
import { controllerServerCertificateRotation } from '../network/controller-server-certificate-rotation.ts'
import { corednsConfigurationAccess } from '../access/coredns-configuration-access.ts'
import { cpuLimit } from '../pod/cpu-limit.ts'
import { cpuRequest } from '../pod/cpu-request.ts'
import { danglingBinding } from '../access/dangling-binding.ts'
import { defaultAccountAutomount } from '../token/default-account-automount.ts'
import { defaultAccountBinding } from '../access/default-account-binding.ts'
import { defaultDenyEgress } from '../network/default-deny-egress.ts'
import { defaultDenyIngress } from '../network/default-deny-ingress.ts'
import { defaultNamespace } from '../namespace/default-namespace.ts'
import { defaultServiceAccount } from '../token/default-service-account.ts'
import { denyExternalIps } from '../network/deny-external-ips.ts'
import { duplicateEnvironment } from '../namespace/duplicate-environment.ts'
import { encryptionConfiguration } from '../network/encryption-configuration.ts'
import { encryptionProvider } from '../network/encryption-provider.ts'
import { etcdCertificate } from '../network/etcd-certificate.ts'
import { etcdCertificateAuthority } from '../network/etcd-certificate-authority.ts'
import { etcdClientAuthentication } from '../network/etcd-client-authentication.ts'
import { etcdDataMode } from '../access/etcd-data-mode.ts'
import { etcdDataOwner } from '../access/etcd-data-owner.ts'
import { etcdManifestMode } from '../access/etcd-manifest-mode.ts'
import { etcdManifestOwner } from '../access/etcd-manifest-owner.ts'
import { etcdPeerAuthentication } from '../network/etcd-peer-authentication.ts'
import { etcdPeerCertificate } from '../network/etcd-peer-certificate.ts'
import { etcdPeerSelfSignedCertificate } from '../network/etcd-peer-self-signed-certificate.ts'
import { etcdSelfSignedCertificate } from '../network/etcd-self-signed-certificate.ts'
import { eventDeletion } from '../access/event-deletion.ts'
import { eventRateLimit } from '../namespace/event-rate-limit.ts'
import { expiredException } from '../upgrade/expired-exception.ts'
import { exposedManagementInterface } from '../network/exposed-management-interface.ts'
import { extendedTokenExpiration } from '../token/extended-token-expiration.ts'
import { externalIp } from '../network/external-ip.ts'
import { externalSecretStorage } from '../namespace/external-secret-storage.ts'
import { gatewayTls } from '../network/gateway-tls.ts'
import { hostIpc } from '../pod/host-ipc.ts'
import { hostNetwork } from '../pod/host-network.ts'
import { hostPathVolume } from '../pod/host-path-volume.ts'
import { hostPid } from '../pod/host-pid.ts'
import { hostPort } from '../pod/host-port.ts'
import { hostRootFileSystem } from '../pod/host-root-file-system.ts'
import { hostUserNamespace } from '../pod/host-user-namespace.ts'
import { imageProvenance } from '../image/image-provenance.ts'
import { imagePullPolicy } from '../image/image-pull-policy.ts'
import { imageTagLatest } from '../image/image-tag-latest.ts'
import { imageWithoutDigest } from '../image/image-without-digest.ts'
import { impersonation } from '../access/impersonation.ts'
import { ingressTls } from '../network/ingress-tls.ts'
import { insecurePort } from '../network/insecure-port.ts'
import { keyManagementService } from '../network/key-management-service.ts'
import { kubeProxyKubeconfigMode } from '../access/kube-proxy-kubeconfig-mode.ts'
import { kubeProxyKubeconfigOwner } from '../access/kube-proxy-kubeconfig-owner.ts'
import { kubeProxyMetricsAddress } from '../network/kube-proxy-metrics-address.ts'
import { kubeletAnonymousRequests } from '../authentication/kubelet-anonymous-requests.ts'
import { kubeletAuthorization } from '../access/kubelet-authorization.ts'
import { kubeletCertificate } from '../network/kubelet-certificate.ts'
import { kubeletCertificateAuthority } from '../network/kubelet-certificate-authority.ts'
import { kubeletCertificateRotation } from '../network/kubelet-certificate-rotation.ts'
import { kubeletCipherSuites } from '../network/kubelet-cipher-suites.ts'
import { kubeletClientCa } from '../authentication/kubelet-client-ca.ts'
import { kubeletClientCaMode } from '../access/kubelet-client-ca-mode.ts'
import { kubeletClientCaOwner } from '../access/kubelet-client-ca-owner.ts'
import { kubeletClientCertificate } from '../network/kubelet-client-certificate.ts'
import { kubeletConfigurationMode } from '../access/kubelet-configuration-mode.ts'
import { kubeletConfigurationOwner } from '../access/kubelet-configuration-owner.ts'
import { kubeletEventRate } from '../audit/kubelet-event-rate.ts'
import { kubeletHostnameOverride } from '../upgrade/kubelet-hostname-override.ts'
import { kubeletIptablesChains } from '../network/kubelet-iptables-chains.ts'
import { kubeletKubeconfigMode } from '../access/kubelet-kubeconfig-mode.ts'
import { kubeletKubeconfigOwner } from '../access/kubelet-kubeconfig-owner.ts'
import { kubeletReadOnlyPort } from '../network/kubelet-read-only-port.ts'
import { kubeletSeccompDefault } from '../pod/kubelet-seccomp-default.ts'
import { kubeletServerCertificateRotation } from '../network/kubelet-server-certificate-rotation.ts'
import { kubeletServiceMode } from '../access/kubelet-service-mode.ts'
import { kubeletServiceOwner } from '../access/kubelet-service-owner.ts'
import { kubeletStreamingTimeout } from '../network/kubelet-streaming-timeout.ts'
import { legacyTokenSecret } from '../token/legacy-token-secret.ts'
import { limitRange } from '../namespace/limit-range.ts'
import { logAgent } from '../audit/log-agent.ts'
import { logTransport } from '../audit/log-transport.ts'
import { mastersCertificate } from '../access/masters-certificate.ts'
import { memoryLimit } from '../pod/memory-limit.ts'
import { memoryRequest } from '../pod/memory-request.ts'
import { meshMtls } from '../network/mesh-mtls.ts'
import { metadataService } from '../network/metadata-service.ts'
import { mixedSubjectsBinding } from '../access/mixed-subjects-binding.ts'
import { muleHostPath } from '../pod/mule-host-path.ts'
import { muleIneffectiveSetting } from '../pod/mule-ineffective-setting.ts'
import { muleRunAsNonRoot } from '../pod/mule-run-as-non-root.ts'
import { muleSeccompProfile } from '../pod/mule-seccomp-profile.ts'
import { muleServiceAccountToken } from '../token/mule-service-account-token.ts'
import { muleSharedAccount } from '../token/mule-shared-account.ts'
import { muleStorageLimit } from '../pod/mule-storage-limit.ts'
import { muleTemplateName } from '../pod/mule-template-name.ts'
import { namespaceAdminBinding } from '../access/namespace-admin-binding.ts'
import { namespaceLifecycle } from '../namespace/namespace-lifecycle.ts'
import { namespaceNetworkPolicy } from '../network/namespace-network-policy.ts'
import { namespacePodCreation } from '../access/namespace-pod-creation.ts'
import { namespaceSecretAccess } from '../access/namespace-secret-access.ts'
import { netRawCapability } from '../pod/net-raw-capability.ts'
import { networkPolicySupport } from '../network/network-policy-support.ts'
import { nodeAuthorizer } from '../access/node-authorizer.ts'
import { nodePort } from '../network/node-port.ts'
import { nodeProxyAccess } from '../access/node-proxy-access.ts'
import { nodeRestriction } from '../access/node-restriction.ts'
import { nonDefaultProcMount } from '../pod/non-default-proc-mount.ts'
import { nonRootUser } from '../pod/non-root-user.ts'
import { openEgressRule } from '../network/open-egress-rule.ts'
import { openIngressRule } from '../network/open-ingress-rule.ts'
import { openLoadBalancer } from '../network/open-load-balancer.ts'
import { persistenceGatewayEncryption } from '../network/persistence-gateway-encryption.ts'
import { persistentVolumeCreation } from '../access/persistent-volume-creation.ts'
import { pkiCertificateMode } from '../access/pki-certificate-mode.ts'
import { pkiKeyMode } from '../access/pki-key-mode.ts'
import { pkiOwner } from '../access/pki-owner.ts'
import { plainTextCredential } from '../pod/plain-text-credential.ts'
import { podExec } from '../access/pod-exec.ts'
import { podPortForward } from '../access/pod-port-forward.ts'
import { podProcessLimit } from '../namespace/pod-process-limit.ts'
import { podSecurityEnforcement } from '../namespace/pod-security-enforcement.ts'
import { podSecurityLevel } from '../namespace/pod-security-level.ts'
import { powerfulPodAccount } from '../token/powerful-pod-account.ts'
import { privilegedContainer } from '../pod/privileged-container.ts'
import { probeHost } from '../pod/probe-host.ts'
import { publicWebLoadBalancer } from '../network/public-web-load-balancer.ts'
import { rbacAuthorizer } from '../access/rbac-authorizer.ts'
import { removedApi } from '../upgrade/removed-api.ts'
import { requestTimeout } from '../namespace/request-timeout.ts'
import { resourceQuota } from '../namespace/resource-quota.ts'
import { restrictedVolumeType } from '../pod/restricted-volume-type.ts'
import { roleEscalation } from '../access/role-escalation.ts'
import { roleWildcard } from '../access/role-wildcard.ts'
import { rootCaFile } from '../authentication/root-ca-file.ts'
import { rootFsGroup } from '../pod/root-fs-group.ts'
import { rootGroup } from '../pod/root-group.ts'
import { rootSupplementalGroup } from '../pod/root-supplemental-group.ts'
import { rootUser } from '../pod/root-user.ts'
import { routeTemplatePrivateKey } from '../network/route-template-private-key.ts'
import { routeTemplateSecret } from '../network/route-template-secret.ts'
import { routeTemplateTls } from '../network/route-template-tls.ts'
import { rtfAgentRights } from '../access/rtf-agent-rights.ts'
import { rtfInternalRegistry } from '../image/rtf-internal-registry.ts'
import { rtfKubernetesVersion } from '../upgrade/rtf-kubernetes-version.ts'
import { rtfLeftovers } from '../upgrade/rtf-leftovers.ts'
import { rtfLocalRegistry } from '../image/rtf-local-registry.ts'
import { rtfLogForwarder } from '../audit/rtf-log-forwarder.ts'
import { runAsNonRoot } from '../pod/run-as-non-root.ts'
import { runtimeDetection } from '../audit/runtime-detection.ts'
import { sandboxedRuntime } from '../pod/sandboxed-runtime.ts'
import { schedulerBindAddress } from '../network/scheduler-bind-address.ts'
import { schedulerKubeconfigMode } from '../access/scheduler-kubeconfig-mode.ts'
import { schedulerKubeconfigOwner } from '../access/scheduler-kubeconfig-owner.ts'
import { schedulerManifestMode } from '../access/scheduler-manifest-mode.ts'
import { schedulerManifestOwner } from '../access/scheduler-manifest-owner.ts'
import { schedulerProfiling } from '../upgrade/scheduler-profiling.ts'
import { seLinuxOptions } from '../pod/se-linux-options.ts'
import { seccompProfile } from '../pod/seccomp-profile.ts'
import { seccompProfileType } from '../pod/seccomp-profile-type.ts'
import { secretInEnvironment } from '../pod/secret-in-environment.ts'
import { secretInManifest } from '../namespace/secret-in-manifest.ts'
import { securityContext } from '../pod/security-context.ts'
import { sensitiveHostPath } from '../pod/sensitive-host-path.ts'
import { serviceAccountAdmission } from '../token/service-account-admission.ts'
import { serviceAccountKeyFile } from '../token/service-account-key-file.ts'
import { serviceAccountLookup } from '../token/service-account-lookup.ts'
import { serviceAccountPrivateKey } from '../token/service-account-private-key.ts'
import { serviceAccountToken } from '../token/service-account-token.ts'
import { sharedRole } from '../access/shared-role.ts'
import { singleNamespaceCluster } from '../namespace/single-namespace-cluster.ts'
import { sshPort } from '../pod/ssh-port.ts'
import { staticTokenFile } from '../authentication/static-token-file.ts'
import { strongUserAuthentication } from '../authentication/strong-user-authentication.ts'
import { synchronizedSecret } from '../namespace/synchronized-secret.ts'
import { systemMastersBinding } from '../access/system-masters-binding.ts'
import { systemMastersCertificate } from '../access/system-masters-certificate.ts'
import { systemNamespaceWorkload } from '../namespace/system-namespace-workload.ts'
import { terminatedPodThreshold } from '../namespace/terminated-pod-threshold.ts'
import { tlsMinimumVersion } from '../network/tls-minimum-version.ts'
import { tokenCreation } from '../access/token-creation.ts'
import { tokenSecretCreation } from '../access/token-secret-creation.ts'
import { undroppedCapabilities } from '../pod/undropped-capabilities.ts'
import { unknownComponentFlag } from '../upgrade/unknown-component-flag.ts'
import { unmaskedProcMount } from '../pod/unmasked-proc-mount.ts'
import { unsafeSysctl } from '../pod/unsafe-sysctl.ts'
import { unselectedPod } from '../network/unselected-pod.ts'
import { unsupportedNodeVersion } from '../upgrade/unsupported-node-version.ts'
import { untrustedRegistry } from '../image/untrusted-registry.ts'
import { unusedException } from '../upgrade/unused-exception.ts'
import { userClientCertificate } from '../access/user-client-certificate.ts'
import { windowsHostProcess } from '../pod/windows-host-process.ts'
import { writableHostPath } from '../pod/writable-host-path.ts'
import { writableRootFileSystem } from '../pod/writable-root-file-system.ts'

export const controls: readonly Control[] = [
  accountTokenReference,
  accountWithUserRole,
  addedCapabilities,
  adminKubeconfigMode,
  adminKubeconfigOwner,
  administratorWithOtherRoles,
  admissionConfigurationAccess,
  allowPrivilegeEscalation,
  alwaysAdmit,
  alwaysAllowAuthorization,
  alwaysPullImages,
  anonymousBinding,
  anyUidBinding,
  apiServerAnonymousRequests,
  apiServerCertificate,
  apiServerCipherSuites,
  apiServerClientCa,
  apiServerEtcdCa,
  apiServerEtcdCertificate,
  apiServerManifestMode,
  apiServerManifestOwner,
  apiServerProfiling,
  appArmorProfile,
  auditLogAge,
  auditLogBackups,
  auditLogPath,
  auditLogSize,
  auditPolicyAnonymous,
  auditPolicyCredentials,
  auditPolicyExec,
  auditPolicyFile,
  auditPolicyRoles,
  auditPolicySecrets,
  auditPolicyWorkloads,
  auditWebhook,
  authenticatedGroupBinding,
  authorizedNamespaces,
  bootstrapTokenBinding,
  capabilitiesBeyondNetBind,
  certificateApproval,
  cloudCredentialPath,
  clusterAdminBinding,
  clusterDeletion,
  clusterPodCreation,
  clusterSecretAccess,
  cniFileMode,
  cniFileOwner,
  containerRuntimeSocket,
  controllerCredentials,
  controllerManagerBindAddress,
  controllerManagerKubeconfigMode,
  controllerManagerKubeconfigOwner,
  controllerManagerManifestMode,
  controllerManagerManifestOwner,
  controllerManagerProfiling,
  controllerServerCertificateRotation,
  corednsConfigurationAccess,
  cpuLimit,
  cpuRequest,
  danglingBinding,
  defaultAccountAutomount,
  defaultAccountBinding,
  defaultDenyEgress,
  defaultDenyIngress,
  defaultNamespace,
  defaultServiceAccount,
  denyExternalIps,
  duplicateEnvironment,
  encryptionConfiguration,
  encryptionProvider,
  etcdCertificate,
  etcdCertificateAuthority,
  etcdClientAuthentication,
  etcdDataMode,
  etcdDataOwner,
  etcdManifestMode,
  etcdManifestOwner,
  etcdPeerAuthentication,
  etcdPeerCertificate,
  etcdPeerSelfSignedCertificate,
  etcdSelfSignedCertificate,
  eventDeletion,
  eventRateLimit,
  expiredException,
  exposedManagementInterface,
  extendedTokenExpiration,
  externalIp,
  externalSecretStorage,
  gatewayTls,
  hostIpc,
  hostNetwork,
  hostPathVolume,
  hostPid,
  hostPort,
  hostRootFileSystem,
  hostUserNamespace,
  imageProvenance,
  imagePullPolicy,
  imageTagLatest,
  imageWithoutDigest,
  impersonation,
  ingressTls,
  insecurePort,
  keyManagementService,
  kubeProxyKubeconfigMode,
  kubeProxyKubeconfigOwner,
  kubeProxyMetricsAddress,
  kubeletAnonymousRequests,
  kubeletAuthorization,
  kubeletCertificate,
  kubeletCertificateAuthority,
  kubeletCertificateRotation,
  kubeletCipherSuites,
  kubeletClientCa,
  kubeletClientCaMode,
  kubeletClientCaOwner,
  kubeletClientCertificate,
  kubeletConfigurationMode,
  kubeletConfigurationOwner,
  kubeletEventRate,
  kubeletHostnameOverride,
  kubeletIptablesChains,
  kubeletKubeconfigMode,
  kubeletKubeconfigOwner,
  kubeletReadOnlyPort,
  kubeletSeccompDefault,
  kubeletServerCertificateRotation,
  kubeletServiceMode,
  kubeletServiceOwner,
  kubeletStreamingTimeout,
  legacyTokenSecret,
  limitRange,
  logAgent,
  logTransport,
  mastersCertificate,
  memoryLimit,
  memoryRequest,
  meshMtls,
  metadataService,
  mixedSubjectsBinding,
  muleHostPath,
  muleIneffectiveSetting,
  muleRunAsNonRoot,
  muleSeccompProfile,
  muleServiceAccountToken,
  muleSharedAccount,
  muleStorageLimit,
  muleTemplateName,
  namespaceAdminBinding,
  namespaceLifecycle,
  namespaceNetworkPolicy,
  namespacePodCreation,
  namespaceSecretAccess,
  netRawCapability,
  networkPolicySupport,
  nodeAuthorizer,
  nodePort,
  nodeProxyAccess,
  nodeRestriction,
  nonDefaultProcMount,
  nonRootUser,
  openEgressRule,
  openIngressRule,
  openLoadBalancer,
  persistenceGatewayEncryption,
  persistentVolumeCreation,
  pkiCertificateMode,
  pkiKeyMode,
  pkiOwner,
  plainTextCredential,
  podExec,
  podPortForward,
  podProcessLimit,
  podSecurityEnforcement,
  podSecurityLevel,
  powerfulPodAccount,
  privilegedContainer,
  probeHost,
  publicWebLoadBalancer,
  rbacAuthorizer,
  removedApi,
  requestTimeout,
  resourceQuota,
  restrictedVolumeType,
  roleEscalation,
  roleWildcard,
  rootCaFile,
  rootFsGroup,
  rootGroup,
  rootSupplementalGroup,
  rootUser,
  routeTemplatePrivateKey,
  routeTemplateSecret,
  routeTemplateTls,
  rtfAgentRights,
  rtfInternalRegistry,
  rtfKubernetesVersion,
  rtfLeftovers,
  rtfLocalRegistry,
  rtfLogForwarder,
  runAsNonRoot,
  runtimeDetection,
  sandboxedRuntime,
  schedulerBindAddress,
  schedulerKubeconfigMode,
  schedulerKubeconfigOwner,
  schedulerManifestMode,
  schedulerManifestOwner,
  schedulerProfiling,
  seLinuxOptions,
  seccompProfile,
  seccompProfileType,
  secretInEnvironment,
  secretInManifest,
  securityContext,
  sensitiveHostPath,
  serviceAccountAdmission,
  serviceAccountKeyFile,
  serviceAccountLookup,
  serviceAccountPrivateKey,
  serviceAccountToken,
  sharedRole,
  singleNamespaceCluster,
  sshPort,
  staticTokenFile,
  strongUserAuthentication,
  synchronizedSecret,
  systemMastersBinding,
  systemMastersCertificate,
  systemNamespaceWorkload,
  terminatedPodThreshold,
  tlsMinimumVersion,
  tokenCreation,
  tokenSecretCreation,
  undroppedCapabilities,
  unknownComponentFlag,
  unmaskedProcMount,
  unsafeSysctl,
  unselectedPod,
  unsupportedNodeVersion,
  untrustedRegistry,
  unusedException,
  userClientCertificate,
  windowsHostProcess,
  writableHostPath,
  writableRootFileSystem
]
