import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { parseYaml } from '../../src/yaml/parse.ts'
import { faults, goodPod } from '../cli/manifests.ts'
import { emptyFolder, ran, root } from './packed.ts'

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly runs: { readonly steps: readonly { readonly env: Record<string, string>; readonly run: string }[] }
}

const action = parseYaml(readFileSync(join(root, 'deploy/github-action/action.yml'), 'utf8'))[0]?.value as Action

/** Runs the action's script as the runner does: inputs stand in the environment, outputs and summary are files. */
function runAction(folder: string, inputs: Record<string, string>) {
  const [step] = action.runs.steps
  assert.ok(step !== undefined && action.runs.steps.length === 1)
  const values = new Map(
    Object.entries(action.inputs).map(([name, input]) => [`inputs.${name}`, inputs[name] ?? input.default])
  )
  values.set('github.action_path', join(root, 'deploy/github-action'))
  const env = Object.fromEntries(
    Object.entries(step.env).map(([name, text]) => [
      name,
      text.replace(/\$\{\{ (\S+) \}\}/g, (_, key) => values.get(key) ?? assert.fail(key))
    ])
  )
  const runner = {
    RUNNER_TEMP: folder,
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    GITHUB_OUTPUT: join(folder, 'output')
  }
  const ended = ran('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
    cwd: folder,
    env: { ...process.env, ...env, ...runner }
  })
  return {
    ...ended,
    output: readFileSync(runner.GITHUB_OUTPUT, 'utf8'),
    summary: readFileSync(runner.GITHUB_STEP_SUMMARY, 'utf8')
  }
}

describe('the GitHub Action', () => {
  test('scans, reports and fails from the wanted severity on', (t) => {
    const folder = emptyFolder(t)
    mkdirSync(join(folder, 'a b'))
    writeFileSync(join(folder, 'a b/pod.yaml'), faults.high)
    const { status, output, summary, stdout, stderr } = runAction(folder, {
      paths: 'a b\n',
      frameworks: 'nsa\npss-baseline@1.34'
    })
    assert.equal(status, 1, stderr)
    assert.match(stdout, /pss-baseline@1.34/)
    assert.equal(output, 'sarif=bulwark.sarif\nexit-code=1\n')
    assert.match(summary, /host-pid/)
    assert.equal(JSON.parse(readFileSync(join(folder, 'bulwark.sarif'), 'utf8')).version, '2.1.0')
    assert.equal(runAction(folder, { 'fail-on': 'critical' }).status, 0)
  })

  test('runs nothing that is in its inputs', (t) => {
    const folder = emptyFolder(t)
    writeFileSync(join(folder, 'pod.yaml'), goodPod('a'))
    const { status } = runAction(folder, { paths: '$(touch ran)\n`touch ran`; touch ran', 'fail-on': 'none' })
    assert.equal(status, 2)
    assert.ok(!existsSync(join(folder, 'ran')))
  })
})

describe('the pre-commit hook', () => {
  test('judges a repository before a commit', (t) => {
    const folder = emptyFolder(t)
    const tools = join(folder, 'tools')
    const made = ran('python3', ['-m', 'venv', tools])
    if (made.status !== 0) return t.skip('no Python with venv here')
    if (ran(join(tools, 'bin/pip'), ['install', '--quiet', 'pre-commit==4.3.0']).status !== 0)
      return t.skip('no pre-commit here')
    const hooked = join(folder, 'hooked')
    mkdirSync(hooked)
    const git = (...args: string[]): void => assert.equal(ran('git', args, { cwd: hooked }).status, 0)
    git('init', '-q')
    writeFileSync(join(hooked, 'pod.yaml'), faults.high)
    git('add', '.')
    const attempt = () =>
      ran(join(tools, 'bin/pre-commit'), ['try-repo', root, 'bulwark', '--all-files'], { cwd: hooked })
    const bad = attempt()
    assert.notEqual(bad.status, 0)
    assert.match(bad.stdout, /host-pid/, bad.stdout + bad.stderr)
    writeFileSync(join(hooked, 'pod.yaml'), goodPod('a'))
    git('add', '.')
    const good = attempt()
    assert.equal(good.status, 0, good.stdout + good.stderr)
  })
})

describe('the kubectl plugin', () => {
  test('is found by its name and passes on what it is given', (t) => {
    const folder = emptyFolder(t)
    symlinkSync(join(root, 'bin/bulwark'), join(folder, 'bulwark'))
    symlinkSync(join(root, 'deploy/kubectl-plugin/kubectl-bulwark'), join(folder, 'kubectl-bulwark'))
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` }
    const kubectl = ran('kubectl', ['version', '--client']).status === 0
    const plugin = (...args: string[]) =>
      kubectl ? ran('kubectl', ['bulwark', ...args], { env }) : ran(join(folder, 'kubectl-bulwark'), args, { env })
    assert.match(plugin('explain', 'host-pid').stdout, /share/)
    const nowhere = ['--kubeconfig', join(folder, 'none')]
    const { status, stderr } = plugin(...nowhere)
    assert.equal(status, 2)
    assert.match(stderr, /none/)
  })
})
