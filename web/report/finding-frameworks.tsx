import type { Findings } from '../model/findings.ts'

const names: Readonly<Record<string, string>> = {
  guide: 'MuleSoft guide',
  nsa: 'NSA/CISA',
  cis: 'CIS benchmark',
  pss: 'Pod Security',
  kubescape: 'Kubescape',
  attack: 'MITRE ATT&CK',
  microsoft: 'Microsoft threat matrix',
  owasp: 'OWASP Kubernetes'
}

interface FindingFrameworksProps {
  readonly findings: Findings
  readonly finding: number
}

/** Who asks for it, by which item. */
export function FindingFrameworks({ findings: { data, maps, fails }, finding }: FindingFrameworksProps) {
  const items = Object.entries(data.maps[maps[finding] ?? 0] ?? {})
  const failed = data.fails[fails[finding] ?? 0] ?? []
  if (items.length === 0) return null
  return (
    <>
      <h4>Asked for by</h4>
      {failed.length > 0 && <p class="note">Fails {failed.join(', ')}.</p>}
      <dl class="frameworks">
        {items.map(([framework, ids]) => (
          <div key={framework}>
            <dt>{names[framework] ?? framework}</dt>
            <dd>
              <ul>
                {ids.map((id) => (
                  <li key={id}>
                    <span class="item">{id}</span> {data.items[framework]?.[id]}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
