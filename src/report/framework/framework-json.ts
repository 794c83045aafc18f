import { jsonOf } from '../json-text.ts'
import type { FrameworkReport, ReportedItem } from './framework-report.ts'

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
export const frameworkSchemaVersion = 1

/** The report as JSON, an item on each line, in parts to be written one after the other. */
export function* frameworkJson({ framework, version, items, counts, result }: FrameworkReport): Generator<string> {
  const head = { schemaVersion: frameworkSchemaVersion, framework, version, counts }
  yield `${jsonOf(head).slice(0, -1)},"items":[`
  for (const [index, item] of items.entries()) yield `${index === 0 ? '' : ','}\n${jsonOf(itemObject(item))}`
  yield '],\n"errors":['
  for (const [index, { file, line, column, message }] of result.errors.entries())
    yield `${index === 0 ? '' : ','}\n${jsonOf({ file, line, column, message })}`
  yield ']}\n'
}

function itemObject({
  item,
  chapter,
  automation,
  status,
  controls,
  findings,
  passed,
  excepted,
  unknown,
  provider,
  record,
  offenders
}: ReportedItem): object {
  return {
    id: item.id,
    title: item.title,
    chapter,
    automation,
    status,
    controls: controls.map(({ id }) => id),
    findings,
    passed,
    excepted,
    unknown,
    provider,
    question: item.evidence ?? null,
    appliedBy: item.appliedBy ?? [],
    evidence: record,
    objects: offenders
  }
}
