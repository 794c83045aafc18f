import { componentsOfAllKinds, everyKind, podsOfAllKinds } from '../controls/analysis.ts'
import { workloadKindNames } from '../estate/workload-kinds.ts'
import { exceptionKind } from '../exceptions/granted.ts'
import type { Plan } from './plan.ts'

/** Configuration of components stands in ConfigMaps, too. */
const holdingConfiguration = 'ConfigMap'

/**
 * The kinds of objects that a scan of a cluster looks at, so that no others need be asked for; null for every kind there is.
 * Those that hold pods come together: what a controller made is told from what nobody controls. Exceptions always count.
 */
export function kindsNeeded({ analyses, pods, resources, components }: Plan): ReadonlySet<string> | null {
  const kinds = new Set<string>([exceptionKind, ...resources.keys()])
  const readsPods = Object.values(pods).some((rules) => rules.length > 0)
  const wanted = analyses.flatMap(({ analyse }) => ('inspect' in analyse && analyse.filesOnly ? [] : analyse.reads))
  const readsComponents = components.size > 0 || wanted.includes(componentsOfAllKinds)
  if (wanted.includes(everyKind)) return null
  for (const kind of wanted) kinds.add(kind)
  const levels = analyses.some(({ analyse }) => 'judge' in analyse && analyse.readsLevels)
  const holdsPods = workloadKindNames.some((kind) => kinds.has(kind))
  if (readsPods || readsComponents || levels || holdsPods || kinds.has(podsOfAllKinds)) {
    for (const kind of workloadKindNames) kinds.add(kind)
  }
  if (readsComponents) kinds.add(holdingConfiguration)
  return kinds
}
