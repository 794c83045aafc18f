/**
 * Runs every check of the project, fast ones first: formatting and lint, types, tests beside the code,
 * then those that need a server, a peer or a Go program. The last line counts them all.
 *
 * `scripts/test.ts [PART…]` runs only the test files whose path contains one of the parts.
 */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

const root = join(import.meta.dirname, '..')
const parts = process.argv.slice(2)
const counts = { passed: 0, failed: 0, skipped: 0 }

if (parts.length === 0) {
  check('formatting and lint', ['node_modules/.bin/biome', 'check', '.'])
  check('types', ['node_modules/.bin/tsc', '-p', '.'])
  check('types of the page', ['node_modules/.bin/tsc', '-p', 'web'])
  check('types of its tests', ['node_modules/.bin/tsc', '-p', 'test/web'])
}

const beside = globSync('{src,scripts,web}/**/*.test.ts', { cwd: root }).sort()
const apart = globSync('test/**/*.test.ts', { cwd: root }).sort()
const chosen = (files: string[]): string[] =>
  files.filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))

await runTests(chosen(beside), 2)
// One at a time: these measure a server or build a Go program, and would disturb each other.
await runTests(chosen(apart), 1)

const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`)
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0

function check(name: string, command: [string, ...string[]]): void {
  const [program, ...args] = command
  const { status } = spawnSync(join(root, program), args, { cwd: root, stdio: 'inherit' })
  process.stdout.write(`${status === 0 ? '✔' : '✖'} ${name}\n`)
  if (status === 0) counts.passed++
  else counts.failed++
}

async function runTests(files: string[], concurrency: number): Promise<void> {
  if (files.length === 0) return
  const tests = run({ files: files.map((file) => join(root, file)), concurrency, cwd: root })
  tests.on('test:pass', (event) => {
    if (event.details.type === 'suite') return
    if (event.skip !== undefined || event.todo !== undefined) counts.skipped++
    else counts.passed++
  })
  tests.on('test:fail', (event) => {
    if (event.details.type !== 'suite') counts.failed++
  })
  const report = tests.compose(new spec())
  for await (const chunk of report) process.stdout.write(chunk)
}
