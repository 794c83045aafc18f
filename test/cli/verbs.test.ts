import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { verbs } from '../../src/cli/verbs.ts'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark, shell } from './bulwark.ts'
import { goodPod } from './manifests.ts'

const ok = (...args: string[]): string => {
  const { status, stdout, stderr } = bulwark(args)
  assert.deepEqual([status, stderr], [0, ''], args.join(' '))
  return stdout
}

const refused = (...args: string[]): string => {
  const { status, stdout, stderr } = bulwark(args)
  assert.deepEqual([status, stdout], [2, ''], args.join(' '))
  return stderr
}

describe('help', () => {
  test('bulwark alone says where to start, with every verb', () => {
    const text = ok()
    assert.match(text, /Start here:\n {2}bulwark scan \./)
    for (const name of verbs.keys()) assert.match(text, new RegExp(`^  ${name} +\\S`, 'm'))
    for (const words of [['--help'], ['-h'], ['help']]) assert.equal(ok(...words), text)
  })

  for (const name of verbs.keys()) {
    test(`of ${name} has its usage and an example, in 80 columns`, () => {
      const text = ok(name, '--help')
      assert.match(text, new RegExp(`^Usage: bulwark ${name} `))
      assert.match(text, /\nExamples:\n {2}\S*.*bulwark .*\n {6}\S/)
      assert.deepEqual(
        text.split('\n').filter((line) => line.length > 80),
        []
      )
      assert.equal(ok('help', name), text)
      assert.equal(ok('--help', name), text)
      assert.equal(ok(name, '--no-such-option', '-h'), text)
    })
  }

  test('behind -- is no option', () => {
    assert.match(refused('cel', '--', '--help'), /undeclared reference to 'help'/)
  })

  test('--version', () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
    assert.equal(ok('--version'), `bulwark ${version}\n`)
  })
})

describe('mistakes are told with what was meant', () => {
  const mistakes: readonly (readonly [readonly string[], RegExp])[] = [
    [['scn'], /unknown verb "scn"; did you mean "scan"\?\nSee bulwark --help/],
    [['--versoin'], /unknown option "--versoin"; did you mean "--version"\?/],
    [['help', 'explan'], /did you mean "explain"/],
    [['scan', '--framwork', 'nsa'], /unknown option --framwork; did you mean --framework\?\nSee bulwark scan --help/],
    [['scan', '-x'], /unknown option -x/],
    [['scan', '--severity'], /--severity needs a value: --severity LEVEL/],
    [['scan', '--show-passed=yes'], /takes no value/],
    [['scan', '--severity', 'low', '--severity', 'high'], /--severity can be given once only/],
    [['scan', '--set', 'a'], /--set a: write KEY=VALUE/],
    [['scan', '--render', 'nevr'], /must be one of auto, never; did you mean "never"\?/],
    [['explain'], /name a control/],
    [['explain', 'hostpid'], /unknown control "hostpid"; did you mean "host-pid"\?\nSee bulwark controls list/],
    [['controls'], /write: bulwark controls list/],
    [['controls', 'lst'], /write: bulwark controls list/],
    [['cel'], /name an expression/],
    [['cel', '1', '+', '1'], /one expression only/],
    [['init', 'a', 'b'], /one file only/],
    [['completion'], /name a shell/],
    [['completion', 'bsh'], /unknown shell "bsh"; did you mean "bash"\?/],
    [['completion', 'bash', 'zsh'], /one shell only/]
  ]
  for (const [words, message] of mistakes) {
    test(words.join(' '), () => assert.match(refused(...words), message))
  }
})

