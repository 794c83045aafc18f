import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js'
import { frameworkReportSchema } from '../../scripts/schema/framework-report-schema.ts'
import { rtfInspectionSchema } from '../../scripts/schema/rtf-inspection-schema.ts'
import { schemaFiles } from '../../scripts/schema/schema-files.ts'
import { configKeys } from '../../src/config/keys.ts'
import { parseYaml } from '../../src/yaml/parse.ts'

const root = join(import.meta.dirname, '../..')
const reportSchema = published('scan-report.schema.json')
const configSchema = published('bulwark-yaml.schema.json')

function published(name: string): AnySchemaObject {
  return JSON.parse(readFileSync(join(root, 'docs/schema', name), 'utf8')) as AnySchemaObject
}

/** What is wrong with `value`, in one text; empty where nothing is. */
function faults(schema: AnySchemaObject, value: unknown): string {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } })
  return ajv.validate(schema, value) ? '' : ajv.errorsText()
}

/** The schema without leave for fields that it does not describe: readers tolerate new ones, our reports have none. */
function closed(schema: AnySchemaObject): AnySchemaObject {
  const entries = Object.entries(schema).map(([key, value]) => [key, isObject(value) ? closed(value) : value] as const)
  const copy = Object.fromEntries(entries)
  return isObject(copy.properties) && 'required' in copy ? { additionalProperties: false, ...copy } : copy
}

function isObject(value: unknown): value is AnySchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function scan(...args: string[]): { readonly findings: readonly Record<string, unknown>[] } & AnySchemaObject {
  const { stdout, stderr } = spawnSync(join(root, 'bin/bulwark'), ['scan', ...args, '-o', 'json'], {
    cwd: root,
    input:
      'kind: Pod\napiVersion: v1\nmetadata: {name: web}\nspec: {containers: [{name: app, image: 7}]}\n--- x\na: [\n',
    encoding: 'utf8',
    maxBuffer: 2 ** 28
  })
  assert.notEqual(stdout, '', stderr)
  return JSON.parse(stdout)
}

describe('the published schemas', () => {
  for (const [name, text] of schemaFiles) {
    test(`${name} is what the code goes by`, () => {
      assert.equal(readFileSync(join(root, 'docs/schema', name), 'utf8'), text, 'run make generate')
    })
  }
})

describe('scan-report.schema.json', () => {
  test('describes every field of a real report', () => {
    const report = scan('samples', '--show-passed', '-f', 'guide', '-f', 'cis', '-f', 'owasp-k8s')
    assert.ok(report.findings.length > 300)
    assert.equal(faults(closed(reportSchema), report), '')
  })

  test('describes reports of input that is no use', () => {
    const report = scan('-', 'no-such-folder', 'README.md', 'package.json')
    assert.ok(report.errors.length >= 2 && report.skipped.length >= 1)
    assert.equal(faults(closed(reportSchema), report), '')
  })

  test('allows fields that later versions add, and no missing or changed ones', () => {
    const report = scan('samples/shop/cart.yaml')
    assert.equal(faults(reportSchema, { ...report, added: true }), '')
    assert.notEqual(faults(closed(reportSchema), { ...report, added: true }), '')
    assert.notEqual(faults(reportSchema, { ...report, summary: undefined }), '')
    assert.notEqual(faults(reportSchema, { ...report, findings: [{ ...report.findings[0], line: 0 }] }), '')
    assert.notEqual(faults(reportSchema, { ...report, findings: [{ ...report.findings[0], severity: 'mild' }] }), '')
  })
})

describe('framework-report.schema.json', () => {
  test('describes every field of a real report', () => {
    for (const framework of ['guide', 'nsa', 'cis-5']) {
      const args = ['bin/bulwark', ['report', '-f', framework, 'samples', '-o', 'json']] as const
      const { stdout, stderr } = spawnSync(...args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 })
      assert.notEqual(stdout, '', stderr)
      assert.equal(faults(closed(frameworkReportSchema), JSON.parse(stdout)), '')
    }
  })
})

describe('rtf-inspection.schema.json', () => {
  test('describes every field of a real inspection', () => {
    const { stdout } = spawnSync(join(root, 'bin/bulwark'), ['rtf', 'inspect', 'samples', '-o', 'json'], {
      cwd: root,
      encoding: 'utf8'
    })
    const inspection = JSON.parse(stdout) as { applications: unknown[]; controls: unknown[] }
    assert.ok(inspection.applications.length > 2 && inspection.controls.length > 20)
    assert.equal(faults(closed(rtfInspectionSchema), inspection), '')
  })
})

describe('bulwark-yaml.schema.json', () => {
  for (const [key, { example }] of Object.entries(configKeys)) {
    test(`accepts the example of ${key}`, () => {
      assert.equal(faults(configSchema, parseYaml(example)[0]?.value), '')
    })
  }

  test('refuses unknown keys and wrong types', () => {
    assert.notEqual(faults(configSchema, { framework: ['guide'] }), '')
    assert.notEqual(faults(configSchema, { kubeVersion: 1.3 }), '')
    assert.notEqual(faults(configSchema, { failOn: 'sometimes' }), '')
  })
})
