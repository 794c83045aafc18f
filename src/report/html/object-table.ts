import type { Finding, ResourceIdentity } from '../../scan/finding.ts'
import type { ObjectColumns } from './report-data.ts'
import type { TextTable } from './text-table.ts'

/** The objects that findings are about. Two manifests of the same object are two. */
export class ObjectTable {
  readonly #texts: TextTable
  readonly #rows = new WeakMap<ResourceIdentity, number>()
  readonly #rowsByKey = new Map<string, number>()
  readonly columns = { apiVersion: [], kind: [], namespace: [], name: [] } satisfies ObjectColumns as {
    readonly [column in keyof ObjectColumns]: number[]
  }

  constructor(texts: TextTable) {
    this.#texts = texts
  }

  /** Findings of one object have it in common, unless they come at different times: then it is the same by name and place. */
  indexOf({ resource, file, document }: Finding): number {
    let row = this.#rows.get(resource)
    if (row !== undefined) return row
    const { apiVersion, kind, namespace, name } = resource
    const key = JSON.stringify([apiVersion, kind, namespace, name, file, document])
    row = this.#rowsByKey.get(key) ?? this.#add(resource)
    this.#rows.set(resource, row)
    this.#rowsByKey.set(key, row)
    return row
  }

  #add({ apiVersion, kind, namespace, name }: ResourceIdentity): number {
    this.columns.apiVersion.push(this.#texts.indexOf(apiVersion))
    this.columns.kind.push(this.#texts.indexOf(kind))
    this.columns.namespace.push(this.#texts.indexOf(namespace))
    return this.columns.name.push(this.#texts.indexOf(name)) - 1
  }
}
