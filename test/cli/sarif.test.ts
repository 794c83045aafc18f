import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark, type Outcome, type RunOptions } from './bulwark.ts'
import { faults, goodPod } from './manifests.ts'
import { scan } from './report.ts'
import { sarifValidator } from './sarif-schema.ts'

const root = join(import.meta.dirname, '../..')
const validator = sarifValidator()

interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string }
    readonly region: Region
  }
}

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly kind?: string
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly [Location]
  readonly partialFingerprints: Readonly<Record<string, string>>
}

interface Rule {
  readonly id: string
  readonly help: { readonly text: string; readonly markdown: string }
  readonly properties: { readonly tags: readonly string[]; readonly 'security-severity': string }
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Rule[] } }
  readonly results: readonly Result[]
  readonly invocations: readonly [
    {
      readonly executionSuccessful: boolean
      readonly exitCode: number
      readonly toolExecutionNotifications: readonly {
        readonly descriptor: { readonly id: string }
        readonly level: string
        readonly message: { readonly text: string }
        readonly locations?: readonly [Location]
      }[]
    }
  ]
}

interface Log extends Outcome {
  readonly run: Run
}

/** The one run of the report, which the official schema accepts wherever it can be had. */
function sarif(args: readonly string[], options: RunOptions = {}): Log {
  const outcome = bulwark(['scan', ...args, '-o', 'sarif'], options)
  assert.ok(outcome.status !== 3, outcome.stderr)
  const log = JSON.parse(outcome.stdout)
  if (typeof validator === 'function') assert.ok(validator(log), JSON.stringify(validator.errors?.slice(0, 5)))
  assert.equal(log.runs.length, 1)
  return { ...outcome, run: log.runs[0] }
}

/** A repository with one bad file. */
function repository(t: TestContext): string {
  return tempTree(t, { '.git/HEAD': '', 'k8s/deep/a.yaml': faults.high, 'k8s/b.yaml': faults.medium })
}

const uriOf = ({ locations: [{ physicalLocation }] }: Result): string => physicalLocation.artifactLocation.uri

