import type { Exception } from './exception.ts'
import { exceptionGroup, exceptionKind } from './granted.ts'

/** An exception as an object for a cluster, in YAML that is valid JSON where it is nested. */
export function hardeningException({ id, ...spec }: Exception): string {
  const lines = Object.entries(spec).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}\n`)
  return `apiVersion: ${exceptionGroup}/v1alpha1
kind: ${exceptionKind}
metadata:
  name: ${JSON.stringify(id)}
spec:
${lines.join('')}`
}
