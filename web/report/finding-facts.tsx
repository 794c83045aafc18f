import { type ComponentChildren, Fragment } from 'preact'
import { containerOf, pathOf, placeOf, subjectOf } from '../model/describe.ts'
import type { Findings } from '../model/findings.ts'

const containerTypes = { container: 'Container', init: 'Init container', ephemeral: 'Ephemeral container' } as const

interface FindingFactsProps {
  readonly findings: Findings
  readonly finding: number
}

/** What a finding is about and where it stands. */
export function FindingFacts({ findings, finding }: FindingFactsProps) {
  const { data } = findings
  const container = containerOf(findings, finding)
  const place = placeOf(findings, finding)
  const path = pathOf(findings, finding)
  const apiVersion = data.texts[data.objects.apiVersion[findings.object[finding] ?? 0] ?? 0] ?? ''
  return (
    <dl class="facts">
      <Fact name="Object">
        {subjectOf(findings, finding)} <span class="api">{apiVersion}</span>
      </Fact>
      {container !== undefined && <Fact name={containerTypes[container.type]}>{container.name ?? '(no name)'}</Fact>}
      {place !== '' && (
        <Fact name="File">
          <Breakable text={place} />
        </Fact>
      )}
      {path !== '' && (
        <Fact name="Field">
          <Breakable text={path} />
        </Fact>
      )}
    </dl>
  )
}

/** Lines end behind a dot or slash rather than within a name. */
function Breakable({ text }: { readonly text: string }) {
  const parts = text.split(/(?<=[./])/)
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={`${index}:${part}`}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
