import type { Control, ItemsByVersion } from '../controls/control.ts'
import { podSecurityChecks } from '../controls/frameworks/pod-security-checks.ts'
import { valueAtVersion } from '../controls/frameworks/version-order.ts'
import type { FailingSet } from './failing-set.ts'

type Maps = Readonly<Record<string, readonly string[]>>

const newest = String(Number.MAX_SAFE_INTEGER)

const cache = new Map<FailingSet, Map<Control, Maps>>()

/**
 * The items of every framework that a control answers. Where numbering changed between versions (CIS, OWASP), the
 * numbers are those of the version that the finding fails, else of the newest. Equal questions give the same object.
 */
export function mapsOf(control: Control, fails: FailingSet): Maps {
  let ofSet = cache.get(fails)
  if (ofSet === undefined) {
    ofSet = new Map()
    cache.set(fails, ofSet)
  }
  let maps = ofSet.get(control)
  if (maps === undefined) {
    maps = collect([control], fails.frameworks)
    ofSet.set(control, maps)
  }
  return maps
}

const jointCache = new Map<FailingSet, Map<string, Maps>>()

/** The items that several controls answer together. Equal questions give the same object. */
export function mapsOfAll(controls: readonly Control[], fails: FailingSet): Maps {
  let ofSet = jointCache.get(fails)
  if (ofSet === undefined) {
    ofSet = new Map()
    jointCache.set(fails, ofSet)
  }
  let ids = ''
  for (const { id } of controls) ids += `${id} `
  let maps = ofSet.get(ids)
  if (maps === undefined) {
    maps = collect(controls, fails.frameworks)
    if (maps.pss !== undefined) maps = { ...maps, pss: withoutOverridden(maps.pss) }
    ofSet.set(ids, maps)
  }
  return maps
}

/** As the restricted level counts: without the check that a stricter one of the same fault replaces. */
function withoutOverridden(checks: readonly string[]): readonly string[] {
  const overridden = new Set(
    podSecurityChecks.flatMap(({ id, overrides = [] }) => (checks.includes(id) ? overrides : []))
  )
  return checks.filter((id) => !overridden.has(id))
}

function collect(controls: readonly Control[], fails: readonly string[]): Maps {
  const collected: Record<string, readonly string[]> = {}
  for (const { maps } of controls) {
    for (const [framework, items] of Object.entries(maps)) {
      const own = isVersioned(items) ? (valueAtVersion(items, versionOf(framework, fails)) ?? []) : items
      if (own.length > 0) collected[framework] = [...new Set([...(collected[framework] ?? []), ...own])]
    }
  }
  return collected
}

function isVersioned(items: readonly string[] | ItemsByVersion): items is ItemsByVersion {
  return !Array.isArray(items)
}

/** The version of `cis@1.8`, `cis-5@1.8` or `owasp-k8s@2022`; above all others where none of the framework is selected. */
function versionOf(framework: string, fails: readonly string[]): string {
  const name = fails.find((candidate) => candidate.startsWith(`${framework}@`) || candidate.startsWith(`${framework}-`))
  return name === undefined ? newest : name.slice(name.indexOf('@') + 1)
}
