import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { importTable } from './import-table.ts'

const root = join(import.meta.dirname, '../..')
const allowed = importTable(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'))
const folders = [...allowed.keys()]
const pure = folders.filter((folder) => folder !== 'sources' && folder !== 'cli')
const ioModules = ['fs', 'fs/promises', 'child_process', 'http', 'https', 'net', 'dns/promises', 'worker_threads']
const notShipped = ['test', 'bench', 'scripts', 'web']

/** What a module of the page may import, and what it may not. */
const webImports = {
  'to-own': '../components/thing.tsx',
  'to-data': '../../src/report/html/report-data.ts',
  'to-framework-data': '../../src/report/html/framework-data.ts',
  'to-html': '../../src/report/html/html.ts',
  'to-scan': '../../src/scan/finding.ts',
  'to-node': 'node:fs',
  'to-test': '../../test/thing.ts',
  'to-scripts': '../../scripts/thing.ts',
  'to-scan.test': '../../src/scan/finding.ts',
  'to-scan.fixture': '../../src/scan/finding.ts'
} as const

/** What is given to a folder that reads nothing itself: types, positions and what texts hold. */
const ofSources = new Map([
  ['scan', ['unit', 'locate']],
  ['fix', ['unit', 'read-text']]
])

describe('lint on import directions', () => {
  // Modules that import one thing each, one and two folders deep: what lint refuses of them is what it would refuse of us.
  const trial = mkdtempSync(join(tmpdir(), 'bulwark-imports-'))
  after(() => rmSync(trial, { recursive: true }))
  let refused: ReadonlySet<string>

  before(() => {
    const { vcs: _, ...config } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')) as Record<string, unknown>
    write('biome.json', JSON.stringify(config))
    for (const from of folders) {
      for (const to of folders.filter((other) => other !== from)) {
        writeImport(from, `to-${to}`, `../${to}/thing.ts`)
        writeImport(`${from}/deep`, `to-${to}`, `../../${to}/deep/thing.ts`)
      }
      for (const name of ioModules) writeImport(from, `to-node-${name.replace('/', '-')}`, `node:${name}`)
      for (const name of notShipped) writeImport(from, `to-${name}`, `../../${name}/thing.ts`)
      writeImport(`${from}/deep`, 'to-own', '../thing.ts')
      writeImport(from, 'to-yaml.test', '../yaml/thing.ts')
      writeImport(from, 'to-bench.test', '../../bench/thing.ts')
    }
    for (const [from, names] of ofSources)
      for (const name of names) writeImport(from, `to-sources-${name}`, `../sources/${name}.ts`)
    for (const [name, specifier] of Object.entries(webImports))
      write(`web/model/${name}.ts`, `export { thing } from '${specifier}'\n`)
    refused = refusedFiles(trial)
  })

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(trial, path)), { recursive: true })
    writeFileSync(join(trial, path), text)
  }

  function writeImport(folder: string, name: string, specifier: string): void {
    write(`src/${folder}/${name}.ts`, `export { thing } from '${specifier}'\n`)
  }

  test('refuses exactly what the table in ARCHITECTURE.md does not allow', () => {
    for (const [from, targets] of allowed) {
      for (const to of folders.filter((other) => other !== from)) {
        for (const file of [`src/${from}/to-${to}.ts`, `src/${from}/deep/to-${to}.ts`]) {
          const shouldBeRefused = !targets.has(to) || (ofSources.has(from) && to === 'sources')
          assert.equal(refused.has(file), shouldBeRefused, `${file} ${shouldBeRefused ? 'is allowed' : 'is refused'}`)
        }
      }
    }
  })

  test('lets a folder import itself, and of sources what is given to it', () => {
    for (const from of folders) assert.ok(!refused.has(`src/${from}/deep/to-own.ts`), from)
    for (const [from, names] of ofSources)
      for (const name of names) assert.ok(!refused.has(`src/${from}/to-sources-${name}.ts`), `${from}: ${name}`)
  })

  test('keeps files, processes and the network to sources and cli', () => {
    for (const name of ioModules) {
      for (const from of folders) {
        const file = `src/${from}/to-node-${name.replace('/', '-')}.ts`
        assert.equal(refused.has(file), pure.includes(from), file)
      }
    }
  })

  test('gives the page the types of report data and nothing else of src', () => {
    const names = Object.keys(webImports).filter((name) => !refused.has(`web/model/${name}.ts`))
    assert.deepEqual(names, ['to-own', 'to-data', 'to-framework-data', 'to-scan.test', 'to-scan.fixture'])
  })

  test('keeps tests, benchmarks and scripts out of src, tests beside the code included', () => {
    for (const from of folders) {
      for (const name of notShipped) assert.ok(refused.has(`src/${from}/to-${name}.ts`), `${from} may import ${name}`)
      assert.ok(refused.has(`src/${from}/to-bench.test.ts`), from)
      assert.ok(!refused.has(`src/${from}/to-yaml.test.ts`), `tests in ${from} may not import yaml`)
    }
  })
})

test('the table in ARCHITECTURE.md has every folder of src', () => {
  const present = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  assert.deepEqual(folders.toSorted(), present.map(({ name }) => name).sort())
})

/** Files of `folder` in which lint refuses an import, from that folder. */
function refusedFiles(folder: string): ReadonlySet<string> {
  const program = join(root, 'node_modules/.bin/biome')
  const options = ['lint', '--only=style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none', '.']
  const { stdout } = spawnSync(program, options, { cwd: folder, encoding: 'utf8' })
  const files = stdout.matchAll(/^::error title=lint\/style\/noRestrictedImports,file=([^,]+),/gm)
  return new Set([...files].map(([, file = '']) => (file.startsWith('/') ? relative(folder, file) : file)))
}
