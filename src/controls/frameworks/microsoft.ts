import type { Framework, FrameworkItem } from './framework.ts'

/** Microsoft's threat matrix for Kubernetes (January 2023). */
const techniques: readonly FrameworkItem[] = [
  { id: 'MS-TA9001', title: 'Using cloud credentials' },
  { id: 'MS-TA9002', title: 'Compromised image in registry' },
  { id: 'MS-TA9003', title: 'Kubeconfig file' },
  {
    id: 'MS-TA9004',
    title: 'Application vulnerability',
    evidence: 'How soon are vulnerabilities of applications found and mended?'
  },
  { id: 'MS-TA9005', title: 'Exposed sensitive interfaces' },
  { id: 'MS-TA9006', title: 'Exec into container' },
  { id: 'MS-TA9007', title: 'bash or cmd inside container' },
  { id: 'MS-TA9008', title: 'New container' },
  { id: 'MS-TA9009', title: 'Application exploit', evidence: 'How are exploits of applications detected?' },
  { id: 'MS-TA9010', title: 'SSH server running inside container' },
  {
    id: 'MS-TA9011',
    title: 'Sidecar injection',
    evidence: 'How are containers noticed that were added to running pods?'
  },
  { id: 'MS-TA9012', title: 'Backdoor container' },
  { id: 'MS-TA9013', title: 'Writable hostPath mount' },
  { id: 'MS-TA9014', title: 'Kubernetes CronJob', evidence: 'Who reviews CronJobs, and when last?' },
  { id: 'MS-TA9015', title: 'Malicious admission controller' },
  { id: 'MS-TA9016', title: 'Container service account' },
  { id: 'MS-TA9017', title: 'Static pods', evidence: 'How are static pods noticed that nobody planned?' },
  { id: 'MS-TA9018', title: 'Privileged container' },
  { id: 'MS-TA9019', title: 'Cluster-admin binding' },
  {
    id: 'MS-TA9020',
    title: 'Access cloud resources',
    evidence: 'Which rights in the cloud do nodes and pods have, and when were they last reviewed?'
  },
  { id: 'MS-TA9021', title: 'Clear container logs' },
  { id: 'MS-TA9022', title: 'Delete Kubernetes events' },
  { id: 'MS-TA9023', title: 'Pod or container name similarity' },
  {
    id: 'MS-TA9024',
    title: 'Connect from proxy server',
    evidence: 'How are requests noticed that come through proxies and anonymous networks?'
  },
  { id: 'MS-TA9025', title: 'List Kubernetes secrets' },
  { id: 'MS-TA9026', title: 'Mount service principal' },
  { id: 'MS-TA9027', title: 'Application credentials in configuration files' },
  { id: 'MS-TA9028', title: 'Access managed identity credentials' },
  { id: 'MS-TA9029', title: 'Access Kubernetes API server' },
  { id: 'MS-TA9030', title: 'Access kubelet API' },
  { id: 'MS-TA9031', title: 'Network mapping' },
  { id: 'MS-TA9033', title: 'Instance metadata API' },
  { id: 'MS-TA9034', title: 'Cluster internal networking' },
  { id: 'MS-TA9035', title: 'CoreDNS poisoning' },
  { id: 'MS-TA9036', title: 'ARP poisoning and IP spoofing' },
  { id: 'MS-TA9037', title: 'Images from a private registry' },
  { id: 'MS-TA9038', title: 'Data destruction' },
  { id: 'MS-TA9039', title: 'Resource hijacking' },
  { id: 'MS-TA9040', title: 'Denial of service' },
  { id: 'MS-TA9041', title: 'Collecting data from pod', evidence: 'How is data leaving pods noticed?' }
]

export const microsoft: Framework = {
  name: 'microsoft',
  versions: [],
  items: () => techniques,
  itemsOf: (control) => control.maps.microsoft ?? []
}
