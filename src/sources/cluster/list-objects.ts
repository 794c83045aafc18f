import { makeResource, type Resource } from '../../estate/resource.ts'
import type { Cluster } from './connect.ts'
import { ConnectionFault } from './connection/connection-fault.ts'
import type { ServedKind } from './discover.ts'
import { ListFault } from './list-fault.ts'
import { listKind } from './list-kind.ts'

/** All objects of a kind, or why the cluster does not give them. */
export async function listObjects({ client }: Cluster, kind: ServedKind): Promise<Resource[] | string> {
  const apiVersion = kind.group === '' ? kind.version : `${kind.group}/${kind.version}`
  const read: Resource[] = []
  try {
    for await (const page of listKind(client, { ...kind, detail: 'whole' }, null)) {
      for (const object of page)
        read.push(makeResource(apiVersion, kind.kind, object, { file: null, document: 0, prefix: [] }))
    }
    return read
  } catch (error) {
    if (error instanceof ListFault || error instanceof ConnectionFault) return error.message
    throw error
  }
}
