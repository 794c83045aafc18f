import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark } from './bulwark.ts'
import { faults, goodPod } from './manifests.ts'

interface Item {
  readonly id: string
  readonly automation: string
  readonly status: string
  readonly controls: string[]
  readonly findings: number
  readonly unknown: string | null
  readonly objects: { object: string; control: string; line: number; note: string | null }[]
}

function report(framework: string, cwd: string): { status: number | null; version: string; of(id: string): Item } {
  const { status, stdout, stderr } = bulwark(['report', '-f', framework, '.', '-o', 'json'], { cwd })
  assert.ok(stdout !== '', stderr)
  const { items, version } = JSON.parse(stdout) as { items: Item[]; version: string }
  return { status, version, of: (id) => items.find((item) => item.id === id) ?? assert.fail(`no item ${id}`) }
}

describe('bulwark report', () => {
  test('gives each item a verdict with what shows it', (t) => {
    const { status, version, of } = report('nsa', tempTree(t, { 'a.yaml': faults.high }))
    assert.equal(status, 1)
    assert.equal(version, '1.2')
    const shared = of('1.9')
    assert.deepEqual([shared.status, shared.automation, shared.findings], ['fail', 'automatic', 1])
    assert.ok(shared.controls.includes('host-pid'))
    assert.deepEqual(
      shared.objects.map(({ object, control, line }) => [object, control, line]),
      [['Pod shop/high', 'host-pid', 10]]
    )
    assert.equal(of('1.8').status, 'pass')
  })

  test('what nothing answers is unknown and says why', (t) => {
    const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n'
    const { of } = report('nsa', tempTree(t, { 'a.yaml': namespace }))
    assert.deepEqual([of('1.8').status, of('1.8').unknown], ['unknown', 'the input holds no pod'])
    assert.equal(of('5.4').automation, 'evidence')
    assert.match(of('5.4').unknown ?? '', /no evidence is on record: When was the last vulnerability scan/)
  })

  test('a weaker control fails where a stricter one speaks for it', (t) => {
    const volume = 'volumes: [{name: docker, hostPath: {path: /var/run/docker.sock}}]'
    const { of } = report('cis-5', tempTree(t, { 'a.yaml': goodPod('web', `  ${volume}\n`) }))
    assert.equal(of('5.2.11').status, 'fail')
    assert.ok(of('5.2.11').objects.length > 0)
  })

  test('evidence and exceptions in bulwark.yaml count', (t) => {
    const config = `evidence:
  - {framework: nsa, item: "5.4", evidence: report of a test, owner: us, recorded: 2026-01-01, expires: 9999-12-31}
exceptions:
  - {controls: [host-pid], selector: {namespaces: [shop]}, reason: a debugger, owner: us, expires: 9999-12-31}
`
    const { status, of } = report('nsa', tempTree(t, { 'a.yaml': faults.high, 'bulwark.yaml': config }))
    assert.equal(status, 0)
    assert.equal(of('5.4').status, 'pass')
    assert.equal(of('1.9').status, 'excepted')
    assert.match(of('1.9').objects[0]?.note ?? '', /until 9999-12-31 by us: a debugger/)
  })

  test('reads well', (t) => {
    const { stdout } = bulwark(['report', '-f', 'cis-5@1.8', '.'], { cwd: tempTree(t, { 'a.yaml': faults.high }) })
    assert.match(stdout, /^cis-5 1\.8\n\n/)
    assert.match(stdout, /fail {6}5\.2\.3 +Containers that share the host process namespace/)
    assert.match(stdout, /- Pod shop\/high a\.yaml:10: pod shares the process namespace of its node/)
    assert.match(stdout, /\d+ items: \d+ pass, \d+ fail, \d+ unknown\n$/)
  })

  test('is a document for an audit as Markdown', (t) => {
    const bad = faults.high.replace('name: high', 'name: a|b')
    const { stdout } = bulwark(['report', '-f', 'cis-5', '.', '-o', 'markdown'], {
      cwd: tempTree(t, { 'a.yaml': bad })
    })
    assert.match(stdout, /^# cis-5 2\.0\n/)
    assert.match(
      stdout,
      /\n\| 5\.2\.3 \| Containers that share the host process namespace are minimized \| ❌ fail \| 1 finding/
    )
    assert.match(stdout, /\n## 5\.2\.3 [\s\S]*\n- Pod shop\/a\\\|b \(a\.yaml:10\): pod shares/)
  })

  test('is a table for spreadsheets as CSV, with a row for each item and each object', (t) => {
    const bad = faults.high.replace('name: high', 'name: "=a"')
    const cwd = tempTree(t, { 'a.yaml': bad })
    const { stdout } = bulwark(['report', '-f', 'cis-5', '.', '-o', 'csv'], { cwd })
    const rows = stdout.split('\r\n')
    assert.match(rows[0] ?? '', /^row,item,chapter,title,automation,status,findings,/)
    const index = rows.findIndex((row) => row.startsWith('item,5.2.3,Pod security standards,'))
    assert.match(rows[index] ?? '', /,automatic,fail,1,0,0,/)
    assert.match(
      rows[index + 1] ?? '',
      /^object,5\.2\.3,.*,fail,.*,host-pid,high,Pod shop\/=a,a\.yaml,10,pod shares the process namespace/
    )
    assert.equal(rows.filter((row) => row.startsWith('item,')).length, 34)
  })

  test('has admission policies as the items of the own framework', (t) => {
    const policy = `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: replicas}
spec:
  matchConstraints:
    resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
  validations: [{expression: "!object.spec.?hostPID.orValue(false)", message: no host processes}]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: replicas}
spec: {policyName: replicas, validationActions: [Deny]}
`
    const cwd = tempTree(t, { 'k8s/a.yaml': faults.high, 'p/policy.yaml': policy })
    const run = (framework: string) =>
      bulwark(['report', '-f', framework, 'k8s', '--policies', 'p', '-o', 'json'], { cwd })
    const { items } = JSON.parse(run('own').stdout) as { items: Item[] }
    assert.deepEqual(
      items.map(({ id, status, findings }) => [id, status, findings]),
      [['policy-replicas', 'fail', 1]]
    )
    assert.match(run('nsa').stderr, /admission policies are items of the framework own: nsa has nothing to do/)
  })

  test('mistakes are told with what was meant', (t) => {
    const cwd = tempTree(t, { 'a.yaml': faults.high })
    const said = (...args: string[]): string => {
      const { status, stderr } = bulwark(['report', ...args], { cwd })
      assert.equal(status, 2)
      return stderr
    }
    assert.match(said('.'), /which framework\? guide, nsa, cis/)
    assert.match(said('-f', 'nsaa'), /did you mean "nsa"/)
    assert.match(said('-f', 'nsa', '-f', 'cis'), /can be given once only/)
    assert.match(said('-f', 'cis@9'), /known are 1\.8/)
  })

  test('evidence for what needs none, or does not exist, is refused with its line', (t) => {
    const record = (framework: string, item: string, recorded: string): string =>
      `evidence:\n  - {framework: ${framework}, item: "${item}", evidence: x, owner: us, recorded: ${recorded}, expires: 9999-12-31}\n`
    const wrong: [string, RegExp][] = [
      [record('nsaa', '5.4', '2026-01-01'), /bulwark.yaml:2:17: unknown framework "nsaa"; did you mean "nsa"/],
      [record('nsa', '1.8', '2026-01-01'), /nsa has no item "1.8" that needs evidence/],
      [record('nsa', '5.4', 'today'), /recorded cannot be "today"/]
    ]
    for (const [config, message] of wrong) {
      const { status, stderr } = bulwark(['report', '-f', 'nsa', '.'], { cwd: tempTree(t, { 'bulwark.yaml': config }) })
      assert.equal(status, 2)
      assert.match(stderr, message)
    }
  })
})

describe('a managed cluster', () => {
  test('its control plane is answered for by its provider', (t) => {
    const cwd = tempTree(t, { 'a.yaml': goodPod('a') })
    const items = (...args: string[]): Map<string, Item & { provider: string | null }> => {
      const { stdout, stderr } = bulwark(['report', '-f', 'cis', '.', '-o', 'json', ...args], { cwd })
      assert.ok(stdout !== '', stderr)
      return new Map(JSON.parse(stdout).items.map((item: Item) => [item.id, item]))
    }
    const own = items().get('1.2.16')
    assert.deepEqual([own?.status, own?.unknown], ['unknown', 'the input holds no kube-apiserver'])
    const managed = items('--profile', 'eks')
    assert.deepEqual([managed.get('1.2.16')?.status, managed.get('1.2.16')?.provider], ['notApplicable', 'Amazon EKS'])
    assert.equal(managed.get('4.2.1')?.status, 'unknown')
    assert.equal(managed.get('5.2.2')?.status, 'pass')
    assert.match(bulwark(['report', '-f', 'cis', '.', '--profile', 'ekss'], { cwd }).stderr, /did you mean "eks"/)
  })
})
