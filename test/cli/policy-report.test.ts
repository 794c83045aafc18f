import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { goModule } from '../go-module.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'
import { bulwark, type RunOptions } from './bulwark.ts'
import { faults } from './manifests.ts'
import { scan } from './report.ts'

const root = join(import.meta.dirname, '../..')

interface Item {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly annotations?: object }
  readonly summary: Readonly<Record<string, number>>
  readonly results: readonly { readonly properties: Readonly<Record<string, string>>; readonly result: string }[]
}

const formats = ['openreports', 'policyreport'] as const
type Format = (typeof formats)[number]

function items(format: Format, args: readonly string[], options: RunOptions = {}): readonly Item[] {
  const { stdout, stderr, status } = bulwark(['scan', ...args, '-o', format], options)
  assert.ok(status !== 3, stderr)
  return JSON.parse(stdout).items
}

/** What the CRDs are, as YAML: the module of OpenReports has its own; those of PolicyReport are in test/data. */
function definitions(): string[] | { readonly skipped: string } {
  const module = goModule('github.com/openreports/reports-api', 'v0.2.1')
  if (typeof module !== 'string') return module
  const files = [
    ...globSync(join(module, 'config/crd/*.yaml')),
    ...globSync(join(root, 'test/data/wgpolicyk8s.io_*.yaml'))
  ]
  return files.map((file) => readFileSync(file, 'utf8'))
}

const groups: Readonly<Record<Format, string>> = {
  openreports: '/apis/openreports.io/v1alpha1',
  policyreport: '/apis/wgpolicyk8s.io/v1alpha2'
}

async function define(server: Kubetest, texts: readonly string[]): Promise<void> {
  const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
  for (const text of texts) {
    const { status, body } = await server.call('POST', path, parseYaml(text)[0]?.value)
    assert.equal(status, 201, JSON.stringify(body))
  }
  for (const group of Object.values(groups)) {
    for (let tries = 0; tries < 100; tries++) {
      const { status, body } = await server.call('GET', group)
      if (status === 200 && Object(body).resources.length >= 2) break
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function pathOf(format: Format, { kind, metadata }: Item): string {
  const namespace = kind.startsWith('Cluster') ? '' : `/namespaces/${metadata.namespace ?? 'default'}`
  return `${groups[format]}${namespace}/${kind.toLowerCase()}s`
}

/** Creates a report with strict validation, as kubectl would apply it, and gives what the API server has then. */
async function apply(server: Kubetest, format: Format, item: Item): Promise<Item> {
  const path = pathOf(format, item)
  const copy = { 'kubectl.kubernetes.io/last-applied-configuration': `${JSON.stringify(item)}\n` }
  const applied = {
    ...item,
    metadata: { ...item.metadata, annotations: { ...item.metadata.annotations, ...copy } }
  }
  const created = await server.call('POST', `${path}?fieldValidation=Strict`, applied)
  assert.equal(created.status, 201, JSON.stringify(created.body).slice(0, 2000))
  assert.deepEqual(created.warnings, [])
  const { body } = await server.call('GET', `${path}/${item.metadata.name}`)
  return body as Item
}

describe('scan -o openreports and -o policyreport', () => {
  test('have every finding, in the report of its namespace', () => {
    const { findings } = scan(['samples', '--show-passed'], { cwd: root })
    for (const format of formats) {
      const reports = items(format, ['samples', '--show-passed'], { cwd: root })
      const results = reports.flatMap((report) => report.results)
      assert.deepEqual(
        results.map(({ properties }) => `${properties.file} ${properties.fingerprint}`).sort(),
        findings.map(({ file, fingerprint }) => `${file} ${fingerprint}`).sort()
      )
      for (const { results: own, summary } of reports) {
        for (const [outcome, number] of Object.entries(summary)) {
          assert.equal(own.filter(({ result }) => result === outcome).length, number)
        }
      }
    }
  })

  test('the same input gives the same bytes', () => {
    const once = (): string => bulwark(['scan', 'samples', '-o', 'openreports'], { cwd: root }).stdout
    assert.equal(once(), once())
  })

  test('say on standard error what could not be read', (t) => {
    const cwd = tempTree(t, { 'a.yaml': faults.high, 'b.yaml': 'a: [\n' })
    const args = ['scan', '.', '-o', 'openreports=a.json', '-o', 'policyreport=b.json', '-o', 'csv=c.csv']
    const { stderr } = bulwark(args, { cwd })
    assert.match(stderr, /^bulwark: not read as it should be: 1\n {2}b\.yaml:1:4 {2}this bracket is never closed.*\n$/)
  })
})

describe('the API server', () => {
  let server: Kubetest | { readonly skipped: string }
  before(async () => {
    const texts = definitions()
    server = Array.isArray(texts) ? await startKubetest() : texts
    if ('stop' in server && Array.isArray(texts)) await define(server, texts)
  })
  after(() => {
    if ('stop' in server) server.stop()
  })

  for (const format of formats) {
    test(`takes every report of the sample estate, whole: ${format}`, async (t) => {
      if (!('stop' in server)) return t.skip(server.skipped)
      const reports = items(format, ['samples', '--show-passed'], { cwd: root })
      assert.ok(reports.length >= 3)
      for (const { metadata } of reports) {
        const { namespace } = metadata
        if (namespace !== undefined) await server.call('POST', '/api/v1/namespaces', { metadata: { name: namespace } })
      }
      for (const item of reports) {
        const { results, summary } = await apply(server, format, item)
        assert.deepEqual([results, summary], [item.results, item.summary])
      }
    })

    test(`takes reports of a namespace with thousands of findings: ${format}`, async (t) => {
      if (!('stop' in server)) return t.skip(server.skipped)
      await server.call('POST', '/api/v1/namespaces', { metadata: { name: 'large' } })
      const pods = Array.from(
        { length: 300 },
        (_, index) =>
          `apiVersion: v1\nkind: Pod\nmetadata: {name: p${index}, namespace: large}\nspec: {containers: [{name: a}]}\n`
      )
      const reports = items(format, ['-'], { input: pods.join('---\n') }).filter(
        ({ kind }) => !kind.startsWith('Cluster')
      )
      assert.ok(reports.length > 5)
      for (const item of reports) await apply(server, format, item)
    })

    test(`takes whatever objects are called: ${format}`, async (t) => {
      if (!('stop' in server)) return t.skip(server.skipped)
      const input = [
        'apiVersion: v1\nkind: Pod\nmetadata: {name: "\\0\\x1b <b>", namespace: "Not a namespace"}\nspec: {hostPID: true}\n',
        `apiVersion: v1\nkind: Pod\nmetadata: {name: ${'a'.repeat(100_000)}}\nspec: {hostPID: true}\n`
      ].join('---\n')
      const [, unplaced, ...others] = items(format, ['-', '--control', 'host-pid'], { input })
      assert.ok(unplaced !== undefined && others.length === 0 && unplaced.results.length === 2)
      await apply(server, format, unplaced)
    })
  }
})
