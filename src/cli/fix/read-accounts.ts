import { accountOf } from '../../access/accounts.ts'
import type { PodView } from '../../estate/workload.ts'
import type { SourceUnit } from '../../sources/unit.ts'

/** The service accounts that were read. */
export class ReadAccounts {
  readonly #names = new Set<string>()

  add({ resources }: SourceUnit): void {
    for (const { kind, name, namespace } of resources) {
      if (kind === 'ServiceAccount' && name !== null) this.#names.add(keyOf(name, namespace))
    }
  }

  /** `default` is there in every namespace, whether a file says so or not; nobody binds roles to it from elsewhere by intent. */
  has(pod: PodView): boolean {
    const { name, namespace } = accountOf(pod)
    return name === 'default' || this.#names.has(keyOf(name, namespace)) || this.#names.has(keyOf(name, null))
  }
}

function keyOf(name: string, namespace: string | null): string {
  return `${namespace ?? ''}/${name}`
}
