import type { Control } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'
import { jsonOf } from '../json-text.ts'
import { type Standing, standingOf } from '../standing.ts'

/** What `result` can be, and a summary counts. */
export const outcomes = ['pass', 'fail', 'warn', 'error', 'skip'] as const
export type Outcome = (typeof outcomes)[number]

/**
 * `warn` is what is not met and does not count, `error` what could not be evaluated, and `skip` what was left out by the
 * user's wish.
 */
const outcomeOf: Readonly<Record<Standing, Outcome>> = {
  pass: 'pass',
  fail: 'fail',
  known: 'warn',
  unknown: 'error',
  excepted: 'skip'
}

/** No name that Kubernetes takes is longer, and no message of ours. */
const longestText = 2000

/**
 * A finding as a result of a report, on one line.
 * @param control Undefined where it is not known.
 */
export function resultOf(finding: Finding, control: Control | undefined): { text: string; outcome: Outcome } {
  const { control: id, severity, message, reason, resource } = finding
  const outcome = outcomeOf[standingOf(finding)]
  const { apiVersion, kind, namespace, name } = resource
  const reference = {
    apiVersion: short(apiVersion),
    kind: short(kind),
    ...(namespace === null ? {} : { namespace: short(namespace) }),
    ...(name === null ? {} : { name: short(name) })
  }
  const result = {
    source: 'bulwark',
    policy: id,
    rule: control?.title ?? id,
    severity,
    result: outcome,
    scored: outcome === 'pass' || outcome === 'fail',
    resources: [reference],
    message: short(reason === null ? message : `${message}: ${reason}`),
    properties: propertiesOf(finding)
  }
  return { text: jsonOf(result), outcome }
}

/** Every value is text, as the API wants it. */
function propertiesOf(finding: Finding): Record<string, string> {
  const { file, line, path, container, fix, fails, fingerprint, exception } = finding
  const properties: Record<string, string> = { fingerprint }
  if (path !== '') properties.path = short(path)
  if (file !== null) properties.file = short(file)
  if (line !== null) properties.line = String(line)
  if (container?.name != null) properties.container = short(container.name)
  if (fix !== null) properties.fix = fix
  if (fails.length > 0) properties.frameworks = fails.join(', ')
  if (exception !== null) {
    properties.exception = short(exception.id)
    properties.exceptionOwner = short(exception.owner)
    properties.exceptionReason = short(exception.reason)
    properties.exceptionExpires = exception.expires
  }
  return properties
}

function short(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`
}
