import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bulwark } from './bulwark.ts'
import type { Report } from './report.ts'

/** Of CPU, which a busy machine does not change much. */
const seconds = 2
/** Peak resident set. */
const megabytes = 300

const meter = new URL('cost-meter.ts', import.meta.url).href

/**
 * Scans with `-o json` in `cwd`.
 * @throws AssertionError where it took more than 2 seconds or 300 MB.
 */
export function scanMeasured(args: readonly string[], cwd: string): Report & { status: number | null; stderr: string } {
  const folder = mkdtempSync(join(tmpdir(), 'bulwark-cost-'))
  try {
    const file = join(folder, 'cost.json')
    const env = { NODE_OPTIONS: `--import=${meter}`, BULWARK_TEST_COST: file }
    const { status, stdout, stderr } = bulwark(['scan', ...args, '-o', 'json'], { cwd, env })
    assert.ok(status !== 3 && stdout !== '', stderr)
    const { cpu, memory } = JSON.parse(readFileSync(file, 'utf8'))
    assert.ok(cpu < seconds, `${cpu} s`)
    assert.ok(memory < megabytes, `${memory} MB`)
    return { ...JSON.parse(stdout), status, stderr }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
