import type { Framework, FrameworkItem } from './framework.ts'

/** MITRE ATT&CK 18.1, the matrix for containers. */
const containers: readonly FrameworkItem[] = [
  { id: 'T1036', title: 'Masquerading' },
  { id: 'T1036.005', title: 'Match Legitimate Resource Name or Location' },
  { id: 'T1036.010', title: 'Masquerade Account Name' },
  { id: 'T1046', title: 'Network Service Discovery' },
  { id: 'T1053', title: 'Scheduled Task/Job' },
  { id: 'T1053.007', title: 'Container Orchestration Job' },
  { id: 'T1059.013', title: 'Container CLI/API' },
  { id: 'T1068', title: 'Exploitation for Privilege Escalation' },
  { id: 'T1069', title: 'Permission Groups Discovery' },
  { id: 'T1070', title: 'Indicator Removal' },
  { id: 'T1078', title: 'Valid Accounts' },
  { id: 'T1078.001', title: 'Default Accounts' },
  { id: 'T1078.003', title: 'Local Accounts' },
  { id: 'T1098', title: 'Account Manipulation' },
  { id: 'T1098.006', title: 'Additional Container Cluster Roles' },
  { id: 'T1110', title: 'Brute Force' },
  { id: 'T1110.001', title: 'Password Guessing' },
  { id: 'T1110.003', title: 'Password Spraying' },
  { id: 'T1110.004', title: 'Credential Stuffing' },
  { id: 'T1133', title: 'External Remote Services' },
  { id: 'T1136', title: 'Create Account' },
  { id: 'T1136.001', title: 'Local Account' },
  { id: 'T1190', title: 'Exploit Public-Facing Application' },
  { id: 'T1204', title: 'User Execution' },
  { id: 'T1204.003', title: 'Malicious Image' },
  { id: 'T1485', title: 'Data Destruction' },
  { id: 'T1490', title: 'Inhibit System Recovery' },
  { id: 'T1496', title: 'Resource Hijacking' },
  { id: 'T1496.001', title: 'Compute Hijacking' },
  { id: 'T1496.002', title: 'Bandwidth Hijacking' },
  { id: 'T1498', title: 'Network Denial of Service' },
  { id: 'T1499', title: 'Endpoint Denial of Service' },
  { id: 'T1525', title: 'Implant Internal Image' },
  { id: 'T1528', title: 'Steal Application Access Token' },
  { id: 'T1543', title: 'Create or Modify System Process' },
  { id: 'T1543.005', title: 'Container Service' },
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
  itemsOf: (control) => control.maps.attack ?? []
}
