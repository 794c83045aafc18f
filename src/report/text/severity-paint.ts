import type { Severity } from '../../controls/control.ts'
import type { Paint } from '../paint.ts'

/** Severities in their colours; the name is always there too. */
export function severityPaint(paint: Paint, severity: Severity): (text: string) => string {
  if (severity === 'critical' || severity === 'high') return paint.red
  return severity === 'medium' ? paint.yellow : paint.blue
}
