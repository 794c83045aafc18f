import type { Control } from '../control.ts'
import { type CisRecommendation, cisSection5 } from './cis-section-5.ts'
import { cisSections1To4 } from './cis-sections-1-to-4.ts'
import type { Framework, FrameworkItem } from './framework.ts'
import { valueAtVersion } from './version-order.ts'

/** By the beginning of a number. General policies changed theirs. */
const sections: Readonly<Record<string, string>> = {
  '1.1': 'Control plane node configuration files',
  '1.2': 'API server',
  '1.3': 'Controller manager',
  '1.4': 'Scheduler',
  '2': 'etcd',
  '3.1': 'Authentication and authorization',
  '3.2': 'Logging',
  '4.1': 'Worker node configuration files',
  '4.2': 'Kubelet',
  '4.3': 'kube-proxy',
  '5.1': 'RBAC and service accounts',
  '5.2': 'Pod security standards',
  '5.3': 'Network policies and CNI',
  '5.4': 'Secrets management',
  '5.5': 'Extensible admission control',
  '5.6': 'General policies',
  '5.7': 'General policies'
}

function sectionOf(item: string): string | null {
  const [first = '', second = ''] = item.split('.')
  return sections[`${first}.${second}`] ?? sections[first] ?? null
}

const versions = ['1.8', '1.9', '1.10', '1.11', '1.12', '2.0']

/** The CIS Kubernetes Benchmark, as far as Bulwark covers it. */
export const cis: Framework = {
  name: 'cis',
  versions,
  items: (version) => recommendations(version),
  itemsOf: (control, version) => numbersOf(control, version),
  chapterOf: sectionOf
}

/** Section 5 of the benchmark, policies, on its own: what a cluster's users answer for. */
export const cisSection5Only: Framework = {
  name: 'cis-5',
  versions,
  items: (version) => recommendations(version).filter((item) => inSection5(item.id)),
  itemsOf: (control, version) => numbersOf(control, version).filter(inSection5),
  chapterOf: sectionOf
}

function recommendations(version: string): FrameworkItem[] {
  return [...cisSections1To4, ...cisSection5].flatMap((recommendation) => numbered(recommendation, version))
}

function numbered({ numbers, title, evidence }: CisRecommendation, version: string): FrameworkItem[] {
  const id = valueAtVersion(numbers, version) ?? null
  if (id === null) return []
  return [evidence === undefined ? { id, title } : { id, title, evidence }]
}

function numbersOf(control: Control, version: string): readonly string[] {
  return valueAtVersion(control.maps.cis ?? {}, version) ?? []
}

function inSection5(id: string): boolean {
  return id.startsWith('5.')
}
