/**
 * Bundles the command into `dist/<hash of the sources>/bulwark.cjs`, and what a scan needs of it into `scan.cjs`, started by
 * `start.cjs` beside them, with the pages of HTML reports, and points `dist/current` at it.
 * Where the sources only look newer, the bundle of the same hash is kept.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { reportPage } from './build-page.ts'
import { builtInRulesPlugin } from './built-in-rules-plugin.ts'
import { bundleProgram, bundling } from './bundle-program.ts'
import { oneVerbPlugin } from './one-verb-plugin.ts'
import { partsPlugin } from './parts-plugin.ts'
import { withoutExamplesPlugin } from './without-examples-plugin.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const warmUpInput = 'scripts/warm-up'

const sources = [
  ...filesBelow('src').filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')),
  ...filesBelow('web').filter((name) => /\.(?:tsx?|css|html)$/.test(name) && !name.endsWith('.test.ts')),
  ...readdirSync(join(root, warmUpInput)).map((name) => join(warmUpInput, name)),
  'package.json',
  'package-lock.json',
  'bin/v8-flags',
  'scripts/build.ts',
  'scripts/build-page.ts',
  'scripts/bundle-program.ts',
  'scripts/start.ts',
  'scripts/built-in-rules-plugin.ts',
  'scripts/one-verb-plugin.ts',
  'scripts/parts-plugin.ts',
  'scripts/without-examples-plugin.ts'
].sort()

/** What few runs need and would burden every start: files of their own beside the bundle, loaded on demand. */
const parts = { 'socks-agent': join(root, 'src/sources/cluster/connection/socks-agent.ts') }

const hash = createHash('sha256')
for (const name of sources)
  hash
    .update(name)
    .update('\0')
    .update(readFileSync(join(root, name)))
const key = hash.digest('hex').slice(0, 16)

const target = join(dist, key)
if (!existsSync(join(target, 'bulwark.cjs'))) {
  await bundle(target)
  warmUp(target)
}
publish(key)

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
}

async function bundle(target: string): Promise<void> {
  // Built beside its final place and renamed, so that a command started meanwhile never sees half a bundle.
  const draft = `${target}.${process.pid}`
  const program = join(root, 'src/cli/main.ts')
  const plugins = [builtInRulesPlugin, partsPlugin(parts)]
  const ofScan = [...plugins, oneVerbPlugin('scan'), withoutExamplesPlugin]
  await bundleProgram(program, draft, { plugins })
  await bundleProgram(program, draft, { name: 'scan', plugins: ofScan })
  await build({
    ...bundling,
    entryPoints: parts,
    outdir: draft,
    outExtension: { '.js': '.cjs' },
    minifyWhitespace: true
  })
  for (const name of ['report', 'framework'] as const)
    writeFileSync(join(draft, `${name}.html`), await reportPage(name))
  try {
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(join(target, 'bulwark.cjs'))) throw error
  }
}

/**
 * Runs the main jobs once, so that V8 leaves its compiled code beside each bundle and no later start has to parse it. Only
 * these runs count, so they do all that is commonly done: both reports, all syntax, mistakes too. The flags must be those
 * of `bin/bulwark`: V8 takes no code that was compiled under others.
 */
function warmUp(target: string): void {
  const input = [join(root, 'samples'), join(root, warmUpInput), '--render', 'never']
  leaveCode(target, 'scan.code', ['scan', ...input, '-o', 'text', '-o', `json=${devNull}`])
  // Other verbs read and judge as a scan does.
  leaveCode(target, 'bulwark.code', ['report', ...input, '--framework', 'guide'])
}

function leaveCode(target: string, file: string, words: readonly string[]): void {
  const flags = readFileSync(join(root, 'bin/v8-flags'), 'utf8').trim().split(/\s+/)
  const env = { ...process.env, BULWARK_CODE: join(target, file) }
  spawnSync(process.execPath, [...flags, join(target, 'start.cjs'), ...words], { env, stdio: 'ignore' })
}

function publish(built: string): void {
  mkdirSync(dist, { recursive: true })
  const link = join(dist, `link.${process.pid}`)
  symlinkSync(built, link)
  renameSync(link, join(dist, 'current'))
  for (const name of readdirSync(dist)) {
    if (/^[0-9a-f]{16}$/.test(name) && name !== built) rmSync(join(dist, name), { recursive: true, force: true })
  }
  writeFileSync(join(dist, 'built'), `${built}\n`)
}
