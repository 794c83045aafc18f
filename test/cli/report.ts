/** The JSON report as a reader of its documentation would type it. */
import assert from 'node:assert/strict'
import { bulwark, type RunOptions } from './bulwark.ts'

export interface Finding {
  readonly control: string
  readonly severity: string
  readonly status: string
  readonly reason?: string
  readonly resource: { apiVersion: string; kind: string; namespace: string | null; name: string | null }
  readonly container: { name: string | null; type: string } | null
  readonly file: string | null
  readonly document: number | null
  readonly line: number | null
  readonly column: number | null
  readonly located: string | null
  readonly path: string
  readonly message: string
  readonly fix: string | null
  readonly fingerprint: string
  readonly maps: Record<string, string[]>
  readonly fails: string[]
  readonly exception: object | null
  readonly baseline?: boolean
}

export interface Report {
  readonly schemaVersion: number
  readonly frameworks: string[]
  readonly summary: {
    readonly files: number
    readonly resources: number
    readonly controls: number
    readonly status: Record<string, number>
    readonly findings: Record<string, number>
  }
  readonly findings: Finding[]
  readonly skipped: { file: string; document: number; reason: string }[]
  readonly errors: { file: string; line: number | null; column: number | null; message: string }[]
  readonly unread: { kind: string; group: string; namespace: string | null; reason: string }[]
}

/** Scans with `-o json`; the exit code is for the caller to judge, a fault of Bulwark's own is not accepted. */
export function scan(args: readonly string[], options: RunOptions = {}): Report & { readonly status: number | null } {
  const { status, stdout, stderr } = bulwark(['scan', ...args, '-o', 'json'], options)
  assert.ok(status !== 3 && stdout !== '', stderr)
  return { ...JSON.parse(stdout), status }
}

/** Errors as `file:line:column message`, skipped documents as `file#document reason`. */
export function troubles({ errors, skipped }: Report): string[] {
  return [
    ...errors.map(({ file, line, column, message }) => `${file}:${line ?? ''}:${column ?? ''} ${message}`),
    ...skipped.map(({ file, document, reason }) => `${file}#${document} ${reason}`)
  ]
}
