/** `bulwark fix --companions` as users run it. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { companionReportSchema } from '../../scripts/schema/companion-report-schema.ts'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { withTool } from '../sources/user-tools.ts'
import { bulwark } from './bulwark.ts'

const namespace = `# Everybody shops here.
apiVersion: v1
kind: Namespace
metadata:
  name: shop # not to be renamed
`

const web = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      # one is enough
      containers:
        - {name: app, image: "registry.example/web:1.4", resources: {limits: {cpu: "1", memory: 1Gi}}}
`

const changedNamespace = `${namespace}  labels:
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/enforce-version: v1.33
    pod-security.kubernetes.io/audit: restricted
    pod-security.kubernetes.io/warn: restricted
`
const changedWeb = web.replace('1Gi}}}\n', '1Gi}}}\n      serviceAccountName: web\n')

const all = ['fix', '.', '--companions', '--grade', 'breaking', '--kube-version', '1.33']

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}

describe('fix --companions', () => {
  test('shows a diff that git takes, and writes the same in place', (t) => {
    const [shown, written] = [0, 1].map(() => tempTree(t, { 'k8s/shop.yaml': namespace, 'apps/web.yaml': web }))
    assert.ok(shown !== undefined && written !== undefined)
    const { stdout, stderr, status } = bulwark(all, { cwd: shown })
    assert.equal(status, 0, stderr)
    assert.match(
      stderr,
      /5 companions to be added to 1 namespace: 2 safe, 3 review \(nothing is written without --write\)/
    )
    assert.equal(read(shown, 'k8s/shop.yaml'), namespace)
    const applied = spawnSync('git', ['apply', '-'], { cwd: shown, input: stdout, encoding: 'utf8' })
    assert.equal(applied.status, 0, applied.stderr)
    const second = bulwark([...all, '--write'], { cwd: written })
    assert.match(second.stderr, /5 companions added to 1 namespace/)
    for (const folder of [shown, written]) {
      assert.equal(read(folder, 'k8s/shop.yaml'), changedNamespace)
      assert.equal(read(folder, 'apps/web.yaml'), changedWeb)
      assert.deepEqual(readdirSync(join(folder, 'k8s')).sort(), ['shop-hardening.yaml', 'shop.yaml'])
    }
    assert.equal(read(shown, 'k8s/shop-hardening.yaml'), read(written, 'k8s/shop-hardening.yaml'))
    const third = bulwark(all, { cwd: written })
    assert.equal(third.stdout, '')
    assert.match(third.stderr, /^Nothing is added\.$/m)
  })

  test('makes only what the grade allows, and says what is left and why', (t) => {
    const folder = tempTree(t, { 'shop.yaml': namespace, 'web.yaml': web })
    const { stdout, stderr, status } = bulwark(['fix', '.', '--companions'], { cwd: folder })
    assert.match(stdout, /^# safe: .* \(2 companions\)$/m)
    assert.doesNotMatch(stdout, /NetworkPolicy/)
    assert.match(stderr, /3 companions cost more than --grade allows:\n {2}shop: resource-quota \(review\): /)
    assert.equal(status, 0)
    assert.equal(bulwark(['fix', '.', '--companions', '--fail-on', 'medium'], { cwd: folder }).status, 1)
  })

  test('makes what a control, a framework or a namespace asks for', (t) => {
    const folder = tempTree(t, {
      'shop.yaml': namespace,
      'web.yaml': web,
      'other.yaml': namespace.replace('shop #', 'other #')
    })
    const one = bulwark([...all, '--control', 'resource-quota', '--namespace', 'shop'], { cwd: folder })
    assert.match(one.stderr, /^1 companion to be added to 1 namespace/)
    const none = bulwark([...all, '--framework', 'pss-restricted'], { cwd: folder })
    assert.match(none.stderr, /^Nothing is added/)
  })

  test('never writes over a file', (t) => {
    const folder = tempTree(t, { 'shop.yaml': namespace, 'web.yaml': web, 'shop-hardening.yaml': '# mine\n' })
    const { stderr } = bulwark([...all, '--write'], { cwd: folder })
    assert.match(stderr, /5 companions added/)
    assert.equal(read(folder, 'shop-hardening.yaml'), '# mine\n')
    assert.ok(existsSync(join(folder, 'shop-hardening-2.yaml')))
  })

  test('changes nothing where it cannot make the new file', (t) => {
    const folder = tempTree(t, { 'k8s/shop.yaml': namespace, 'web.yaml': web })
    chmodSync(folder, 0o777)
    chmodSync(join(folder, 'web.yaml'), 0o666)
    const { stderr, status } = bulwark([...all, '--write'], { cwd: folder, uid: 65534 })
    assert.equal(status, 2)
    assert.match(stderr, /not written: k8s\/shop-hardening\.yaml: /)
    assert.equal(read(folder, 'web.yaml'), web)
  })

  test('leaves out whole what needs a change of a file that is read-only', (t) => {
    const folder = tempTree(t, { 'shop.yaml': namespace, 'web.yaml': web })
    chmodSync(join(folder, 'web.yaml'), 0o444)
    const { stderr } = bulwark([...all, '--write'], { cwd: folder })
    assert.match(stderr, /^4 companions added to 1 namespace/)
    assert.match(
      stderr,
      /shop: service-accounts: the file is read-only: set spec\.template\.spec\.serviceAccountName: web/
    )
    assert.doesNotMatch(read(folder, 'shop-hardening.yaml'), /ServiceAccount/)
  })

  test('takes objects that name no namespace for those of one that the user names', (t) => {
    const folder = tempTree(t, { 'web.yaml': web.replace('  namespace: shop\n', '') })
    assert.match(bulwark(all, { cwd: folder }).stderr, /^Nothing is added/)
    const { stdout } = bulwark([...all, '--assume-namespace', 'shop'], { cwd: folder })
    assert.match(stdout, /^\+\+\+ b\/shop-hardening\.yaml$/m)
    assert.match(stdout, /^\+ {2}namespace: shop$/m)
  })

  test('sizes quotas by the number of nodes', (t) => {
    const daemons = web.replace('Deployment', 'DaemonSet')
    const folder = tempTree(t, { 'shop.yaml': namespace, 'web.yaml': daemons })
    const { stdout } = bulwark([...all, '--nodes', '40'], { cwd: folder })
    assert.match(stdout, /^\+ {4}pods: "50"$/m)
    const wrong = bulwark([...all, '--nodes', 'many'], { cwd: folder })
    assert.equal(wrong.status, 2)
    assert.match(wrong.stderr, /--nodes many: write a number, such as 12/)
  })

  describe('in a Kustomize overlay', () => {
    const base = {
      'base/web.yaml': web.replace('  namespace: shop\n', ''),
      'base/kustomization.yaml': 'resources: [web.yaml]\n'
    }

    test('adds a patch and a resource, which it then renders as they are', async (t) => {
      if (!(await withTool(t, 'kustomize'))) return
      const folder = tempTree(t, {
        ...base,
        'prod/kustomization.yaml': 'namespace: prod # live\nresources: [../base]\n'
      })
      const { stderr } = bulwark([...all, '--write'], { cwd: folder })
      assert.match(stderr, /^5 companions added to 1 namespace/)
      assert.equal(
        read(folder, 'prod/kustomization.yaml'),
        `namespace: prod # live
resources: [../base, prod-hardening.yaml]
patches:
- path: hardening/deployment-web.yaml
`
      )
      assert.match(read(folder, 'prod/hardening/deployment-web.yaml'), /serviceAccountName: web\n$/)
      assert.equal(read(folder, 'base/web.yaml'), base['base/web.yaml'])
      const again = bulwark(all, { cwd: folder })
      assert.equal(again.stdout, '')
      assert.match(again.stderr, /^Nothing is added/)
    })

    test('leaves new objects beside one that would change them, and says so', async (t) => {
      if (!(await withTool(t, 'kustomize'))) return
      const kustomization = 'namespace: prod\ncommonLabels: {team: shop}\nresources: [../base]\n'
      const folder = tempTree(t, { ...base, 'prod/kustomization.yaml': kustomization })
      const { stderr } = bulwark([...all, '--write'], { cwd: folder })
      assert.match(
        stderr,
        /prod\/prod-hardening\.yaml is not among the resources of prod\/kustomization\.yaml, which would change it: apply it as it is/
      )
      assert.equal(
        read(folder, 'prod/kustomization.yaml'),
        `${kustomization}patches:\n- path: hardening/deployment-web.yaml\n`
      )
      assert.match(bulwark(all, { cwd: folder }).stderr, /^Nothing is added/)
    })
  })

  test('says what to change where an object comes out of a chart', async (t) => {
    if (!(await withTool(t, 'helm'))) return
    const folder = tempTree(t, {
      'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'chart/templates/web.yaml': web
    })
    const { stdout, stderr } = bulwark(all, { cwd: folder })
    assert.match(stdout, /^\+\+\+ b\/chart\/shop-hardening\.yaml$/m)
    assert.match(
      stderr,
      /shop: service-accounts: it comes out of a chart or an overlay: set spec\.template\.spec\.serviceAccountName: web of Deployment web/
    )
  })

  test('reads standard input, and makes files beside it', (t) => {
    const folder = tempTree(t, {})
    const { stdout, stderr } = bulwark(['fix', '-', '--companions', '--grade', 'breaking'], {
      cwd: folder,
      input: `${namespace}---\n${web}`
    })
    assert.match(stdout, /^\+\+\+ b\/shop-hardening\.yaml$/m)
    assert.match(stderr, /pod-security: standard input cannot be changed: set metadata\.labels/)
  })

  test('tells other programs the same', (t) => {
    const folder = tempTree(t, { 'shop.yaml': namespace, 'web.yaml': web })
    const { stdout } = bulwark(['fix', '.', '--companions', '-o', 'json'], { cwd: folder })
    const ajv = new Ajv2020({ allowUnionTypes: true })
    assert.ok(ajv.validate(companionReportSchema, JSON.parse(stdout)), ajv.errorsText())
    const { companions, left, files } = JSON.parse(stdout)
    assert.deepEqual(
      companions.map(({ theme }: { theme: string }) => theme),
      ['pod-security', 'limit-range']
    )
    assert.equal(companions[0].changes[0].fields[0].path, 'metadata.labels["pod-security.kubernetes.io/enforce"]')
    assert.equal(left.length, 3)
    assert.deepEqual(
      files.map(({ file, new: isNew }: { file: string; new: boolean }) => [file, isNew]),
      [
        ['shop-hardening.yaml', true],
        ['shop.yaml', false]
      ]
    )
  })

  test('says what cannot be read, and goes on with the rest', (t) => {
    const folder = tempTree(t, { 'shop.yaml': namespace, 'broken.yaml': 'a: [1\n' })
    const { stderr, status } = bulwark(all, { cwd: folder })
    assert.equal(status, 2)
    assert.match(stderr, /broken\.yaml:\d+:\d+: /)
    assert.match(stderr, /companions to be added to 1 namespace/)
    writeFileSync(join(folder, 'broken.yaml'), '')
    assert.equal(bulwark([...all, '--interactive'], { cwd: folder }).status, 2)
  })
})
