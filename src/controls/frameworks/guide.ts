import { chapters } from '../chapters.ts'
import type { Framework, FrameworkItem } from './framework.ts'

/** The statements of MuleSoft's Kubernetes hardening guide for Runtime Fabric, by chapter. */
const statements: readonly FrameworkItem[] = [
  {
    id: 'supply.build-cycle',
    title: 'The build cycle of containers is protected',
    evidence: 'How are sources, builds and the pipelines that deploy protected against tampering?'
  },
  {
    id: 'supply.infrastructure',
    title: 'Infrastructure comes from suppliers that were reviewed',
    evidence: 'Which suppliers of infrastructure were reviewed, and with what result?'
  },
  {
    id: 'supply.insiders',
    title: 'Administrators, users and providers cannot abuse their rights unseen',
    evidence: 'How are administrators, users and providers supervised, and when were their rights last reviewed?'
  },
  { id: 'pod.non-root', title: 'Containers run as a user and a group other than root' },
  { id: 'pod.immutable-file-system', title: 'Container file systems are immutable but for the folders of the program' },
  { id: 'pod.technical-control', title: 'A technical control enforces a minimum level of security' },
  { id: 'pod.technical-control.privileged', title: 'The technical control prevents privileged containers' },
  { id: 'pod.technical-control.breakout', title: 'The technical control denies features used to break out' },
  { id: 'pod.technical-control.root', title: 'The technical control rejects root and elevation to root' },
  {
    id: 'image.local-registry',
    title: 'A local registry scans what runs in the cluster',
    evidence: 'Which registry of your own serves the cluster, and how does it scan what it serves?'
  },
  { id: 'image.trusted-repositories', title: 'Images come from trusted repositories only' },
  {
    id: 'image.scan',
    title: 'Images are scanned for vulnerabilities and misconfigurations',
    evidence: 'What scans the images that run, how often, and what happens with what it finds?'
  },
  {
    id: 'image.false-positives',
    title: 'The scanner lets false positives be disregarded',
    evidence: 'Where are false positives of the scanner recorded, and who decides on them?'
  },
  { id: 'token.automount', title: 'Service account tokens are not mounted where they are not needed' },
  { id: 'token.rbac', title: 'A pod that needs its token has few rights in the cluster' },
  {
    id: 'access.unique-roles',
    title: 'Users, administrators, developers, accounts and infrastructure have roles of their own'
  },
  { id: 'access.least-privilege', title: 'Containers and pods run with the least privileges possible' },
  { id: 'authentication.strong', title: 'Strong authentication and authorization limit access' },
  {
    id: 'audit.monitor',
    title: 'Audit logs are captured and watched',
    evidence: 'Who or what watches the audit logs, and how are alerts answered?'
  },
  {
    id: 'audit.persist',
    title: 'Logs outlive the failure of node, pod and container',
    evidence: 'Where are logs kept so that they outlive the failure of a node, pod or container?'
  },
  {
    id: 'audit.aggregate',
    title: 'Logs are aggregated outside the cluster',
    evidence: 'To which system outside the cluster are logs sent?'
  },
  { id: 'network.isolation', title: 'Networks are isolated and connections secured' },
  {
    id: 'network.firewall',
    title: 'Firewalls limit connections, and encryption protects them',
    evidence: 'Which firewalls limit who reaches the control plane and the nodes, and on which ports?'
  },
  { id: 'namespace.authorized', title: 'Runtime Fabric acts in authorized namespaces only' },
  { id: 'namespace.isolation', title: 'Namespaces are isolated by roles and network policies' },
  { id: 'namespace.resource-policies', title: 'Resource policies keep tenants from starving each other' },
  {
    id: 'upgrade.review',
    title: 'Settings are reviewed and scanned periodically',
    evidence: 'When were the settings of the cluster last reviewed and scanned, and when will they be again?'
  },
  {
    id: 'upgrade.patch',
    title: 'Security patches and updates are applied promptly',
    evidence: 'How soon after their release are security patches applied, and which are outstanding?'
  },
  {
    id: 'upgrade.unused',
    title: 'Unused components are removed',
    evidence: 'When were unused components last looked for and removed?'
  }
]

/** The chapters are those of the controls, but for one that no control can be about. */
const titles = new Map([['supply', 'Supply chain'], ...chapters.map(({ name, title }) => [name, title] as const)])

export const guide: Framework = {
  name: 'guide',
  versions: [],
  items: () => statements,
  itemsOf: (control) => control.maps.guide ?? [],
  chapterOf: (item) => titles.get(item.split('.')[0] ?? '') ?? null
}
