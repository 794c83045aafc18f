import { accountOf } from '../../access/accounts.ts'
import type { Resource } from '../../estate/resource.ts'
import type { NamespaceContents } from './namespace-contents.ts'
import { plainName } from './plain-name.ts'

/** Names for accounts of workloads, each for one workload. */
export class AccountNames {
  /** Accounts that are there. */
  readonly #present: ReadonlySet<string>
  /** Accounts that somebody uses, or will. */
  readonly #used = new Map<string, string>()

  constructor({ resources, pods }: NamespaceContents) {
    this.#present = new Set(resources.filter(({ kind }) => kind === 'ServiceAccount').map(({ name }) => name ?? ''))
    for (const view of pods) this.#used.set(accountOf(view).name, identity(view.resource))
  }

  /**
   * That of the workload, with its kind where another one has taken it.
   * @returns `exists` for one that is there and unused, `made` for one that another manifest of the workload has asked for.
   */
  of(workload: Resource): { readonly name: string; readonly exists: boolean; readonly made: boolean } {
    const base = plainName(workload)
    const kind = workload.kind.toLowerCase()
    const wanted = base === 'default' ? `${base}-${kind}` : base
    for (let number = 1; ; number++) {
      const name = [wanted, `${wanted}-${kind}`][number - 1] ?? `${wanted}-${number}`
      const user = this.#used.get(name)
      if (user !== undefined && user !== identity(workload)) continue
      this.#used.set(name, identity(workload))
      const exists = this.#present.has(name)
      return { name, exists, made: user !== undefined && !exists }
    }
  }
}

function identity({ kind, name, generateName }: Resource): string {
  return `${kind}/${name ?? generateName ?? ''}`
}
