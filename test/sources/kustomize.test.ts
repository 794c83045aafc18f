import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { podViews } from '../../src/estate/workload.ts'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { identities, positions, readAll } from './reading.ts'
import { withScripts, withTool } from './user-tools.ts'

const data = join(import.meta.dirname, '../data/kustomize')
const shop = join(data, 'shop')
const container = ['spec', 'template', 'spec', 'containers', 0]

describe('Kustomize', () => {
  test('renders each overlay, and reads no base, patch or input by itself', async (t) => {
    if (!(await withTool(t, 'kustomize'))) return
    const reading = readAll([shop])
    assert.deepEqual(reading.errors, [])
    assert.deepEqual(reading.skipped, [])
    assert.deepEqual(
      identities(reading).map((each) => each.replace(/-[a-z0-9]{10}$/, '-HASH')),
      [
        'ConfigMap dev/settings-HASH',
        'ConfigMap prod/shop-settings-HASH',
        'Deployment dev/web',
        'Deployment prod/shop-web',
        'Pod dev/debug',
        'Service dev/web',
        'Service dev/web-admin',
        'Service prod/shop-web',
        'Service prod/shop-web-admin',
        'ServiceAccount dev/web',
        'ServiceAccount prod/shop-web'
      ]
    )
    for (const { resource } of reading.read)
      assert.doesNotMatch(JSON.stringify(resource.object), /kubernetes\.io\/origin/)
  })

  test('gives the objects that Kustomize itself gives', async (t) => {
    if (!(await withTool(t, 'kustomize'))) return
    for (const folder of [join(shop, 'overlays/prod'), join(shop, 'overlays/dev'), join(data, 'references')]) {
      const { stdout } = spawnSync('kustomize', ['build', folder], { encoding: 'utf8' })
      const expected = parseYaml(stdout).map(({ value }) => JSON.stringify(value))
      const objects = readAll([folder]).read.map(({ resource }) => JSON.stringify(resource.object))
      assert.ok(expected.length > 3)
      assert.deepEqual(objects.sort(), expected.sort())
    }
  })

  test('traces each field to the file that says it', async (t) => {
    if (!(await withTool(t, 'kustomize'))) return
    const reading = readAll([shop])
    const at = (which: string, ...paths: (string | number)[][]) => Object.values(positions(reading, which, paths, shop))
    assert.deepEqual(
      at(
        'Deployment prod/shop-web',
        [...container, 'securityContext', 'privileged'],
        [...container, 'securityContext', 'runAsUser'],
        [...container, 'image'],
        ['spec', 'template', 'spec', 'hostPID'],
        ['spec', 'template', 'spec', 'hostNetwork'],
        ['spec', 'template', 'spec', 'volumes', 0, 'hostPath', 'path'],
        ['spec', 'template', 'spec', 'containers', 1, 'securityContext', 'allowPrivilegeEscalation'],
        ['spec', 'template', 'spec', 'containers', 1, 'securityContext', 'runAsNonRoot']
      ),
      [
        'overlays/prod/privileged.yaml:11:25 exact',
        'overlays/prod/privileged.yaml:10:11 parent',
        'base/web.yaml:23:18 exact',
        'overlays/prod/kustomization.yaml:13:12 parent',
        'overlays/prod/host-network.yaml:3:10 exact',
        'overlays/prod/host-network.yaml:9:15 exact',
        'base/web.yaml:21:39 exact',
        'base/web.yaml:20:11 parent'
      ]
    )
    assert.deepEqual(at('Service prod/shop-web-admin', ['metadata', 'name']), ['base/services.yaml:10:23 exact'])
    assert.deepEqual(at('Pod dev/debug', ['spec', 'containers', 0, 'image']), ['components/debug/pod.yaml:8:14 exact'])
    const settings = reading.read.find(({ resource }) => resource.kind === 'ConfigMap')?.resource.name
    assert.deepEqual(at(`ConfigMap dev/${settings}`, ['data']), ['base/kustomization.yaml:7:5 parent'])
  })

  test('renders an overlay that is named alone, its base outside', async (t) => {
    if (!(await withTool(t, 'kustomize'))) return
    const reading = readAll([join(shop, 'overlays/prod/kustomization.yaml')])
    assert.equal(reading.read.length, 5)
    const web = reading.read.find(({ resource }) => resource.kind === 'Deployment')?.resource
    assert.equal(web?.origin.file, join(shop, 'base/web.yaml'))
    assert.equal(web?.origin.document, 1)
    assert.deepEqual(
      (web === undefined ? [] : podViews(web)).flatMap(({ containers }) => containers.map(({ name }) => name)),
      ['app', 'proxy']
    )
  })

  test('an object that comes out the same in two overlays is read once', async (t) => {
    if (!(await withTool(t, 'kustomize'))) return
    const overlay = 'resources: [../base]\n'
    const root = tempTree(t, {
      'base/kustomization.yaml': 'resources: [a.yaml]\n',
      'base/a.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\n',
      'one/kustomization.yaml': overlay,
      'two/kustomization.yaml': overlay
    })
    assert.deepEqual(identities(readAll([root])), ['ServiceAccount a'])
  })

  test("says in the tool's own words why it failed, and reads the plain files", async (t) => {
    if (!(await withTool(t, 'kustomize'))) return
    const root = tempTree(t, {
      'kustomization.yaml': 'resources: [a.yaml, b.yaml]\n',
      'a.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\n',
      'b.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\n'
    })
    const { errors, read } = readAll([root])
    assert.equal(errors.length, 1)
    assert.match(errors[0]?.message ?? '', /not rendered.*may not add resource with an already registered id/)
    assert.doesNotMatch(errors[0]?.message ?? '', /\.\.\//, 'no path from a temporary folder')
    assert.equal(read.length, 2)
  })

  test('a remote base is one error; nothing is run, plain files are read, patches are not', (t) => {
    const folder = withScripts(t, {
      kustomize: 'echo ran > "$0.ran"',
      kubectl: 'echo ran > "$0.ran"',
      git: 'echo ran > "$0.ran"'
    })
    const reading = readAll([join(data, 'remote')])
    assert.deepEqual(readdirSync(folder).sort(), ['git', 'kubectl', 'kustomize'])
    assert.deepEqual(
      reading.errors.map(({ line, column, message }) => [line, column, /on the network.*--allow-remote/.test(message)]),
      [[2, 5, true]]
    )
    assert.deepEqual(identities(reading), ['Pod lonely'])
    assert.deepEqual(
      reading.skipped.map(({ file, reason }) => `${file.slice(data.length + 1)}: ${reason}`),
      [
        'remote/kustomization.yaml: a kustomization, not rendered: see the errors',
        'remote/patch.yaml: a patch for Kustomize, not an object'
      ]
    )
  })

  test('without a tool each overlay is one error and its plain files are read', (t) => {
    withScripts(t, {})
    const reading = readAll([join(shop, 'overlays')])
    assert.deepEqual(
      reading.errors.map(({ message }) => /neither kustomize nor kubectl is installed/.test(message)),
      [true, true]
    )
    assert.deepEqual(identities(reading), [
      'Deployment web',
      'Pod debug',
      'Service web',
      'Service web-admin',
      'ServiceAccount web'
    ])
  })

  test('kubectl stands in for kustomize', (t) => {
    withScripts(t, { kubectl: 'echo "apiVersion: v1"; echo "kind: ServiceAccount"; echo "metadata: {name: $1}"' })
    assert.deepEqual(identities(readAll([join(shop, 'overlays/dev')])), ['ServiceAccount kustomize'])
  })

  test('--render never runs nothing and reads the plain files, without an error', (t) => {
    const folder = withScripts(t, { kustomize: 'echo ran > "$0.ran"' })
    const reading = readAll([shop], { render: 'never' })
    assert.deepEqual(readdirSync(folder), ['kustomize'])
    assert.deepEqual(reading.errors, [])
    assert.deepEqual(identities(reading), [
      'Deployment web',
      'Pod debug',
      'Service web',
      'Service web-admin',
      'ServiceAccount web'
    ])
    assert.ok(reading.skipped.some(({ file }) => file.endsWith('privileged.yaml')))
  })

  test('leaves no temporary folder behind', (t) => {
    withScripts(t, { kustomize: 'exit 1' })
    const folder = tempTree(t, {})
    const before = process.env.TMPDIR
    process.env.TMPDIR = folder
    t.after(() => {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
    })
    readAll([join(shop, 'overlays/dev')])
    assert.deepEqual(readdirSync(folder), [])
  })
})
