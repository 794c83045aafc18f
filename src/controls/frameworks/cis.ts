import type { Control } from '../control.ts'
import { type CisRecommendation, cisSection5 } from './cis-section-5.ts'
import { cisSections1To4 } from './cis-sections-1-to-4.ts'
import type { Framework, FrameworkItem } from './framework.ts'
import { valueAtVersion } from './version-order.ts'

const versions = ['1.8', '1.9', '1.10', '1.11', '1.12', '2.0']

/** The CIS Kubernetes Benchmark, as far as Bulwark covers it. */
export const cis: Framework = {
  name: 'cis',
  versions,
  items: (version) => recommendations(version),
  itemsOf: (control, version) => numbersOf(control, version)
}

/** Section 5 of the benchmark, policies, on its own: what a cluster's users answer for. */
export const cisSection5Only: Framework = {
  name: 'cis-5',
  versions,
  items: (version) => recommendations(version).filter((item) => inSection5(item.id)),
  itemsOf: (control, version) => numbersOf(control, version).filter(inSection5)
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
