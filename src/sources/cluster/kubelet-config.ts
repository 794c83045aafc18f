import { mappingAt } from '../../estate/mapping.ts'
import { makeResource, type Resource } from '../../estate/resource.ts'
import { bareUnit, type SourceUnit } from '../unit.ts'
import type { ApiClient } from './connection/api-client.ts'
import { ConnectionFault } from './connection/connection-fault.ts'
import { ListFault, refusal } from './list-fault.ts'
import { inOrder } from './ordered-reads.ts'

const group = 'kubelet.config.k8s.io'
const apiVersion = `${group}/v1beta1`
const kind = 'KubeletConfiguration'

/** Kubelets that are asked at the same time. */
const atOnce = 5

/**
 * The configuration that each kubelet runs with, flags and defaults included, as it tells through the API server's proxy
 * to its node. That needs the right to get `nodes/proxy`; without it, and for a kubelet that does not answer, verdicts on
 * kubelets are unknown.
 * @param nodes Names of nodes; null where they could not be listed.
 */
export async function* readKubeletConfigs(
  client: ApiClient,
  file: string,
  nodes: readonly string[] | null
): AsyncGenerator<SourceUnit> {
  if (nodes === null) {
    yield unreadUnit(file, 'the nodes, whose kubelets are asked, could not be listed', null)
    return
  }
  let refused: string | null = null
  yield* inOrder(
    nodes.map(
      (node) =>
        async function* () {
          // What one kubelet may not be asked, none may.
          if (refused !== null) return
          try {
            yield bareUnit(file, { live: true, resources: [await kubeletConfig(client, node)] })
          } catch (error) {
            if (!(error instanceof ListFault || error instanceof ConnectionFault)) throw error
            const forbidden = error instanceof ListFault && error.forbidden
            if (forbidden && refused !== null) return
            if (forbidden) refused = error.message
            yield unreadUnit(file, `kubelet of node ${node}: ${error.message}`, forbidden ? null : node)
          }
        }
    ),
    atOnce
  )
}

async function kubeletConfig(client: ApiClient, node: string): Promise<Resource> {
  const answer = await client.get(`/api/v1/nodes/${encodeURIComponent(node)}/proxy/configz`)
  if (!('value' in answer)) throw refusal(answer)
  const configuration = mappingAt(answer.value, 'kubeletconfig')
  if (configuration === undefined) throw new ListFault('its answer holds no kubelet configuration', false)
  const object = { ...configuration, apiVersion, kind, metadata: { name: node } }
  return makeResource(apiVersion, kind, object, { file: null, document: 0, prefix: [] })
}

/** @param node Set where something is amiss with it, rather than with the rights of the account. */
function unreadUnit(file: string, reason: string, node: string | null): SourceUnit {
  const unread = [{ kind, group, namespace: null, reason }]
  const errors = node === null ? [] : [{ file, line: null, column: null, message: reason }]
  return bareUnit(file, { live: true, unread, errors })
}
