/**
 * The name under which a kind is served: `deployments` for Deployment. All built-in kinds follow the rule but those whose
 * names are plural already; so do nearly all custom ones, and others say their plural in their definition.
 *
 * Source: UnsafeGuessKindToResource of k8s.io/apimachinery/pkg/api/meta; a test holds it against OpenAPI.
 */
export function pluralOf(kind: string): string {
  const singular = kind.toLowerCase()
  if (singular.endsWith('endpoints')) return singular
  if (singular.endsWith('s')) return `${singular}es`
  return singular.endsWith('y') ? `${singular.slice(0, -1)}ies` : `${singular}s`
}
