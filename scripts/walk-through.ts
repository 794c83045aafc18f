import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/**
 * The README of the samples with its table of findings as they are: before, after each step.
 * @throws Error where a step fails, or the document has no such table.
 */
export function withFindings(document: string): string {
  let current = document
  for (const [step, findings] of steps()) {
    const row = new RegExp(`^\\| ${step} \\|.*$`, 'm')
    if (!row.test(current)) throw new Error(`the document has no row "${step}"`)
    current = current.replace(row, `| ${step} | ${findings} |`)
  }
  return current
}

function steps(): [string, string][] {
  const folder = mkdtempSync(join(tmpdir(), 'bulwark-walk-'))
  try {
    cpSync(join(root, 'samples/mule'), folder, { recursive: true })
    const before = findingsIn(folder)
    run(folder, 'rtf', 'template', '.', '--write')
    run(folder, 'fix', '.', '--write', '--grade', 'review', '--companions', '-f', 'rtf', '--fail-on', 'none')
    const after = findingsIn(folder)
    const shown = run(folder, 'rtf', 'inspect', '.')
    const exceptions = shown.slice(shown.indexOf('exceptions:\n')).replaceAll('WHO-ANSWERS-FOR-IT', 'us@shop.example')
    writeFileSync(join(folder, 'bulwark.yaml'), exceptions)
    return [
      ['before', before],
      ['after both commands', after],
      ['with the exception', findingsIn(folder)]
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** As cells of a table, by severity. */
function findingsIn(folder: string): string {
  const { summary } = JSON.parse(run(folder, 'scan', '.', '-f', 'rtf', '--fail-on', 'none', '-o', 'json')) as {
    summary: { findings: Readonly<Record<'critical' | 'high' | 'medium' | 'low', number>> }
  }
  const { critical, high, medium, low } = summary.findings
  return `${critical} | ${high} | ${medium} | ${low}`
}

function run(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(join(root, 'bin/bulwark'), args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`bulwark ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
  return stdout
}
