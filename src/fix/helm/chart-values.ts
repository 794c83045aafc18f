import { isMapping, type Mapping } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'

/** A chart as the fix sees it. */
export interface ChartSource {
  /** Where values can be written: the chart's own file first, then those that the user names, the last of which wins. */
  readonly valuesFiles: readonly string[]
  /** A file's text; null where there is none. */
  read(file: string): string | null
  /** The text of all templates, those of subcharts by the values that they see: `[]` for the chart's own. */
  readonly templates: readonly ChartTemplate[]
  /** Default values of subcharts. */
  readonly subcharts: readonly { readonly scope: Path; readonly values: Mapping }[]
  /** What Helm renders once these files have these texts, without touching the user's own. */
  render(files: ReadonlyMap<string, string>): readonly ChartObject[] | { readonly problem: string }
}

export interface ChartTemplate {
  /** As Helm names it, such as `web/charts/cache/templates/pod.yaml`. */
  readonly name: string
  readonly text: string
}

/** A rendered object and the template that it came from. */
export interface ChartObject {
  readonly object: Mapping
  /** Null where Helm does not say. */
  readonly template: string | null
}

/** The keys of `.Values` that a template sees begin there: none for the chart's own, a subchart's names for its. */
export function scopeOf(template: string): Path {
  return [...template.matchAll(/\/charts\/([^/]+)(?=\/)/g)].map(([, name = '']) => name)
}

/** Values as Helm joins them: mappings key by key, all else the last one. */
export function joinValues(lower: Mapping, higher: Mapping): Mapping {
  const joined: Mapping = { ...lower }
  for (const [key, value] of Object.entries(higher)) {
    const old = joined[key]
    joined[key] = isMapping(old) && isMapping(value) ? joinValues(old, value) : value
  }
  return joined
}

/** Values that a subchart sees, from the parent's root on. */
export function nested(scope: Path, values: Mapping): Mapping {
  return scope.reduceRight<Mapping>((inner, key) => ({ [String(key)]: inner }), values)
}
