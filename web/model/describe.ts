import type { ContainerData, ControlData, SeverityName, StatusName } from '../../src/report/html/report-data.ts'
import { type Findings, severities } from './findings.ts'

/** A finding's control. */
export function controlOf({ data, control }: Findings, finding: number): ControlData {
  const found = data.controls[control[finding] ?? 0]
  if (found === undefined) throw new Error(`finding ${finding} has no control`)
  return found
}

export function severityOf({ severity }: Findings, finding: number): SeverityName {
  return severities[severity[finding] ?? 0] ?? 'low'
}

export function statusOf({ data, status }: Findings, finding: number): StatusName {
  return data.findings.statuses[status[finding] ?? 0] ?? 'fail'
}

/** What is wrong, as a sentence without its full stop. */
export function messageOf({ data, where, message }: Findings, finding: number): string {
  const text = `${textAt(data.texts, where[finding])} ${textAt(data.texts, message[finding])}`.trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `Deployment shop/web`. */
export function subjectOf({ data, object }: Findings, finding: number): string {
  const index = object[finding] ?? 0
  const kind = textAt(data.texts, data.objects.kind[index])
  return `${kind} ${qualifiedName(data, index)}`.trim()
}

/** `shop/web`, as users write it. */
export function qualifiedName({ objects, texts }: Findings['data'], object: number): string {
  const namespace = textAt(texts, objects.namespace[object])
  const name = textAt(texts, objects.name[object])
  return namespace === '' ? name : `${namespace}/${name}`
}

/** `web.yaml:21`; empty for live objects. */
export function placeOf({ data, file, line }: Findings, finding: number): string {
  const name = textAt(data.texts, file[finding])
  const number = line[finding] ?? 0
  return number === 0 ? name : `${name}:${number}`
}

export function pathOf({ data, path }: Findings, finding: number): string {
  return textAt(data.texts, path[finding])
}

export function containerOf({ data, container }: Findings, finding: number): ContainerData | undefined {
  return data.containers[(container[finding] ?? 0) - 1]
}

/** Sixteen hexadecimal digits. */
export function fingerprintOf({ data }: Findings, finding: number): string {
  return data.findings.fingerprints.slice(finding * fingerprintLength, (finding + 1) * fingerprintLength)
}

/** The first finding with that fingerprint: one in two files has the same. */
export function findingWithFingerprint({ data }: Findings, fingerprint: string): number | undefined {
  if (fingerprint.length !== fingerprintLength) return undefined
  const { fingerprints } = data.findings
  let at = fingerprints.indexOf(fingerprint)
  while (at % fingerprintLength > 0) at = fingerprints.indexOf(fingerprint, at + 1)
  return at === -1 ? undefined : at / fingerprintLength
}

const fingerprintLength = 16

function textAt(texts: readonly string[], index: number | undefined): string {
  return texts[index ?? 0] ?? ''
}
