import { isMapping } from '../estate/mapping.ts'

/** A label that whatever a label selector selects has for certain, as `key=value`; null where there is none such. */
export function selectorLabel(selector: unknown): string | null {
  if (!isMapping(selector)) return null
  if (isMapping(selector.matchLabels)) {
    const [first] = Object.entries(selector.matchLabels)
    if (first !== undefined && typeof first[1] === 'string') return `${first[0]}=${first[1]}`
  }
  if (!Array.isArray(selector.matchExpressions)) return null
  for (const expression of selector.matchExpressions) {
    if (!isMapping(expression) || expression.operator !== 'In' || !Array.isArray(expression.values)) continue
    const [value, other] = expression.values
    if (typeof expression.key === 'string' && typeof value === 'string' && other === undefined) {
      return `${expression.key}=${value}`
    }
  }
  return null
}

/** True for a selector without a condition, which selects everything. */
export function selectsEverything(selector: unknown): boolean {
  return isMapping(selector) && isEmpty(selector.matchLabels) && isEmpty(selector.matchExpressions)
}

function isEmpty(conditions: unknown): boolean {
  if (conditions === undefined || conditions === null) return true
  if (Array.isArray(conditions)) return conditions.length === 0
  return isMapping(conditions) && Object.keys(conditions).length === 0
}