describe('explain and controls', () => {
  test('a control, for people and programs', () => {
    const text = ok('explain', 'privileged-container')
    for (const part of ['Why', 'What to do', 'Rule', 'Asked for by', 'Good'])
      assert.match(text, new RegExp(`^${part}$`, 'm'))
    const control = JSON.parse(ok('explain', 'privileged-container', '-o', 'json'))
    assert.equal(control.id, 'privileged-container')
    assert.ok(control.why.length > 20 && control.rules.length > 0)
    assert.deepEqual(
      JSON.parse(ok('explain', 'host-pid', 'host-ipc', '-o', 'json')).map((each: { id: string }) => each.id),
      ['host-pid', 'host-ipc']
    )
  })

  test('every listed control can be explained', () => {
    const list: { id: string; severity: string }[] = JSON.parse(ok('controls', 'list', '-o', 'json'))
    const lines = ok('controls', 'list').trimEnd().split('\n')
    assert.deepEqual(
      lines.map((line) => line.split(/ +/).slice(0, 2)),
      list.map(({ id, severity }) => [id, severity])
    )
    const explained = JSON.parse(ok('explain', ...list.map(({ id }) => id), '-o', 'json'))
    assert.equal(explained.length, list.length)
  })
})

describe('init', () => {
  test('writes a file that changes nothing, and leaves an existing one alone', (t) => {
    const root = tempTree(t, {
      'a.yaml': goodPod('a'),
      'mine.yaml': 'failOn: low\n',
      'dangling.yaml': { link: 'nowhere' }
    })
    const run = (...args: string[]) => bulwark(args, { cwd: root })
    const before = run('scan', 'a.yaml', '-o', 'json').stdout
    assert.match(run('init').stdout, /^Wrote bulwark\.yaml\./)
    assert.equal(run('scan', 'a.yaml', '-o', 'json').stdout, before)
    const again = run('init')
    assert.deepEqual([again.status, again.stdout], [2, ''])
    assert.equal(again.stderr, 'bulwark: bulwark.yaml exists and is left as it is\n')
    assert.equal(run('init', 'mine.yaml').status, 2)
    assert.equal(readFileSync(join(root, 'mine.yaml'), 'utf8'), 'failOn: low\n')
    assert.equal(run('init', 'dangling.yaml').status, 2)
    assert.equal(
      run('init', 'no/such/folder.yaml').stderr,
      'bulwark: cannot write no/such/folder.yaml: no such file or directory\n'
    )
  })

  test('- is standard output', (t) => {
    const root = tempTree(t, {})
    const { stdout, status } = bulwark(['init', '-'], { cwd: root })
    assert.match(stdout, /^# Configuration of Bulwark/)
    assert.deepEqual([status, readdirSync(root)], [0, []])
  })
})

describe('completion', () => {
  const offers = (...words: string[]): string[] => {
    const script = `source <(bulwark completion bash); COMP_WORDS=(bulwark "$@"); COMP_CWORD=$#; _bulwark; printf '%s\\n' "\${COMPREPLY[@]}"`
    const { stdout, stderr } = shell(`set -- ${words.map((word) => `'${word}'`).join(' ')}; ${script}`)
    assert.equal(stderr, '')
    return stdout.trim().split('\n')
  }

  test('bash offers verbs, options, their values and controls', () => {
    assert.deepEqual(offers('sc'), ['scan'])
    assert.deepEqual(offers('scan', '--fail-'), ['--fail-on', '--fail-on-unknown'])
    assert.deepEqual(offers('scan', '--fail-on', 'n'), ['none'])
    assert.deepEqual(offers('scan', '--fail-on', '=', 'c'), ['critical'])
    assert.deepEqual(offers('scan', '-f', 'pss-r'), ['pss-restricted'])
    assert.deepEqual(offers('explain', 'host-p'), ['host-path-volume', 'host-pid', 'host-port'])
    assert.deepEqual(offers('completion', 'z'), ['zsh'])
  })

  for (const [name, check] of Object.entries({ bash: 'bash -n', zsh: 'zsh -n', fish: 'fish -n' })) {
    test(`the script for ${name} loads`, (t) => {
      if (shell(`command -v ${name}`).status !== 0) return t.skip(`no ${name} here`)
      const { status, stderr } = shell(
        `bulwark completion ${name} > "$0.script" && ${check} "$0.script"; code=$?; rm -f "$0.script"; exit $code`,
        {
          cwd: tempTree(t, {})
        }
      )
      assert.deepEqual([status, stderr], [0, ''])
    })
  }
})
