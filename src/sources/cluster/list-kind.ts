import { isMapping, type Mapping, stringAt } from '../../estate/mapping.ts'
import type { ApiClient } from './connection/api-client.ts'
import { ConnectionFault } from './connection/connection-fault.ts'
import type { Detail } from './kinds.ts'
import { leanObject } from './lean-object.ts'
import { ListFault, refusal } from './list-fault.ts'
import type { Wanted } from './served-kinds.ts'

/** Some objects of one kind. */
export type Page = readonly Mapping[]

/** Objects that a page holds at most. */
const largestPage = 500
/** Where objects of a kind may be as large as a megabyte, the first page finds out. */
const firstPage = 50
/** What a page should weigh, in bytes: objects become several times as large in memory. */
const pageWeight = 4 * 1024 * 1024
/** How often a list may begin anew because the server has forgotten its state. */
const restarts = 5

const accepted: Readonly<Record<Detail, string>> = {
  whole: 'application/json',
  metadata: 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json',
  type: 'application/json;as=Table;g=meta.k8s.io;v=v1,application/json'
}

/**
 * Lists one kind, in one namespace or everywhere, page by page. Where the server has forgotten the state that the list
 * began with, it begins anew, and objects that were given are left out.
 * @throws ListFault where the server refuses, ConnectionFault where it does not answer.
 */
export async function* listKind(client: ApiClient, wanted: Wanted, namespace: string | null): AsyncGenerator<Page> {
  const path = listPath(wanted, namespace)
  const given = new Set<string>()
  let limit = wanted.kind === 'ConfigMap' ? firstPage : largestPage
  let token: string | null = null
  let left = restarts
  let ceiling = largestPage
  while (true) {
    const answer = await ask(client, path, accepted[wanted.detail], limit, token)
    if (answer === 'too large') {
      ceiling = Math.max(1, Math.floor(limit / 4))
      limit = ceiling
      continue
    }
    if (answer === 'expired') {
      if (left-- === 0) throw new ListFault('the list expires again and again before it is read', false)
      token = null
      continue
    }
    if (answer === 'not there') return
    const { items, next, bytes } = answer
    yield items.flatMap((item) => leanObject(item, wanted)).filter((object) => isNew(object, given))
    if (next === null) return
    token = next
    limit = Math.min(ceiling, nextLimit(limit, items.length, bytes))
  }
}

function listPath({ group, version, resource }: Wanted, namespace: string | null): string {
  const root = group === '' ? `/api/${version}` : `/apis/${group}/${version}`
  return namespace === null ? `${root}/${resource}` : `${root}/namespaces/${encodeURIComponent(namespace)}/${resource}`
}

interface Items {
  readonly items: readonly unknown[]
  /** Where the next page continues; null after the last. */
  readonly next: string | null
  readonly bytes: number
}

async function ask(
  client: ApiClient,
  path: string,
  accept: string,
  limit: number,
  token: string | null
): Promise<Items | 'too large' | 'expired' | 'not there'> {
  const query = new URLSearchParams({ limit: String(limit), ...(token === null ? {} : { continue: token }) })
  try {
    const answer = await client.get(`${path}?${query}`, accept)
    if ('value' in answer) return itemsOf(answer.value, answer.bytes)
    if (answer.status === 410) return 'expired'
    // Removed since the server said that it serves it.
    if (answer.status === 404) return 'not there'
    throw refusal(answer)
  } catch (error) {
    if (error instanceof ConnectionFault && error.kind === 'oversized' && limit > 1) return 'too large'
    throw error
  }
}

function itemsOf(list: Mapping, bytes: number): Items {
  const items = list.kind === 'Table' ? tableRows(list) : list.items
  if (items !== null && items !== undefined && !Array.isArray(items)) {
    throw new ListFault('the API server answers with something else than a list', false)
  }
  const next = isMapping(list.metadata) ? stringAt(list.metadata, 'continue') : null
  return { items: items ?? [], next: next === '' ? null : next, bytes }
}

/** Rows of a table as objects: their metadata, and the column of that name as `type`. */
function tableRows({ columnDefinitions, rows }: Mapping): unknown[] {
  const columns = Array.isArray(columnDefinitions) ? columnDefinitions.filter(isMapping) : []
  const type = columns.findIndex(({ name }) => name === 'Type')
  return (Array.isArray(rows) ? rows : []).filter(isMapping).map(({ object, cells }) => ({
    metadata: isMapping(object) ? object.metadata : undefined,
    type: Array.isArray(cells) ? cells[type] : undefined
  }))
}

function isNew({ metadata }: Mapping, given: Set<string>): boolean {
  const uid = isMapping(metadata) ? stringAt(metadata, 'uid') : null
  if (uid === null) return true
  if (given.has(uid)) return false
  given.add(uid)
  return true
}

function nextLimit(limit: number, count: number, bytes: number): number {
  const weight = Math.max(1, bytes / Math.max(1, count))
  const fitting = Math.floor(pageWeight / weight)
  return Math.max(1, Math.min(fitting, limit * 10))
}
