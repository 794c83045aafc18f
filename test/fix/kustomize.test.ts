import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import type { Path } from '../../src/estate/path.ts'
import { fixOverlay } from '../../src/fix/kustomize/fix-overlay.ts'
import type { Outcome, Wish } from '../../src/fix/rendered/wish.ts'
import { renderChanged } from '../../src/sources/kustomize/overlay-copy.ts'
import { type RenderedOverlay, readOverlays } from '../../src/sources/kustomize/read-overlays.ts'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import type { Change } from '../../src/yaml/edit/change.ts'
import { withTool } from '../sources/user-tools.ts'

const deployment = (name: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  selector:
    matchLabels: {app: ${name}}
  template:
    metadata:
      labels: {app: ${name}}
    spec:
      initContainers:
        - name: migrate
          image: registry.example/migrate:1
        - name: warm
          image: registry.example/warm:1
      containers:
        - name: proxy
          image: registry.example/proxy:1
        - name: app
          image: registry.example/web:1
`
const pod: Path = ['spec', 'template', 'spec']
const noEscalation = (container: Path): Change => ({
  path: [...pod, ...container, 'securityContext', 'allowPrivilegeEscalation'],
  set: false
})

describe('an overlay', () => {
  test('gets a patch for what its base says, and the base stays', async (t) => {
    if (!(await withTool(t, 'kustomize'))) return
    const shop = shopTree(t, { 'base/web.yaml': deployment('web') })
    const outcome = shop.fix('Deployment', [
      [noEscalation(['containers', 1]), { path: [...pod, 'automountServiceAccountToken'], set: false }],
      [
        { path: [...pod, 'volumes', 0], set: { name: 'tmp', emptyDir: {} } },
        { path: [...pod, 'containers', 1, 'volumeMounts', 0], set: { name: 'tmp', mountPath: '/tmp' } }
      ]
    ])
    assert.equal(outcome.done.length, 2)
    assert.deepEqual(shop.texts(outcome), {
      'prod/hardening/deployment-web.yaml': `# What \`bulwark fix\` changes of Deployment web.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
      - name: proxy
      - name: app
        securityContext:
          allowPrivilegeEscalation: false
        volumeMounts:
        - name: tmp
          mountPath: /tmp
      automountServiceAccountToken: false
      volumes:
      - name: tmp
        emptyDir: {}
`,
      'prod/kustomization.yaml': `# Production.
namePrefix: live-
namespace: shop
resources: [../base]
patches:
- path: hardening/deployment-web.yaml
`
    })
  })

  test('has its own files edited in place', async (t) => {
    if (!(await withTool(t, 'kustomize'))) return
    const shop = shopTree(
      t,
      { 'base/web.yaml': deployment('web') },
      { 'apps/own.yaml': `# Ours alone.\n${deployment('own')}` }
    )
    const outcome = shop.fix('Deployment', [[noEscalation(['initContainers', 1])]], 'live-own')
    const texts = shop.texts(outcome)
    assert.deepEqual(Object.keys(texts), ['prod/apps/own.yaml'])
    assert.match(
      texts['prod/apps/own.yaml'] ?? '',
      /^# Ours alone\.\n[\s\S]*image: registry\.example\/warm:1\n {10}securityContext:\n {12}allow/
    )
  })

  test('a patch that is there already is added to', async (t) => {
    if (!(await withTool(t, 'kustomize'))) return
    const patch = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 2 # enough\n'
    const shop = shopTree(
      t,
      { 'base/web.yaml': deployment('web') },
      { 'hardening/deployment-web.yaml': patch },
      'patches:\n- path: hardening/deployment-web.yaml\n'
    )
    const outcome = shop.fix('Deployment', [[noEscalation(['containers', 0])]])
    const texts = shop.texts(outcome)
    assert.deepEqual(Object.keys(texts), ['prod/hardening/deployment-web.yaml'])
    assert.match(texts['prod/hardening/deployment-web.yaml'] ?? '', /replicas: 2 # enough\n {2}template:/)
  })

  test('a custom resource, whose lists have no merge keys, gets a JSON patch', async (t) => {
    if (!(await withTool(t, 'kustomize'))) return
    const rollout = deployment('web').replace('apps/v1', 'argoproj.io/v1alpha1').replace('Deployment', 'Rollout')
    const shop = shopTree(t, { 'base/web.yaml': rollout })
    const outcome = shop.fix('Rollout', [[noEscalation(['containers', 1])]])
    assert.equal(outcome.done.length, 1)
    assert.deepEqual(Object.keys(shop.texts(outcome)).sort(), [
      'prod/hardening/rollout-web.json-patch.yaml',
      'prod/kustomization.yaml'
    ])
  })

  test('what a later step of the overlay undoes is refused, and the rest is done', async (t) => {
    if (!(await withTool(t, 'kustomize'))) return
    const shop = shopTree(
      t,
      { 'base/web.yaml': deployment('web') },
      {},
      'images:\n- name: registry.example/web\n  newTag: "7"\n'
    )
    const outcome = shop.fix('Deployment', [
      [{ path: [...pod, 'containers', 1, 'image'], set: 'registry.example/web:8' }],
      [noEscalation(['containers', 1])]
    ])
    assert.deepEqual(
      [outcome.done.length, outcome.refused.map(({ reason }) => reason)],
      [1, ['no patch makes Kustomize render it so']]
    )
  })

  test('a second run has nothing to do, since the wish is met', async (t) => {
    if (!(await withTool(t, 'kustomize'))) return
    const shop = shopTree(t, { 'base/web.yaml': deployment('web') })
    const wish: Change[] = [
      { path: ['spec', 'template', 'spec', 'containers', 1, 'image'], set: 'registry.example/web:1' }
    ]
    const outcome = shop.fix('Deployment', [wish])
    assert.deepEqual([outcome.files.size, outcome.done.length], [0, 1])
  })
})

/** A base, and an overlay of it in `prod`. */
function shopTree(
  t: TestContext,
  base: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>> = {},
  more = ''
) {
  const resources = ['../base', ...Object.keys(own).filter((file) => !file.startsWith('hardening/'))]
  const folder = tempTree(t, {
    'base/kustomization.yaml': 'resources: [web.yaml]\n',
    ...base,
    ...Object.fromEntries(Object.entries(own).map(([file, text]) => [`prod/${file}`, text])),
    'prod/kustomization.yaml': `# Production.\nnamePrefix: live-\nnamespace: shop\nresources: [${resources.join(', ')}]\n${more}`
  })
  const read = (): RenderedOverlay => {
    const [overlay] = readOverlays([join(folder, 'prod')], {})
    assert.ok(overlay)
    return overlay
  }
  return {
    fix(kind: string, wishes: readonly (readonly Change[])[], name = 'live-web'): Outcome {
      const { file, folders, files, unit } = read()
      const resource = unit.resources.find((each) => each.kind === kind && each.name === name)
      assert.ok(resource)
      const overlay = {
        file,
        folders,
        read: (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null),
        render: (changed: ReadonlyMap<string, string>) => renderChanged(file, files, changed, false)
      }
      return fixOverlay(
        overlay,
        wishes.map<Wish>((changes) => ({ resource, changes }))
      )
    },
    texts: (outcome: Outcome): Record<string, string> =>
      Object.fromEntries([...outcome.files].map(([file, text]) => [relative(folder, file), text]))
  }
}
