import { isMapping, type Mapping, mappingAt } from '../../../src/estate/mapping.ts'
import { collectionsOf, groupPath } from '../../api-collections.ts'
import type { ApiAnswer, Kubetest } from '../../kubetest.ts'
import type { DocumentPair } from './documents.ts'

type Collections = Awaited<ReturnType<typeof collectionsOf>>

/** What the API server said of objects before and after they were fixed. */
export interface Admitted {
  /** Objects that it takes as they were. */
  taken: number
  /** Objects of kinds that it does not know, or that it refuses as they were. */
  readonly otherwise: Map<string, number>
  /** What it takes no longer, or warns of for the first time. */
  readonly worse: string[]
}

/** Asks a real API server, in dry runs, whether it takes each object that it took before it was fixed. */
export class Admission {
  readonly #server: Kubetest
  readonly #collections = new Map<string, Collections>()
  readonly #made = new Set<string>()

  constructor(server: Kubetest) {
    this.#server = server
  }

  async compare(pairs: readonly DocumentPair[]): Promise<Admitted> {
    const result: Admitted = { taken: 0, otherwise: new Map(), worse: [] }
    for (const { file, index, before, after } of pairs) {
      const [olds, nows] = [itemsOf(before), itemsOf(after)]
      for (const [at, old] of olds.entries()) {
        const now = nows[at] ?? {}
        const first = await this.#create(old)
        if (typeof first === 'string' || first.status !== 201) {
          const why = typeof first === 'string' ? first : `refused as it was (${first.status})`
          result.otherwise.set(why, (result.otherwise.get(why) ?? 0) + 1)
          continue
        }
        result.taken++
        const then = await this.#create(now)
        const where = `${file}, document ${index}, ${String(old.kind)}`
        if (typeof then === 'string' || then.status !== 201) result.worse.push(`${where}: ${messageOf(then)}`)
        else {
          const warnings = then.warnings.filter((warning) => !isKnown(warning, first.warnings))
          if (warnings.length > 0) result.worse.push(`${where}: ${warnings.join('; ')}`)
        }
      }
    }
    return result
  }

  async #create(object: Mapping): Promise<ApiAnswer | string> {
    const { apiVersion, kind } = object
    const collection = (await this.#of(String(apiVersion))).get(String(kind))
    if (collection === undefined) return 'of a kind that is not served'
    const namespace = String(mappingAt(object, 'metadata')?.namespace ?? 'default')
    await this.#prepare(object, namespace)
    const inside = collection.namespaced ? `/namespaces/${namespace}` : ''
    const path = `${groupPath(String(apiVersion))}${inside}/${collection.plural}?dryRun=All&fieldValidation=Warn`
    return this.#server.call('POST', path, object)
  }

  async #of(apiVersion: string): Promise<Collections> {
    const known = this.#collections.get(apiVersion)
    if (known !== undefined) return known
    const found = await collectionsOf(this.#server, apiVersion)
    this.#collections.set(apiVersion, found)
    return found
  }

  /** The namespace, and what a pod refers to that has to be there. */
  async #prepare(object: Mapping, namespace: string): Promise<void> {
    await this.#make('/api/v1/namespaces', namespace)
    const spec = mappingAt(object, 'spec') ?? {}
    const account = String(spec.serviceAccountName ?? spec.serviceAccount ?? 'default')
    await this.#make(`/api/v1/namespaces/${namespace}/serviceaccounts`, account)
    const { priorityClassName } = spec
    if (typeof priorityClassName === 'string' && !priorityClassName.startsWith('system-'))
      await this.#make('/apis/scheduling.k8s.io/v1/priorityclasses', priorityClassName, { value: 1000 })
  }

  async #make(path: string, name: string, more: Mapping = {}): Promise<void> {
    if (this.#made.has(`${path}/${name}`)) return
    this.#made.add(`${path}/${name}`)
    await this.#server.call('POST', path, { metadata: { name }, ...more })
  }
}

/** What a pod still lacks of the restricted level is fewer things than before, in other words. */
function isKnown(warning: string, before: readonly string[]): boolean {
  return before.includes(warning) || warning.includes('would violate PodSecurity')
}

/** The objects of a document: its own, or those of a list. */
function itemsOf(value: unknown): Mapping[] {
  if (!isMapping(value)) return []
  const { items } = value
  return String(value.kind).endsWith('List') && Array.isArray(items) ? items.flatMap(itemsOf) : [value]
}

function messageOf(answer: ApiAnswer | string): string {
  if (typeof answer === 'string') return answer
  return isMapping(answer.body) ? String(answer.body.message) : String(answer.status)
}
