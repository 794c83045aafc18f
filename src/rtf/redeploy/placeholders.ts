import { isMapping } from '../../estate/mapping.ts'

/** What stands in a template for the application's own values (page: customize-kubernetes-crd). */
const placeholder = /\{\{\s*\.Values\.([\w.]+)\s*\}\}/g

/** A value in which a placeholder is left that nobody can fill in. */
export const unfilled: unique symbol = Symbol('unfilled')

/**
 * A value of a template as it is for one application.
 * @param values By the names of placeholders, such as `id`.
 * @returns `unfilled` where a placeholder has no value.
 */
export function filled(value: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') {
    const text = value.replace(placeholder, (all, name: string) =>
      Object.hasOwn(values, name) ? `${values[name]}` : all
    )
    return text.includes('{{') ? unfilled : text
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => filled(item, values))
    return items.includes(unfilled) ? unfilled : items
  }
  if (!isMapping(value)) return value
  const entries = Object.entries(value).map(([key, item]) => [key, filled(item, values)] as const)
  return entries.some(([, item]) => item === unfilled) ? unfilled : Object.fromEntries(entries)
}
