import { accountOf } from '../../access/accounts.ts'
import type { Resource } from '../../estate/resource.ts'
import type { NamespaceContents } from './namespace-contents.ts'

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

  /** That of the workload, with its kind where another one has taken it. An account that is there and unused is taken. */
  of(workload: Resource): { readonly name: string; readonly exists: boolean } {
    const base = workload.name ?? workload.generateName?.replace(/-+$/, '') ?? workload.kind.toLowerCase()
    const wanted = base === 'default' ? `${base}-${workload.kind.toLowerCase()}` : base
    for (let number = 1; ; number++) {
      const name = [wanted, `${wanted}-${workload.kind.toLowerCase()}`][number - 1] ?? `${wanted}-${number}`
      const user = this.#used.get(name)
      // Several manifests of one workload, such as one for each environment, share its account.
      if (user !== undefined && user !== identity(workload)) continue
      const made = user !== undefined && !this.#present.has(name)
      this.#used.set(name, identity(workload))
      return { name, exists: made || this.#present.has(name) }
    }
  }
}

function identity({ kind, name, generateName }: Resource): string {
  return `${kind}/${name ?? generateName ?? ''}`
}
