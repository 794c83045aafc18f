/** One recommendation of the CIS Kubernetes Benchmark. */
export interface CisRecommendation {
  /** By the benchmark version from which the number holds; null where it was dropped. */
  readonly numbers: Readonly<Record<string, string | null>>
  readonly title: string
  readonly level: 1 | 2
  /** Set where no configuration that is read can answer: what a person has to show. */
  readonly evidence?: string
}

/**
 * Section 5, policies. Version 1.11 moved the general policies from 5.7 to 5.6; 1.12 dropped the recommendation on
 * added capabilities, so those after it moved up. 1.12 and 2.0 are the same.
 */
export const cisSection5: readonly CisRecommendation[] = [
  { numbers: { '1.8': '5.1.1' }, title: 'cluster-admin is used only where it is required', level: 1 },
  { numbers: { '1.8': '5.1.2' }, title: 'Access to secrets is minimized', level: 1 },
  { numbers: { '1.8': '5.1.3' }, title: 'Wildcards in roles are minimized', level: 1 },
  { numbers: { '1.8': '5.1.4' }, title: 'Access to create pods is minimized', level: 1 },
  { numbers: { '1.8': '5.1.5' }, title: 'Default service accounts are not actively used', level: 1 },
  { numbers: { '1.8': '5.1.6' }, title: 'Service account tokens are mounted only where necessary', level: 1 },
  { numbers: { '1.8': '5.1.7' }, title: 'The group system:masters is not used', level: 1 },
  { numbers: { '1.8': '5.1.8' }, title: 'bind, impersonate and escalate are limited', level: 1 },
  { numbers: { '1.8': '5.1.9' }, title: 'Access to create persistent volumes is minimized', level: 1 },
  { numbers: { '1.8': '5.1.10' }, title: 'Access to the proxy subresource of nodes is minimized', level: 1 },
  { numbers: { '1.8': '5.1.11' }, title: 'Access to approve certificate signing requests is minimized', level: 1 },
  { numbers: { '1.8': '5.1.12' }, title: 'Access to webhook configurations is minimized', level: 1 },
  { numbers: { '1.8': '5.1.13' }, title: 'Access to create service account tokens is minimized', level: 1 },
  { numbers: { '1.8': '5.2.1' }, title: 'At least one policy control mechanism is active', level: 1 },
  { numbers: { '1.8': '5.2.2' }, title: 'Privileged containers are minimized', level: 1 },
  { numbers: { '1.8': '5.2.3' }, title: 'Containers that share the host process namespace are minimized', level: 1 },
  { numbers: { '1.8': '5.2.4' }, title: 'Containers that share the host IPC namespace are minimized', level: 1 },
  { numbers: { '1.8': '5.2.5' }, title: 'Containers that share the host network are minimized', level: 1 },
  { numbers: { '1.8': '5.2.6' }, title: 'Containers with allowPrivilegeEscalation are minimized', level: 1 },
  { numbers: { '1.8': '5.2.7' }, title: 'Root containers are minimized', level: 2 },
  { numbers: { '1.8': '5.2.8' }, title: 'Containers with NET_RAW are minimized', level: 1 },
  { numbers: { '1.8': '5.2.9', '1.12': null }, title: 'Containers with added capabilities are minimized', level: 1 },
  {
    numbers: { '1.8': '5.2.10', '1.12': '5.2.9' },
    title: 'Containers with capabilities assigned are minimized',
    level: 2
  },
  { numbers: { '1.8': '5.2.11', '1.12': '5.2.10' }, title: 'Windows HostProcess containers are minimized', level: 1 },
  { numbers: { '1.8': '5.2.12', '1.12': '5.2.11' }, title: 'HostPath volumes are minimized', level: 1 },
  { numbers: { '1.8': '5.2.13', '1.12': '5.2.12' }, title: 'Containers that use host ports are minimized', level: 1 },
  { numbers: { '1.8': '5.3.1' }, title: 'The CNI plug-in supports network policies', level: 1 },
  { numbers: { '1.8': '5.3.2' }, title: 'All namespaces have network policies', level: 2 },
  { numbers: { '1.8': '5.4.1' }, title: 'Secrets are used as files rather than environment variables', level: 2 },
  { numbers: { '1.8': '5.4.2' }, title: 'External secret storage is considered', level: 2 },
  { numbers: { '1.8': '5.5.1' }, title: 'Image provenance is configured', level: 2 },
  {
    numbers: { '1.8': '5.7.1', '1.11': '5.6.1' },
    title: 'Namespaces are the administrative boundaries between resources',
    level: 1
  },
  { numbers: { '1.8': '5.7.2', '1.11': '5.6.2' }, title: 'The seccomp profile is set in pod definitions', level: 2 },
  { numbers: { '1.8': '5.7.3', '1.11': '5.6.3' }, title: 'Pods and containers have a security context', level: 2 },
  { numbers: { '1.8': '5.7.4', '1.11': '5.6.4' }, title: 'The default namespace is not used', level: 2 }
]
