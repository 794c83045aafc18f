import type { Framework, FrameworkItem } from './framework.ts'

/** MITRE ATT&CK 18.1, the matrix for containers. */
const containers: readonly FrameworkItem[] = [
  { id: 'T1036', title: 'Masquerading' },
  { id: 'T1036.005', title: 'Match Legitimate Resource Name or Location' },
  { id: 'T1036.010', title: 'Masquerade Account Name', evidence: 'How are accounts with misleading names noticed?' },
  { id: 'T1046', title: 'Network Service Discovery' },
  { id: 'T1053', title: 'Scheduled Task/Job', evidence: 'Who reviews CronJobs, and when last?' },
  { id: 'T1053.007', title: 'Container Orchestration Job', evidence: 'Who reviews CronJobs, and when last?' },
  {
    id: 'T1059.013',
    title: 'Container CLI/API',
    evidence: 'How is the use of container tools on nodes and in pods detected?'
  },
  { id: 'T1068', title: 'Exploitation for Privilege Escalation' },
  {
    id: 'T1069',
    title: 'Permission Groups Discovery',
    evidence: 'How are questions about the rights of others noticed in the audit log?'
  },
  { id: 'T1070', title: 'Indicator Removal' },
  { id: 'T1078', title: 'Valid Accounts' },
  { id: 'T1078.001', title: 'Default Accounts' },
  { id: 'T1078.003', title: 'Local Accounts' },
  { id: 'T1098', title: 'Account Manipulation' },
  { id: 'T1098.006', title: 'Additional Container Cluster Roles' },
  { id: 'T1110', title: 'Brute Force' },
  {
    id: 'T1110.001',
    title: 'Password Guessing',
    evidence: 'What limits the guessing of passwords at the identity provider?'
  },
  { id: 'T1110.003', title: 'Password Spraying', evidence: 'What detects one password tried on many accounts?' },
  {
    id: 'T1110.004',
    title: 'Credential Stuffing',
    evidence: 'What detects the use of credentials that leaked elsewhere?'
  },
  { id: 'T1133', title: 'External Remote Services' },
  { id: 'T1136', title: 'Create Account' },
  { id: 'T1136.001', title: 'Local Account', evidence: 'How are new accounts on nodes noticed?' },
  { id: 'T1190', title: 'Exploit Public-Facing Application' },
  { id: 'T1204', title: 'User Execution' },
  { id: 'T1204.003', title: 'Malicious Image' },
  { id: 'T1485', title: 'Data Destruction' },
  {
    id: 'T1490',
    title: 'Inhibit System Recovery',
    evidence:
      'Which backups of etcd and volumes are out of reach for an intruder, and when was a restoration last tested?'
  },
  { id: 'T1496', title: 'Resource Hijacking' },
  { id: 'T1496.001', title: 'Compute Hijacking' },
  { id: 'T1496.002', title: 'Bandwidth Hijacking', evidence: 'How is unusual network traffic of pods noticed?' },
  {
    id: 'T1498',
    title: 'Network Denial of Service',
    evidence: 'What protects the entry points of the cluster against floods of requests?'
  },
  { id: 'T1499', title: 'Endpoint Denial of Service' },
  { id: 'T1525', title: 'Implant Internal Image' },
  { id: 'T1528', title: 'Steal Application Access Token' },
  {
    id: 'T1543',
    title: 'Create or Modify System Process',
    evidence: 'How are services noticed that start containers on nodes past the API server?'
  },
  {
    id: 'T1543.005',
    title: 'Container Service',
    evidence: 'How are services noticed that start containers on nodes past the API server?'
  },
  { id: 'T1550', title: 'Use Alternate Authentication Material' },
  { id: 'T1550.001', title: 'Application Access Token' },
  { id: 'T1552', title: 'Unsecured Credentials' },
  { id: 'T1552.001', title: 'Credentials In Files' },
  { id: 'T1552.007', title: 'Container API' },
  { id: 'T1562', title: 'Impair Defenses' },
  { id: 'T1562.001', title: 'Disable or Modify Tools' },
  { id: 'T1609', title: 'Container Administration Command' },
  { id: 'T1610', title: 'Deploy Container' },
  { id: 'T1611', title: 'Escape to Host' },
  { id: 'T1612', title: 'Build Image on Host' },
  { id: 'T1613', title: 'Container and Resource Discovery' }
]

/** Techniques outside that matrix which hardening answers all the same. */
const others: readonly FrameworkItem[] = [
  { id: 'T1021.004', title: 'SSH' },
  { id: 'T1195.002', title: 'Compromise Software Supply Chain' },
  { id: 'T1210', title: 'Exploitation of Remote Services' },
  { id: 'T1546', title: 'Event Triggered Execution' },
  { id: 'T1552.005', title: 'Cloud Instance Metadata API' },
  { id: 'T1557', title: 'Adversary-in-the-Middle' }
]

export const attack: Framework = {
  name: 'attack',
  versions: [],
  items: () => [...containers, ...others],
  itemsOf: (control) => withParents(control.maps.attack ?? [])
}

/** What answers a sub-technique answers a part of its technique. */
function withParents(ids: readonly string[]): readonly string[] {
  const parents = ids.filter((id) => id.includes('.')).map((id) => id.slice(0, id.indexOf('.')))
  return [...new Set([...ids, ...parents.filter((id) => known.has(id))])]
}

const known = new Set(containers.map(({ id }) => id))
