import type { ApiClient } from './connection/api-client.ts'
import { leanObject } from './lean-object.ts'
import { refusal } from './list-fault.ts'
import type { Page } from './list-kind.ts'
import type { Wanted } from './served-kinds.ts'

export function isNamespace({ kind, group }: Wanted): boolean {
  return kind === 'Namespace' && group === ''
}

/**
 * Gives one Namespace, asked for by its name: a role in it can allow that, but not to list all of them.
 * @throws ListFault where the server refuses, ConnectionFault where it does not answer.
 */
export async function* getNamespace(client: ApiClient, wanted: Wanted, name: string): AsyncGenerator<Page> {
  const answer = await client.get(`/api/v1/namespaces/${encodeURIComponent(name)}`)
  if ('value' in answer) yield leanObject(answer.value, wanted)
  // Deleted since the scan began.
  else if (answer.status !== 404) throw refusal(answer)
}
