import { formatPath } from '../../estate/path.ts'
import type { ChartValuesRemark } from '../../report/rtf/chart-values.ts'
import type { RtfFacts } from '../../rtf/facts/facts.ts'
import { agentValues, valuesRemarks } from '../../rtf/values/agent-values.ts'
import type { SourceUnit } from '../../sources/unit.ts'
import { locateAll } from '../../yaml/locate.ts'

/** What a file says of the agent's chart. */
export interface ValuesInUnit {
  readonly remarks: readonly ChartValuesRemark[]
  /** Documents, from 0, that hold such values: they were read, though they are no objects. */
  readonly documents: ReadonlySet<number>
}

/** What is wrong in the values of the agent's chart that a file holds. */
export function valuesInUnit({ file, text, documents, locate, live }: SourceUnit, facts: RtfFacts): ValuesInUnit {
  // Of what was rendered, the text is not the user's.
  if (live || locate !== null) return { remarks: [], documents: new Set() }
  const held = new Set<number>()
  const remarks = documents.flatMap((document): ChartValuesRemark[] => {
    const values = agentValues(document.value)
    if (values === null) return []
    held.add(document.index)
    const found = valuesRemarks(values, facts)
    const positions = locateAll(
      text,
      document,
      found.map(({ path }) => path)
    )
    return found.map(({ path, message }, index) => {
      const { line = 1, column = 1 } = positions[index] ?? {}
      return { file, line, column, path: formatPath(path), message }
    })
  })
  return { remarks, documents: held }
}
