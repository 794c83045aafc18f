import { isMapping, type Mapping } from '../../estate/mapping.ts'
import { type Path, valueAt } from '../../estate/path.ts'
import type { RtfFacts } from '../facts/facts.ts'

/** Something that is wrong in the values of the agent's chart. Values are never told. */
export interface ValuesRemark {
  /** From the document's root. */
  readonly path: Path
  readonly message: string
}

/** Under these a chart of one's own, of which the agent's is a part, holds its values. */
const subchart = 'rtf-agent'

const proxies = ['http_proxy', 'monitoring_proxy', 'https_proxy'] as const
const withPassword = /^[a-z][a-z0-9+.-]*:\/\/[^/@\s:]+:[^/@\s]+@/i

/**
 * Where in a document the values of the agent's chart stand, which is told by keys that no other chart has (page:
 * install-helm); null where it holds none.
 */
export function agentValues(document: unknown): { readonly values: Mapping; readonly path: Path } | null {
  if (!isMapping(document) || 'apiVersion' in document) return null
  const nested = document[subchart]
  if (isMapping(nested) && isOfAgent(nested)) return { values: nested, path: [subchart] }
  return isOfAgent(document) ? { values: document, path: [] } : null
}

function isOfAgent(values: Mapping): boolean {
  const isActivated = 'activationData' in values && 'muleLicense' in values
  return isActivated || valueAt(values, ['global', 'image', 'rtfRegistry']) !== undefined
}

/** What is wrong in the values of the agent's chart. */
export function valuesRemarks(
  { values, path }: { readonly values: Mapping; readonly path: Path },
  facts: Pick<RtfFacts, 'internalRegistries'>
): ValuesRemark[] {
  const remarks: ValuesRemark[] = []
  const note = (at: Path, message: string): void => {
    remarks.push({ path: [...path, ...at], message })
  }
  for (const name of proxies) {
    const url = valueAt(values, ['proxy', name])
    if (typeof url !== 'string') continue
    if (withPassword.test(url)) {
      note(
        ['proxy', name],
        'the proxy has its password in its URL: let the proxy know the cluster by its addresses, or set the value at installation from a store of secrets'
      )
    }
    if (name === 'monitoring_proxy' && /^socks/i.test(url)) {
      note(['proxy', name], 'since 2.6.22 monitoring takes HTTP proxies alone')
    }
  }
  const registry = valueAt(values, ['global', 'image', 'rtfRegistry'])
  if (typeof registry === 'string' && facts.internalRegistries.some((host) => registry.startsWith(host))) {
    note(
      ['global', 'image', 'rtfRegistry'],
      'the registry is one for tests inside MuleSoft: name that of your control plane, or your own'
    )
  }
  if (valueAt(values, ['global', 'authorizedNamespaces']) !== true) {
    note(
      ['global', 'authorizedNamespaces'],
      'the agent may act in every namespace: set true, and list namespaces in ConfigMap authorized-namespaces before the installation'
    )
  }
  for (const name of ['activationData', 'muleLicense']) {
    const written = values[name]
    if (typeof written === 'string' && written.length > 0 && !/^<.*>$|\$\{|\{\{/.test(written)) {
      note([name], `${name} is a secret that stands in the file: set it at installation, from a store of secrets`)
    }
  }
  return remarks
}
