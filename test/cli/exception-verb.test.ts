import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark } from './bulwark.ts'
import { faults } from './manifests.ts'
import { scan } from './report.ts'

const why = ['--owner', 'me', '--expires', '9999-12-31', '--reason', 'a debugger']

describe('bulwark exception', () => {
  test('add writes what the next scan goes by, and list shows it', (t) => {
    const cwd = tempTree(t, { 'a.yaml': faults.high, 'bulwark.yaml': '# ours\nfailOn: low # strict\n' })
    const { status, stdout } = bulwark(['exception', 'add', 'host-pid', '-n', 'shop', '--name', 'hi*', ...why], { cwd })
    assert.equal(status, 0)
    assert.match(stdout, /Added to bulwark.yaml: host-pid tolerated until 9999-12-31/)
    assert.match(readFileSync(join(cwd, 'bulwark.yaml'), 'utf8'), /^# ours\nfailOn: low # strict\nexceptions:\n/)
    assert.equal(scan(['a.yaml'], { cwd }).status, 0)
    assert.equal(bulwark(['exception', 'add', 'host-ipc', '-n', 'shop', '--id', 'two', ...why], { cwd }).status, 0)
    const listed = JSON.parse(bulwark(['exception', 'list', '-o', 'json'], { cwd }).stdout)
    assert.deepEqual(
      listed.map(({ id, active }: { id: string; active: boolean }) => [id, active]),
      [
        ['exception 1', true],
        ['two', true]
      ]
    )
    assert.match(
      bulwark(['exception', 'list'], { cwd }).stdout,
      /two: host-ipc\n {2}namespaces shop\n {2}until 9999-12-31/
    )
  })

  test('add -o yaml prints an object for a cluster', (t) => {
    const args = ['exception', 'add', 'host-pid', '-n', 'shop', '--id', 'debug', '-o', 'yaml', ...why]
    const { stdout } = bulwark(args, { cwd: tempTree(t, {}) })
    assert.match(stdout, /^apiVersion: bulwark.dev\/v1alpha1\nkind: HardeningException\nmetadata:\n {2}name: "debug"\n/)
  })

  test('list has what manifests ask for, with its place, and what is refused first', (t) => {
    const annotated = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  template:
    metadata:
      annotations:
        bulwark.dev/except: |
          host-pid; container=app; owner=tenant; expires=9999-12-31; reason=a debugger
          host-ipc; owner=tenant; reason=no end
          hots-ipc, policy-of-ours; owner=tenant; expires=2020-01-31; reason=x
    spec: {containers: [{name: app, image: registry.example/app:1}]}
`
    const manifest = `
apiVersion: bulwark.dev/v1alpha1
kind: HardeningException
metadata: {name: whole-shop}
spec: {controls: [host-ipc], selector: {namespaces: [shop]}, reason: r, owner: o, expires: 9999-01-31}
`
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    const config = `exceptions: [{controls: [host-pid], selector: {names: [a]}, reason: b, owner: c, expires: ${soon}}]\n`
    const cwd = tempTree(t, { 'k8s/web.yaml': annotated, 'k8s/z.yaml': manifest, 'bulwark.yaml': config })
    const { status, stdout } = bulwark(['exception', 'list', 'k8s', '-o', 'json'], { cwd })
    assert.equal(status, 2)
    type Listed = Record<'state' | 'source' | 'file' | 'line', string> & { resource: { kind: string } | null }
    const listed: Listed[] = JSON.parse(stdout)
    assert.deepEqual(
      listed.map(({ state, source, file, line, resource }) => [state, source, file, line, resource?.kind]),
      [
        ['refused', 'annotation', 'k8s/web.yaml', 9, 'Deployment'],
        ['expired', 'annotation', 'k8s/web.yaml', 9, 'Deployment'],
        ['expiring', 'configuration', 'bulwark.yaml', null, undefined],
        ['active', 'manifest', 'k8s/z.yaml', 5, 'HardeningException'],
        ['active', 'annotation', 'k8s/web.yaml', 9, 'Deployment']
      ]
    )
    const text = bulwark(['exception', 'list', 'k8s'], { cwd }).stdout
    for (const line of [
      /^annotation: refused, and counts for nothing\n {2}.*expires=… is missing.*\n {2}annotation of Deployment shop\/web in k8s\/web.yaml:9\n/,
      /hots-ipc, policy-of-ours\n.*\n {2}expired, it ended on 2020-01-31, by tenant: x\n {2}unknown control "hots-ipc"; did you mean/,
      /\d days left: expiring soon\), by c: b\n {2}in bulwark.yaml\n/,
      /whole-shop: host-ipc\n {2}namespaces shop\n.*\n {2}HardeningException whole-shop in k8s\/z.yaml:5: counts where it is applied/,
      /host-pid\n {2}Deployment shop\/web; containers app\n/
    ])
      assert.match(text, line)
    const broken = bulwark(['exception', 'list', 'gone.yaml'], { cwd })
    assert.equal(broken.status, 2)
    assert.match(broken.stderr, /gone.yaml/)
  })

  test('what is missing or wrong is told', (t) => {
    const flow =
      'exceptions: [{controls: [host-pid], selector: {names: [a]}, reason: b, owner: c, expires: 2027-01-01}]\n'
    const cwd = tempTree(t, { 'flow.yaml': flow, 'wrong.yaml': 'failon: low\n' })
    const wrong: [string[], RegExp][] = [
      [['add'], /which controls\?/],
      [['add', 'host-pidd', '-n', 'a', ...why], /did you mean "host-pid"/],
      [['add', 'host-pid', '-n', 'a', '--owner', 'me', '--reason', 'x'], /--expires is missing/],
      [
        ['add', 'host-pid', '-n', 'a', '--owner', 'me', '--reason', ' ', '--expires', '2030-01-01'],
        /--reason is missing/
      ],
      [
        ['add', 'host-pid', '-n', 'a', '--owner', 'me', '--reason', 'x', '--expires', '2020-01-01'],
        /2020-01-01 is over/
      ],
      [['add', 'host-pid', '-n', 'a', '--owner', 'me', '--reason', 'x', '--expires', 'soon'], /write a day, like/],
      [['add', 'host-pid', ...why], /selector must say which objects are meant/],
      [['add', 'host-pid', '--label', 'app=a', ...why], /labels count within namespaces/],
      [['add', 'host-pid', '-n', 'a', '--config', 'flow.yaml', ...why], /in flow style; add this to them by hand/],
      [['add', 'host-pid', '-n', 'a', '--config', 'wrong.yaml', ...why], /wrong.yaml:1:1: unknown key "failon"/],
      [['add', 'host-pid', '-n', 'a', '--cluster', ...why], /add changes files only; for a cluster/],
      [['list', '--context', 'a'], /--context is about a live cluster/],
      [['remove'], /write: bulwark exception add/]
    ]
    for (const [args, message] of wrong) {
      const { status, stderr } = bulwark(['exception', ...args], { cwd })
      assert.equal(status, 2, args.join(' '))
      assert.match(stderr, message)
    }
  })
})
