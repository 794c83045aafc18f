import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import { runtimeFabric } from '../../src/controls/frameworks/runtime-fabric.ts'
import { runtimeFabricStatements } from '../../src/controls/frameworks/runtime-fabric-statements.ts'
import { formatMinor } from '../../src/controls/kubernetes-version.ts'
import { registry } from '../../src/controls/registry.ts'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark } from './bulwark.ts'

interface Item {
  readonly id: string
  readonly status: string
  readonly controls: readonly string[]
  readonly objects: readonly { readonly control: string }[]
  readonly question: string | null
  readonly appliedBy: readonly { readonly by: string; readonly how: string }[]
}

/** What `report -f rtf` says of one statement, about a manifest. */
function reported(t: TestContext, id: string, manifest: string, kubernetes: number | null): Item {
  const cwd = tempTree(t, {
    'a.yaml': manifest,
    'bulwark.yaml': 'trustedRegistries: [registry.example, docker.io/library]\n'
  })
  const version = kubernetes === null ? [] : ['--kube-version', formatMinor(kubernetes)]
  const { stdout, stderr } = bulwark(['report', '-f', 'rtf', '.', '-o', 'json', ...version], { cwd })
  assert.ok(stdout !== '', stderr)
  const { items } = JSON.parse(stdout) as { items: Item[] }
  return items.find((item) => item.id === id) ?? assert.fail(`no statement ${id}`)
}

describe('bulwark report -f rtf', () => {
  for (const { id, evidence } of runtimeFabric.items('').filter((item) => item.appliedBy !== undefined)) {
    const controls = (runtimeFabricStatements[id] ?? []).flatMap((place) => place.controls ?? [])

    for (const name of new Set(controls)) {
      test(`statement ${id} fails where ${name} does`, (t) => {
        const { examples } = registry.find(name) ?? assert.fail(name)
        const [example] = examples.fail.filter(({ version }) => version === null)
        assert.ok(example !== undefined)
        const item = reported(t, id, example.manifest, examples.settings?.kubernetes ?? null)
        assert.equal(item.status, 'fail')
        assert.ok(item.objects.some(({ control }) => control === name))
        assert.ok(item.appliedBy.length > 0)
      })
    }

    if (controls.length > 0) continue
    test(`statement ${id} is unknown until somebody answers for it`, (t) => {
      const item = reported(t, id, 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n', null)
      assert.deepEqual([item.status, item.question], ['unknown', evidence])
      assert.ok(item.appliedBy.length > 0)
    })
  }
})
