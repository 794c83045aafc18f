import { isMapping, type Mapping } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import { type LabelMatcher, labelSelector } from '../../estate/selectors.ts'
import type { MatchResources, ResourceRule, Selector } from '../policy.ts'
import { type FieldReader, mappingsIn, textsIn } from './fields.ts'

/** Reads a MatchResources, with the API server's defaults. */
export function readMatch(reader: FieldReader, match: Mapping, path: Path): MatchResources {
  const namespaces = readSelector(reader, match.namespaceSelector, [...path, 'namespaceSelector'])
  const objects = readSelector(reader, match.objectSelector, [...path, 'objectSelector'])
  return {
    resourceRules: mappingsIn(match, 'resourceRules').map(([index, rule]) =>
      readRule(reader, rule, [...path, 'resourceRules', index])
    ),
    excludeResourceRules: mappingsIn(match, 'excludeResourceRules').map(([index, rule]) =>
      readRule(reader, rule, [...path, 'excludeResourceRules', index])
    ),
    matchPolicy: reader.choice(match, 'matchPolicy', ['Equivalent', 'Exact'], path),
    namespaceSelector: namespaces,
    objectSelector: objects?.matches ?? null
  }
}

function readRule(reader: FieldReader, rule: Mapping, path: Path): ResourceRule {
  const needed = (key: string): string[] => {
    const texts = textsIn(rule, key)
    if (texts.length === 0) reader.report([...path, key], `${key} is missing: the rule matches nothing`)
    return texts
  }
  return {
    apiGroups: needed('apiGroups'),
    apiVersions: needed('apiVersions'),
    operations: needed('operations'),
    resources: needed('resources'),
    scope: reader.choice(rule, 'scope', ['*', 'Namespaced', 'Cluster'], path),
    resourceNames: textsIn(rule, 'resourceNames')
  }
}

/** Null where everything is selected. */
export function readSelector(reader: FieldReader, selector: unknown, path: Path): Selector | null {
  if (!isMapping(selector)) return null
  const matches: LabelMatcher | { problem: string; path: Path } = labelSelector(selector)
  if (typeof matches !== 'function') {
    reader.report([...path, ...matches.path], matches.problem)
    return null
  }
  const keys = new Set([
    ...Object.keys(isMapping(selector.matchLabels) ? selector.matchLabels : {}),
    ...mappingsIn(selector, 'matchExpressions').map(([, { key }]) => String(key))
  ])
  return keys.size === 0 ? null : { matches, keys }
}