describe('scan -o sarif', () => {
  test('keeps to the official schema', (t) => {
    if (typeof validator !== 'function') return t.skip(validator.skipped)
    const { run } = sarif(['samples', '--show-passed', '-f', 'guide', '-f', 'cis', 'README.md', 'missing'], {
      cwd: root
    })
    assert.ok(run.results.length > 300)
    assert.ok(!validator({ version: '2.1.0', runs: [{ ...run, results: [{ ...run.results[0], level: 'high' }] }] }))
    const [location] = run.results[0]?.locations ?? []
    const spaced = { physicalLocation: { ...location?.physicalLocation, artifactLocation: { uri: 'a b' } } }
    assert.ok(
      !validator({ version: '2.1.0', runs: [{ ...run, results: [{ ...run.results[0], locations: [spaced] }] }] })
    )
  })

  test('has every finding, the worst first', () => {
    const { findings } = scan(['samples'], { cwd: root })
    const { run } = sarif(['samples'], { cwd: root })
    const prints = run.results.map((result) => `${result.partialFingerprints.primaryLocationLineHash} ${uriOf(result)}`)
    assert.deepEqual(prints.toSorted(), findings.map((each) => `${each.fingerprint}:1 ${each.file}`).sort())
    const severity = (rule: Rule | undefined): number => Number(rule?.properties['security-severity'])
    const severities = run.results.map(({ ruleIndex }) => severity(run.tool.driver.rules[ruleIndex]))
    assert.deepEqual(
      severities,
      severities.toSorted((a, b) => b - a)
    )
  })

  test('has what code scanning asks of rules and results', () => {
    const { run } = sarif(['samples'], { cwd: root })
    for (const { id, help, properties } of run.tool.driver.rules) {
      assert.ok(help.text.length > 50 && help.markdown.startsWith('**'), id)
      assert.ok(properties.tags.includes('security') && properties.tags.length <= 10, id)
      assert.ok(Number(properties['security-severity']) > 0, id)
    }
    for (const { ruleId, ruleIndex, message, locations, level } of run.results) {
      assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId)
      assert.ok(message.text.length > 10 && locations.length === 1)
      assert.ok(['error', 'warning', 'note'].includes(level))
      const { startLine, startColumn, endLine, endColumn } = locations[0].physicalLocation.region
      assert.ok(startLine === endLine && endColumn > startColumn)
    }
  })

  test('marks the text from the field to the end of its line, in UTF-16 units', () => {
    const input = 'kind: Pod\napiVersion: v1\nmetadata: {name: a}\nspec: {"😀": 1, hostPID: true}\n'
    const { run } = sarif(['-', '--control', 'host-pid'], { input })
    const [result] = run.results
    assert.deepEqual(result?.locations[0].physicalLocation, {
      artifactLocation: { uri: 'stdin', uriBaseId: 'INPUT' },
      region: { startLine: 4, startColumn: 26, endLine: 4, endColumn: 31 }
    })
  })

  test('fingerprints stay when lines move, and tell items apart', (t) => {
    const cwd = repository(t)
    const print = (input: string): string[] =>
      sarif(['-'], { cwd, input }).run.results.map((each) => each.partialFingerprints.primaryLocationLineHash ?? '')
    const two = faults.critical.replace('  containers:\n', '  hostPID: true\n  containers:\n')
    assert.deepEqual(print(`# moved\n\n${two.replace('spec:\n', 'spec:\n  # here, too\n')}`), print(two))
    assert.equal(new Set(print(two)).size, 2)
  })

  test('addresses are relative to the root of the repository, from whichever folder', (t) => {
    const cwd = repository(t)
    const uris = (folder: string, ...paths: string[]): string[] =>
      sarif(paths, { cwd: join(cwd, folder) }).run.results.map(uriOf)
    const both = ['k8s/deep/a.yaml', 'k8s/b.yaml']
    assert.deepEqual(uris('.', '.'), both)
    assert.deepEqual(uris('k8s', '.'), both)
    assert.deepEqual(uris('k8s/deep', '..'), both)
    assert.deepEqual(uris('k8s', cwd), both)
  })

  test('addresses are percent-encoded, and absolute outside the root', (t) => {
    const cwd = tempTree(t, { 'in/.git/HEAD': '', 'in/a:b c/ü%#?.yaml': faults.high, 'out/b.yaml': faults.medium })
    const { run } = sarif(['.', '../out'], { cwd: join(cwd, 'in') })
    assert.deepEqual(run.results.map(uriOf), [
      'a%3Ab%20c/%C3%BC%25%23%3F.yaml',
      pathToFileURL(join(cwd, 'out/b.yaml')).href
    ])
    assert.equal(run.results[1]?.locations[0].physicalLocation.artifactLocation.uriBaseId, undefined)
  })

  test('input that cannot be read is a notification, with its place and the exit code', (t) => {
    const cwd = tempTree(t, { 'a.yaml': 'a: [\n', 'values.yaml': 'a: 1\n' })
    const [invocation] = sarif(['.'], { cwd }).run.invocations
    assert.deepEqual([invocation.executionSuccessful, invocation.exitCode], [false, 2])
    const [unreadable, skipped] = invocation.toolExecutionNotifications
    assert.match(unreadable?.message.text ?? '', /^this bracket is never closed/)
    assert.deepEqual(unreadable?.locations?.[0].physicalLocation, {
      artifactLocation: { uri: 'a.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 4 }
    })
    assert.deepEqual([skipped?.descriptor.id, skipped?.level], ['skipped-document', 'note'])
  })

  test('exit codes 0 and 1 are of a scan that went well', () => {
    const invocation = (input: string): unknown => {
      const { executionSuccessful, exitCode } = sarif(['-'], { input }).run.invocations[0]
      return [executionSuccessful, exitCode]
    }
    assert.deepEqual(invocation(goodPod('a')), [true, 0])
    assert.deepEqual(invocation(faults.high), [true, 1])
  })

  test('a verdict that could not be reached is open, and has no level', () => {
    const input = goodPod('a').replace('image: registry', 'image: 7 # registry')
    const { run } = sarif(['-'], { input })
    const open = run.results.filter(({ kind }) => kind === 'open')
    assert.ok(open.length > 0, JSON.stringify(run.results))
    assert.ok(open.every(({ level }) => level === 'none'))
  })

  test('names from outside make no link', () => {
    const input = 'kind: Pod\napiVersion: v1\nmetadata: {name: "[a](https://x.example)"}\nspec: {hostPID: true}\n'
    const [result] = sarif(['-', '--control', 'host-pid'], { input }).run.results
    assert.match(result?.message.text ?? '', /\(Pod \\\[a\\\]\(https:\/\/x\.example\)\)$/)
  })

  test('what GitHub would refuse is left out, the least severe first, and said', (t) => {
    const pods = Array.from(
      { length: 4000 },
      (_, index) =>
        `apiVersion: v1\nkind: Pod\nmetadata: {name: p${index}}\nspec: {hostPID: ${index % 100 === 0}, containers: [{name: a}]}\n`
    )
    const { run, stdout, stderr } = sarif(['-'], { input: pods.join('---\n') })
    assert.equal(run.results.length, 25_000)
    assert.equal(run.results.filter(({ ruleId }) => ruleId === 'host-pid').length, 40)
    assert.match(stderr, /^bulwark: SARIF: \d+ of \d+ results, the least severe, are left out, since GitHub takes/m)
    assert.match(stderr, /^bulwark: SARIF: of 25000 results, GitHub shows the 5000 most severe$/m)
    assert.equal(run.invocations[0].toolExecutionNotifications[0]?.descriptor.id, 'left-out-results')
    const packed = gzipSync(stdout).length
    assert.ok(packed < 10e6)
    t.diagnostic(`${(stdout.length / 1e6).toFixed(0)} MB, ${(packed / 1e6).toFixed(1)} MB compressed`)
  })

  test('the same input gives the same bytes', () => {
    assert.equal(sarif(['samples'], { cwd: root }).stdout, sarif(['samples'], { cwd: root }).stdout)
  })
})
