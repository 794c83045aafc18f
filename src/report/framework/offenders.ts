import type { Control } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'
import type { FindingSink } from '../../scan/scan.ts'

/** One finding as evidence for an item. */
export interface Offender {
  readonly control: string
  readonly severity: string
  readonly status: 'fail' | 'unknown' | 'excepted'
  /** `Deployment shop/web`. */
  readonly object: string
  /** As the user named it; null for a live object. */
  readonly file: string | null
  readonly line: number | null
  readonly message: string
  /** Why it is tolerated, or why nobody can tell. */
  readonly note: string | null
}

/** Gathers findings by control, to be shown below the items that the controls answer. */
export class Offenders implements FindingSink {
  readonly #byControl = new Map<string, Offender[]>()
  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      const { control, status } = finding
      if (status === 'pass') continue
      const offender = offenderOf(finding, status)
      const own = this.#byControl.get(control)
      if (own === undefined) this.#byControl.set(control, [offender])
      else own.push(offender)
    }
  }

  /** The findings of these controls, in the controls' order. */
  of(controls: readonly Control[]): readonly Offender[] {
    return controls.flatMap(({ id }) => this.#byControl.get(id) ?? [])
  }
}

function offenderOf(finding: Finding, status: Offender['status']): Offender {
  const { control, severity, resource, file, line, message, reason, exception } = finding
  const { kind, namespace, name } = resource
  const tolerated = exception === null ? null : `until ${exception.expires} by ${exception.owner}: ${exception.reason}`
  return {
    control,
    severity,
    status,
    object: `${kind} ${namespace === null ? '' : `${namespace}/`}${name ?? '(no name)'}`,
    file,
    line,
    message,
    note: tolerated ?? reason
  }
}
