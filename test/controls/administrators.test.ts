import assert from 'node:assert/strict'
import { test } from 'node:test'
import { selectFrameworks } from '../../src/controls/frameworks/select-frameworks.ts'
import { registry } from '../../src/controls/registry.ts'
import { ruleCompiler } from '../../src/controls/rule-compiler.ts'
import { builtInWorkloads } from '../../src/estate/workload-kinds.ts'
import { ExceptionBook } from '../../src/exceptions/book.ts'
import { buildPlan } from '../../src/scan/build-plan.ts'
import type { Finding } from '../../src/scan/finding.ts'
import { Scan } from '../../src/scan/scan.ts'
import { readText } from '../../src/sources/read-text.ts'

const compile = await ruleCompiler(registry.controls)

const administrator = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: tiller
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
  - kind: ServiceAccount
    name: tiller
    namespace: shop
`

function scan(manifest: string, framework: string, only: readonly string[] = []): Finding[] {
  const { selected, minor } = selectFrameworks([framework])
  const plan = buildPlan({
    frameworks: only.length > 0 ? [] : selected,
    controls: registry.controls,
    only: new Set(only),
    minor,
    severities: {},
    lowest: 'low',
    compile
  })
  const findings: Finding[] = []
  const filter = { namespaces: new Set<string>(), kinds: new Set<string>(), passes: false }
  const tolerated = { book: new ExceptionBook(new Date()), inline: null, baseline: null }
  const running = new Scan(plan, builtInWorkloads, filter, { add: (some) => findings.push(...some) }, tolerated)
  running.add(readText('rbac.yaml', manifest, true))
  running.finish(() => manifest)
  return findings
}

test('an administrator is reported once, for all that he may do', () => {
  const findings = scan(administrator, 'cis-5')
  assert.deepEqual(
    findings.map(({ control, path }) => `${control} ${path}`),
    ['cluster-admin-binding roleRef.name']
  )
  const items = findings[0]?.maps.cis ?? []
  assert.deepEqual([...items].sort(), [
    '5.1.1',
    '5.1.10',
    '5.1.11',
    '5.1.12',
    '5.1.13',
    '5.1.2',
    '5.1.4',
    '5.1.8',
    '5.1.9'
  ])
})

test('a weaker control says it where only that one was asked', () => {
  const findings = scan(administrator, 'cis-5', ['cluster-secret-access'])
  assert.deepEqual(
    findings.map(({ message }) => message),
    ['ServiceAccount shop/tiller may get, list and watch secrets in all namespaces through ClusterRole "cluster-admin"']
  )
})
