/** `bulwark fix` as users run it. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { fixReportSchema } from '../../scripts/schema/fix-report-schema.ts'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark } from './bulwark.ts'

const web = `# The shop.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web   # what people see
spec:
  template:
    spec:
      hostPID: yes
      containers:
      - name: app
        image: "registry.example/web:1.4"
        ports: [{containerPort: 80}]

        livenessProbe:
          httpGet: { path: /, port: 80, host: 10.0.0.1 } # why?
`

const only = ['--control', 'seccomp-profile', '--control', 'probe-host', '--control', 'host-pid']

const safelyFixed = web
  .replace(', host: 10.0.0.1', '')
  .concat('      securityContext:\n        seccompProfile:\n          type: RuntimeDefault\n')

describe('fix', () => {
  test('shows a diff and writes nothing', (t) => {
    const folder = tempTree(t, { 'k8s/web.yaml': web })
    const { stdout, stderr, status } = bulwark(['fix', 'k8s', ...only], { cwd: folder })
    assert.equal(status, 1, 'host-pid is left')
    assert.match(stderr, /2 findings to be fixed in 1 file: 2 safe/)
    assert.match(stderr, /host-pid: needs --grade breaking/)
    assert.equal(readFileSync(join(folder, 'k8s/web.yaml'), 'utf8'), web)
    const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input: stdout, encoding: 'utf8' })
    assert.equal(applied.status, 0, applied.stderr)
    assert.equal(readFileSync(join(folder, 'k8s/web.yaml'), 'utf8'), safelyFixed)
  })

  test('what cannot be read is said with its place, and the rest is fixed', (t) => {
    const folder = tempTree(t, {
      'broken.yaml': 'a: [\n',
      'tabs.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n\tname: x\n',
      'web.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers: [{name: app, image: "registry.example/web:1"}]\n'
    })
    const { status, stdout, stderr } = bulwark(['fix', '.', '--fail-on', 'none'], { cwd: folder })
    assert.equal(status, 2)
    assert.match(stderr, /^bulwark: broken\.yaml:1:4: /m)
    assert.match(stderr, /^bulwark: tabs\.yaml:4:1: /m)
    assert.match(stdout, /^\+\+\+ b\/web\.yaml$/m)
  })

  test('--write changes what it has to, and nothing the second time', (t) => {
    const folder = tempTree(t, { 'web.yaml': web })
    const file = join(folder, 'web.yaml')
    chmodSync(file, 0o640)
    const first = bulwark(['fix', '.', '--write', ...only], { cwd: folder })
    assert.match(first.stderr, /2 findings fixed in 1 file: 2 safe/)
    assert.equal(first.stdout, '')
    assert.equal(readFileSync(file, 'utf8'), safelyFixed)
    assert.equal(statSync(file).mode & 0o777, 0o640)
    const second = bulwark(['fix', '.', '--write', ...only], { cwd: folder })
    assert.match(second.stderr, /Nothing is changed/)
    assert.equal(readFileSync(file, 'utf8'), safelyFixed)
  })

  test('--grade raises what a fix may cost, and the diff has a part for each', (t) => {
    const folder = tempTree(t, { 'web.yaml': web })
    const { stdout, status } = bulwark(['fix', '.', '--grade', 'breaking', ...only], { cwd: folder })
    assert.equal(status, 0)
    assert.match(stdout, /^# safe: [\s\S]*^# breaking: [\s\S]*^- {6}hostPID: yes\n\+ {6}hostPID: false$/m)
    const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input: stdout, encoding: 'utf8' })
    assert.equal(applied.status, 0, applied.stderr)
    assert.equal(readFileSync(join(folder, 'web.yaml'), 'utf8'), safelyFixed.replace('hostPID: yes', 'hostPID: false'))
  })

  test('-o json says of each finding what became of it, as its schema has it', (t) => {
    const folder = tempTree(t, { 'web.yaml': web })
    const { stdout, status } = bulwark(['fix', '.', '-o', 'json', ...only], { cwd: folder })
    const report = JSON.parse(stdout)
    assert.equal(status, 1)
    assert.deepEqual(report.summary.fixed, { safe: 2, review: 0, breaking: 0 })
    assert.deepEqual(
      report.left.map((each: { control: string; kind: string; grade: string }) => [
        each.control,
        each.kind,
        each.grade
      ]),
      [['host-pid', 'grade', 'breaking']]
    )
    assert.match(report.diffs[0].diff, /^--- a\/web\.yaml\n/)
    const ajv = new Ajv2020({ allowUnionTypes: true })
    assert.ok(ajv.validate(fixReportSchema, report), ajv.errorsText())
  })

  test('standard input is shown as a diff, and printed fixed with --write', () => {
    assert.match(bulwark(['fix', '-', ...only], { input: web }).stdout, /^--- a\/stdin\n\+\+\+ b\/stdin$/m)
    assert.equal(bulwark(['fix', '-', '--write', ...only], { input: web }).stdout, safelyFixed)
    const good = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n'
    assert.equal(bulwark(['fix', '-', '--write', ...only], { input: good }).stdout, good)
  })
})
