import type { Kubetest } from './kubetest.ts'

/** Where the API server keeps the objects of a kind. */
export interface Collection {
  readonly plural: string
  readonly namespaced: boolean
}

/** The collections of one `apiVersion` by kind, as the server's discovery lists them. Empty where it does not serve it. */
export async function collectionsOf(server: Kubetest, apiVersion: string): Promise<ReadonlyMap<string, Collection>> {
  const { status, body } = await server.call('GET', groupPath(apiVersion))
  if (status !== 200) return new Map()
  const { resources } = body as { resources: { name: string; kind: string; namespaced: boolean }[] }
  return new Map(
    resources
      .filter(({ name }) => !name.includes('/'))
      .map(({ name, kind, namespaced }) => [kind, { plural: name, namespaced }])
  )
}

/** `v1` is served below `/api/v1`, `apps/v1` below `/apis/apps/v1`. */
export function groupPath(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`
}
