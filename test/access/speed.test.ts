import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultSettings } from '../../src/controls/analysis.ts'
import { registry } from '../../src/controls/registry.ts'
import { Estate } from '../../src/estate/estate.ts'
import type { Mapping } from '../../src/estate/mapping.ts'
import { makeResource } from '../../src/estate/resource.ts'
import { Random } from '../pss/generate/random.ts'

const rbac = 'rbac.authorization.k8s.io/v1'
const bindings = 20_000
const roles = 3000

/** A large cluster: every tenth binding is for all namespaces. */
function largeEstate(): Estate {
  const random = new Random(7)
  const estate = new Estate()
  estate.addCluster([])
  const add = (kind: string, metadata: Mapping, body: Mapping): void =>
    estate.add(makeResource(rbac, kind, { metadata, ...body }, { file: null, document: 0, prefix: [] }))
  for (let index = 0; index < roles; index++) {
    const rules = random.list(1, 12, () => ({
      verbs: random.list(1, 3, () => random.pick(['get', 'list', 'create', 'update', 'delete'])),
      apiGroups: [random.pick(['', 'apps', 'batch', 'example.com'])],
      resources: random.list(1, 3, () => random.pick(['pods', 'secrets', 'deployments', 'configmaps', 'things']))
    }))
    add('ClusterRole', { name: `role-${index}` }, { rules })
  }
  for (let index = 0; index < bindings; index++) {
    const namespace = `ns-${random.integer(0, 800)}`
    const kind = index % 10 === 0 ? 'ClusterRoleBinding' : 'RoleBinding'
    const subjects = random.list(1, 3, () => ({
      kind: random.pick(['ServiceAccount', 'User']),
      name: `s-${random.integer(0, 4000)}`,
      namespace
    }))
    const roleRef = { kind: 'ClusterRole', name: `role-${random.integer(0, roles - 1)}` }
    add(kind, { name: `b-${index}`, ...(kind === 'RoleBinding' ? { namespace } : {}) }, { roleRef, subjects })
  }
  return estate
}

test(`${bindings} bindings are judged by every control on access in well under two seconds`, (context) => {
  const estate = largeEstate()
  const analyses = registry.controls.flatMap(({ analyse }) =>
    analyse !== null && 'judge' in analyse && analyse.reads.includes('RoleBinding') ? [analyse] : []
  )
  assert.ok(analyses.length > 25)
  const start = process.cpuUsage()
  let verdicts = 0
  let problems = 0
  for (const analyse of analyses) {
    for (const { problem } of analyse.judge(
      estate,
      [],
      () => ({ workloads: 0, level: 'restricted' }),
      defaultSettings
    )) {
      verdicts++
      if (problem !== null) problems++
    }
  }
  const { user } = process.cpuUsage(start)
  context.diagnostic(`${verdicts} verdicts, ${problems} problems, ${Math.round(user / 1000)} ms`)
  assert.ok(problems > 10_000)
  assert.ok(user < 2_000_000, `${user / 1000} ms`)
})
