import type { Kubetest } from '../kubetest.ts'

interface Meta {
  readonly name: string
  readonly namespace?: string
  readonly labels?: Readonly<Record<string, string>>
}

interface Rule {
  readonly verbs: readonly string[]
  readonly apiGroups?: readonly string[]
  readonly resources?: readonly string[]
  readonly resourceNames?: readonly string[]
  readonly nonResourceURLs?: readonly string[]
}

interface Role {
  readonly metadata: Meta
  readonly rules?: readonly Rule[] | null
  readonly aggregationRule?: { readonly clusterRoleSelectors: readonly { matchLabels: Record<string, string> }[] }
}

interface Binding {
  readonly metadata: Meta
  readonly roleRef: { readonly kind: string; readonly name: string }
  readonly subjects?: readonly { readonly kind: string; readonly name: string; readonly namespace?: string }[]
}

const aggregateTo = 'rbac.authorization.k8s.io/aggregate-to-'
const groupPath = '/apis/rbac.authorization.k8s.io/v1'
const bootstrapped = 'labelSelector=kubernetes.io%2Fbootstrapping%3Drbac-defaults'

/** The text of `src/access/generated/built-in.ts`, from what an API server that has just started made itself. */
export async function builtInAccessText(server: Kubetest): Promise<string> {
  const roles = [
    ...(await listed<Role>(server, 'clusterroles', 73)),
    ...(await listed<Role>(server, 'roles', 7))
  ].flatMap(roleLines)
  const bindings = [
    ...(await listed<Binding>(server, 'clusterrolebindings', 54)),
    ...(await listed<Binding>(server, 'rolebindings', 7))
  ].flatMap(bindingLine)
  return `/** The roles and bindings that the API server makes itself, recorded from one. Do not edit. */
export const builtInRoles = \`
${roles.join('\n')}
\`

export const builtInBindings = \`
${bindings.join('\n')}
\`
`
}

/** They appear within seconds of the start. */
async function listed<T>(server: Kubetest, collection: string, atLeast: number): Promise<readonly T[]> {
  for (let patience = 100; ; patience--) {
    const { body } = await server.call('GET', `${groupPath}/${collection}?${bootstrapped}`)
    const { items = [] } = body as { items?: readonly T[] }
    if (items.length >= atLeast) return items
    if (patience === 0) throw new Error(`the server made only ${items.length} ${collection}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function roleLines({ metadata, rules, aggregationRule }: Role): string[] {
  const labels = Object.keys(metadata.labels ?? {}).filter((label) => label.startsWith(aggregateTo))
  const selected = (aggregationRule?.clusterRoleSelectors ?? []).flatMap(({ matchLabels }) => Object.keys(matchLabels))
  const header = [
    idOf(metadata),
    ...labels.map((label) => `>${label.slice(aggregateTo.length)}`),
    ...selected.map((label) => `<${label.slice(aggregateTo.length)}`)
  ].join(' ')
  return [header, ...(aggregationRule === undefined ? (rules ?? []).map(ruleLine) : [])]
}

function ruleLine({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: Rule): string {
  return ` ${[verbs, apiGroups, resources, resourceNames, nonResourceURLs].map((list) => (list ?? []).join()).join('|')}`
}

function bindingLine({ metadata, roleRef, subjects }: Binding): string[] {
  if (subjects === undefined) return []
  const names = subjects.map(
    ({ kind, namespace, name }) => `${kind}:${namespace === undefined ? '' : `${namespace}/`}${name}`
  )
  return [[idOf(metadata), `${roleRef.kind}:${roleRef.name}`, ...names].join(' ')]
}

function idOf({ namespace, name }: Meta): string {
  return namespace === undefined ? name : `${namespace}/${name}`
}
