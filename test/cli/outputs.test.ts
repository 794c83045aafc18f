import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark, type Outcome, shell } from './bulwark.ts'
import { faults } from './manifests.ts'

function folder(t: TestContext): { root: string; run: (...args: string[]) => Outcome } {
  const root = tempTree(t, { 'k8s/a.yaml': faults.high, 'k8s/b.yaml': faults.medium })
  return { root, run: (...args) => bulwark(['scan', 'k8s', ...args], { cwd: root }) }
}

describe('reports', () => {
  test('several of one scan, each to its place', (t) => {
    const { root, run } = folder(t)
    const { stdout, status } = run('-o', 'json=a.json', '-o', 'text', '--output=json=b=c.json')
    assert.equal(status, 1)
    const findings = (text: string): string | undefined => text.split('\nNext:\n')[0]
    assert.equal(findings(stdout), findings(run().stdout))
    const text = readFileSync(join(root, 'a.json'), 'utf8')
    assert.equal(text, run('-o', 'json').stdout)
    assert.equal(text, readFileSync(join(root, 'b=c.json'), 'utf8'))
  })

  test('replace what was there', (t) => {
    const { root, run } = folder(t)
    run('-o', 'text=report')
    run('-o', 'json=report')
    assert.equal(readFileSync(join(root, 'report'), 'utf8'), run('-o', 'json').stdout)
  })

  test('a place that cannot be written costs no other report', (t) => {
    const { root, run } = folder(t)
    const { status, stdout, stderr } = run(
      '-o',
      'json=no/where.json',
      '-o',
      'text',
      '-o',
      'json=k8s',
      '-o',
      'json=c.json'
    )
    assert.equal(status, 2)
    assert.match(stdout, /host-pid/)
    assert.ok(existsSync(join(root, 'c.json')))
    assert.equal(
      stderr,
      'bulwark: cannot write no/where.json: no such file or directory\n  cannot write k8s: illegal operation on a directory\n'
    )
  })

  test('mistakes are told before anything is read', (t) => {
    const { run } = folder(t)
    const refused = (...args: string[]): string => {
      const { status, stdout, stderr } = run(...args)
      assert.equal(status, 2)
      assert.equal(stdout, '')
      return stderr
    }
    assert.match(refused('-o', 'jsn'), /--output jsn: must be one of text, json, .*; did you mean "json"\?/)
    assert.match(refused('-o', 'json='), /names no file/)
    assert.match(refused('-o', 'json', '-o', 'text'), /two reports go to standard output/)
    assert.match(refused('-o', 'json=x', '-o', 'text=x'), /two reports go to x/)
  })

  test('a full disk is no fault of Bulwark', (t) => {
    if (!existsSync('/dev/full')) return t.skip('no /dev/full here')
    const { root } = folder(t)
    for (const line of ['bulwark scan k8s > /dev/full', 'bulwark > /dev/full', 'bulwark scan k8s -o json=/dev/full']) {
      const { status, stderr } = shell(line, { cwd: root })
      assert.match(stderr, /^bulwark: cannot write .*: no space left on device\n$/)
      assert.equal(status, 2)
    }
  })

  test('a reader that has seen enough ends nothing but the output', (t) => {
    const { root } = folder(t)
    const many = Array.from({ length: 2000 }, () => faults.high).join('---\n')
    const ends = (line: string): Outcome =>
      shell(`${line} | head -1; exit \${PIPESTATUS[0]}`, { cwd: root, input: many })
    for (const [line, status] of Object.entries({
      'bulwark scan -': 1,
      'bulwark scan - -o json -o text=whole.txt': 1,
      'bulwark scan k8s --fail-on none': 0,
      'bulwark scan --help': 0,
      'bulwark controls list': 0
    })) {
      const outcome = ends(line)
      assert.deepEqual([outcome.status, outcome.stderr], [status, ''], line)
      assert.equal(outcome.stdout.split('\n').length, 2)
    }
    assert.match(readFileSync(join(root, 'whole.txt'), 'utf8'), /\nNext:\n/)
  })

  test('a report larger than memory allows is whole', (t) => {
    const pods = Array.from(
      { length: 20_000 },
      () => 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a}]}\n'
    )
    const { stdout, status } = bulwark(['scan', '-', '-o', 'json'], { input: pods.join('---\n') })
    assert.equal(status, 0)
    const report = JSON.parse(stdout)
    assert.ok(stdout.length > 1e8)
    assert.equal(report.findings.length, report.summary.status.fail)
    t.diagnostic(`${(stdout.length / 1e6).toFixed(0)} MB`)
  })
})

describe('colour', () => {
  const colour = '\u001b['

  test('none where the output is no terminal', (t) => {
    const { run } = folder(t)
    assert.ok(!run().stdout.includes('\u001b'))
  })

  test('on a terminal, unless NO_COLOR or a dumb terminal says otherwise', (t) => {
    if (shell('script --version').status !== 0) return t.skip('no script(1) to make a terminal with')
    const { root } = folder(t)
    const onTerminal = (env: string, args = ''): string =>
      shell(`script -qec 'env ${env} "$BULWARK" scan k8s ${args}' /dev/null`, {
        cwd: root,
        env: { TERM: 'xterm', NO_COLOR: '' }
      }).stdout
    assert.ok(onTerminal('A=1').includes(colour))
    assert.ok(!onTerminal('NO_COLOR=1').includes(colour))
    assert.ok(!onTerminal('TERM=dumb').includes(colour))
    onTerminal('A=1', '-o text=report')
    assert.ok(!readFileSync(join(root, 'report'), 'utf8').includes(colour))
  })
})
