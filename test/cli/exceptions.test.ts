import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark } from './bulwark.ts'
import { faults } from './manifests.ts'
import { type Report, scan, troubles } from './report.ts'

const entry = (lines: Record<string, string>): string => {
  const all = {
    controls: '[host-pid]',
    selector: '{namespaces: [shop]}',
    reason: 'a debugger',
    owner: 'shop@example.com',
    expires: '9999-12-31',
    ...lines
  }
  return `exceptions:\n  - ${Object.entries(all)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n    ')}\n`
}

const annotated = (text: string): string =>
  faults.high.replace('metadata:\n', `metadata:\n  annotations:\n    bulwark.dev/except: "${text}"\n`)

function statuses({ findings }: Report): string[] {
  return findings.map(({ control, status }) => `${control} ${status}`)
}

describe('exceptions in bulwark.yaml', () => {
  test('a finding that is covered stays, marked, and does not count', (t) => {
    const cwd = tempTree(t, { 'a.yaml': faults.high, 'bulwark.yaml': entry({ id: 'debugging' }) })
    const report = scan(['a.yaml'], { cwd })
    assert.equal(report.status, 0)
    assert.deepEqual(statuses(report), ['host-pid excepted'])
    assert.deepEqual(report.findings[0]?.exception, {
      id: 'debugging',
      reason: 'a debugger',
      owner: 'shop@example.com',
      expires: '9999-12-31'
    })
    assert.equal(report.summary.status.excepted, 1)
    assert.equal(report.summary.findings.high, 0)
    const { stdout } = bulwark(['scan', 'a.yaml'], { cwd })
    assert.match(stdout, /excepted .*host-pid/)
    assert.match(stdout, /until 9999-12-31 by shop@example.com: a debugger/)
  })

  test('one that has ended covers nothing and is a finding at its own place', (t) => {
    const cwd = tempTree(t, { 'a.yaml': faults.high, 'bulwark.yaml': `# ours\n${entry({ expires: '2026-01-31' })}` })
    const report = scan(['a.yaml'], { cwd })
    assert.equal(report.status, 1)
    assert.deepEqual(statuses(report), ['host-pid fail', 'expired-exception fail'])
    const { file, line, message } = report.findings[1] ?? assert.fail()
    assert.deepEqual([file, line], ['bulwark.yaml', 3])
    assert.match(message, /shop@example.com for host-pid ended on 2026-01-31/)
  })

  test('one that covers nothing is a finding, unless a filter hides what it is about', (t) => {
    const cwd = tempTree(t, { 'a.yaml': faults.high, 'bulwark.yaml': entry({ selector: '{names: [gone]}' }) })
    assert.deepEqual(statuses(scan(['a.yaml'], { cwd })), ['host-pid fail', 'unused-exception fail'])
    assert.deepEqual(statuses(scan(['a.yaml', '-n', 'shop'], { cwd })), ['host-pid fail'])
  })

  test('what only the whole estate can tell is covered, too', (t) => {
    const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n'
    const cwd = tempTree(t, { 'a.yaml': namespace, 'bulwark.yaml': entry({ controls: '[resource-quota]' }) })
    assert.ok(statuses(scan(['a.yaml'], { cwd })).includes('resource-quota excepted'))
  })

  test('a control that is tolerated covers at the same place what it implies, since that is the same fault', (t) => {
    const pod = faults.high.replace(
      /hostPID: true/,
      'volumes: [{name: docker, hostPath: {path: /var/run/docker.sock}}]'
    )
    const cwd = tempTree(t, { 'a.yaml': pod, 'bulwark.yaml': entry({ controls: '[container-runtime-socket]' }) })
    const found = statuses(scan(['a.yaml'], { cwd }))
    assert.ok(found.includes('container-runtime-socket excepted'))
    assert.deepEqual(
      found.filter((status) => /host-path|volume-type/.test(status)),
      []
    )
    // A report on a framework lists each control for itself.
    const report = bulwark(['report', '-f', 'cis-5', 'a.yaml', '-o', 'json'], { cwd })
    const { items } = JSON.parse(report.stdout) as { items: { id: string; status: string; objects: object[] }[] }
    const item = items.find(({ id }) => id === '5.2.11')
    assert.deepEqual([item?.status, item?.objects.length], ['excepted', 2])
  })

  test('but nothing that is graver, nor another place', (t) => {
    const volumes = (list: string): string => faults.high.replace(/hostPID: true/, `volumes: [${list}]`)
    const tolerated = (controls: string, list: string): string[] => {
      const cwd = tempTree(t, { 'a.yaml': volumes(list), 'bulwark.yaml': entry({ controls }) })
      return statuses(scan(['a.yaml'], { cwd })).filter((status) => /socket|host-path|volume-type/.test(status))
    }
    const nfs = '{name: n, nfs: {server: s, path: /a}}'
    const logs = '{name: l, hostPath: {path: /opt/logs}}'
    // Who tolerates volumes of unusual types has not tolerated the file system of the node.
    assert.ok(
      tolerated('[restricted-volume-type]', `${nfs}, ${logs}`).some((status) => /host-path.* fail/.test(status))
    )
    const socket = '{name: d, hostPath: {path: /var/run/docker.sock}}'
    assert.deepEqual(
      tolerated('[container-runtime-socket]', `${socket}, ${logs}`).filter((status) => !/volume-type/.test(status)),
      ['container-runtime-socket excepted', 'host-path-volume fail']
    )
  })

  test('covers what the rights of a role imply, which only all bindings tell', (t) => {
    const binding = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: ops}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: ops}]
`
    const config = entry({ controls: '[cluster-admin-binding]', selector: '{names: [ops]}' })
    const cwd = tempTree(t, { 'a.yaml': binding, 'bulwark.yaml': config })
    assert.deepEqual(statuses(scan(['a.yaml'], { cwd })), ['cluster-admin-binding excepted'])
    const report = bulwark(['report', '-f', 'cis-5', 'a.yaml', '-o', 'json'], { cwd })
    const { items } = JSON.parse(report.stdout) as { items: { id: string; status: string }[] }
    assert.deepEqual(
      items.filter(({ status }) => status === 'fail'),
      []
    )
  })

  test('mistakes are told with line and remedy', (t) => {
    const wrong: [string, RegExp][] = [
      [entry({ reason: '""' }), /bulwark.yaml:4:13: an exception needs a reason/],
      [entry({}).replace(/\n.*reason.*/, ''), /bulwark.yaml:2:\d+: item 1 of exceptions needs reason/],
      [entry({ expires: 'never' }), /expires cannot be "never": write a day, like 2027-03-31/],
      [entry({ controls: '[host-pidd]' }), /unknown control "host-pidd"; did you mean "host-pid"/],
      [entry({ selector: '{labels: {app: web}}' }), /labels count within namespaces that are named in full/],
      [entry({ selector: '{}' }), /selector must say which objects are meant/]
    ]
    for (const [config, message] of wrong) {
      const cwd = tempTree(t, { 'a.yaml': faults.high, 'bulwark.yaml': config })
      const { status, stderr } = bulwark(['scan', 'a.yaml'], { cwd })
      assert.equal(status, 2)
      assert.match(stderr, message)
    }
  })
})

describe('exceptions in annotations', () => {
  const text = 'host-pid; owner=shop@example.com; expires=9999-12-31; reason=a debugger'

  test('count when files are scanned, unless they are turned off', (t) => {
    const cwd = tempTree(t, { 'a.yaml': annotated(text) })
    assert.deepEqual(statuses(scan(['a.yaml'], { cwd })), ['host-pid excepted'])
    assert.deepEqual(statuses(scan(['a.yaml', '--no-inline-exceptions'], { cwd })), ['host-pid fail'])
  })

  test('a wrong one is an error with its line, and covers nothing', (t) => {
    const cwd = tempTree(t, { 'a.yaml': annotated('host-pid; owner=me') })
    const report = scan(['a.yaml'], { cwd })
    assert.equal(report.status, 2)
    assert.deepEqual(statuses(report), ['host-pid fail'])
    assert.match(troubles(report).join(), /a.yaml:\d+:\d+ bulwark.dev\/except: expires=… is missing/)
  })
})

describe('a baseline', () => {
  test('records what is there, and only what is new counts', (t) => {
    const cwd = tempTree(t, { 'a.yaml': faults.high })
    const first = bulwark(['scan', '.', '--baseline', 'known.json'], { cwd })
    assert.equal(first.status, 0)
    assert.match(first.stderr, /recorded 1 findings in known.json/)
    assert.equal(scan(['.', '--baseline', 'known.json'], { cwd }).status, 0)

    const more = tempTree(t, { 'a.yaml': `# moved\n\n${faults.high}`, 'b.yaml': faults.critical })
    const report = scan([more, '--baseline', 'known.json'], { cwd })
    assert.equal(report.status, 1)
    assert.deepEqual(
      report.findings.map(({ control, baseline }) => [control, baseline]),
      [
        ['host-pid', true],
        ['privileged-container', undefined]
      ]
    )
    assert.equal(report.summary.findings.high, 0)
    const { stdout } = bulwark(['scan', more, '--baseline', 'known.json'], { cwd })
    assert.doesNotMatch(stdout, /host-pid/)
    assert.match(stdout, /Baseline: 1 known finding not shown/)
  })

  test('what is mended is said, and --update-baseline records anew', (t) => {
    const cwd = tempTree(t, { 'a.yaml': faults.high, 'b.yaml': faults.critical })
    bulwark(['scan', '.', '--baseline', 'known.json'], { cwd })
    const { stdout } = bulwark(['scan', 'a.yaml', '--baseline', 'known.json'], { cwd })
    assert.match(stdout, /1 finding of it gone: --update-baseline/)
    const anew = bulwark(['scan', 'a.yaml', '--baseline', 'known.json', '--update-baseline'], { cwd })
    assert.match(anew.stderr, /recorded 1 findings/)
    assert.equal(scan(['.', '--baseline', 'known.json'], { cwd }).status, 1)
  })

  test('a file that is none is refused', (t) => {
    const cwd = tempTree(t, { 'a.yaml': faults.high, 'known.json': '{"findings": 3}' })
    const { status, stderr } = bulwark(['scan', '.', '--baseline', 'known.json'], { cwd })
    assert.equal(status, 2)
    assert.match(stderr, /known.json is not a baseline/)
    assert.equal(bulwark(['scan', '.', '--update-baseline'], { cwd }).status, 2)
  })
})
