/**
 * Names of properties as CEL can select them. Source: k8s.io/apiserver/pkg/cel/escaping.go; the rules are part of the
 * documentation of CRD validation rules.
 */

/** Words that the language keeps, which are names of properties only between underscores. */
const reserved = new Set(
  (
    'true false null in as break const continue else for function if import let loop package namespace return ' +
    'var void while'
  ).split(' ')
)

const escapes: Readonly<Record<string, string>> = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__'
}

/** The name of a property in an expression: `x-y` is `x__dash__y`. Undefined where it can only be indexed. */
export function escapeField(property: string): string | undefined {
  if (reserved.has(property)) return `__${property}__`
  if (!/^[A-Za-z_.\-/][\w.\-/]*$/.test(property)) return undefined
  return property.replace(/__|[-./]/g, (part) => escapes[part] ?? part)
}
