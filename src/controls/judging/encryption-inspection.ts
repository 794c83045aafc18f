import { isMapping, type Mapping } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import { groupOf } from '../../estate/resource.ts'
import { fails, type Inspection, passes } from '../analysis.ts'

/** How Secrets are written to etcd: the first provider of the first entry that is about them writes. */
export interface SecretWriter {
  /** `identity` writes as it is. */
  readonly provider: string
  /** What the provider is told. */
  readonly options: Mapping
}

/**
 * Judges how an EncryptionConfiguration writes Secrets.
 * @param problem What is wrong with the provider, or with having none; null for nothing.
 */
export function encryptionInspection(problem: (writer: SecretWriter | null) => string | null): Inspection {
  return {
    reads: ['EncryptionConfiguration'],
    *inspect(resource) {
      if (groupOf(resource.apiVersion) !== 'apiserver.config.k8s.io') return
      if (resource.kind !== 'EncryptionConfiguration') return
      const { writer, path } = writerOfSecrets(resource.object)
      const found = problem(writer)
      yield found === null ? passes(resource) : fails(resource, found, { path })
    }
  }
}

/** `*.` stands for the core group, `*.*` for everything. */
const namesOfSecrets: ReadonlySet<unknown> = new Set(['secrets', '*.', '*.*'])

function writerOfSecrets({ resources }: Mapping): { readonly writer: SecretWriter | null; readonly path: Path } {
  const entries: readonly unknown[] = Array.isArray(resources) ? resources : []
  const index = entries.findIndex(
    (entry) =>
      isMapping(entry) && Array.isArray(entry.resources) && entry.resources.some((name) => namesOfSecrets.has(name))
  )
  const entry = entries[index]
  if (!isMapping(entry)) return { writer: null, path: ['resources'] }
  const path = ['resources', index, 'providers', 0]
  const first: unknown = Array.isArray(entry.providers) ? entry.providers[0] : undefined
  const [provider, options] = isMapping(first) ? (Object.entries(first)[0] ?? []) : []
  if (provider === undefined) return { writer: null, path }
  return { writer: { provider, options: isMapping(options) ? options : {} }, path: [...path, provider] }
}
