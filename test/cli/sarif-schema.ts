import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnySchemaObject, ValidateFunction } from 'ajv'
import draft04 from 'ajv-draft-04'
import formats from 'ajv-formats'
import { goModule } from '../go-module.ts'
import type { Skipped } from '../go-program.ts'

/** A Go library for SARIF, which has the schema of OASIS word for word. */
const module = 'github.com/owenrumney/go-sarif/v3'
const version = 'v3.3.1'

/** Validates a log by the official schema of SARIF 2.1.0, with the formats of its texts. */
export function sarifValidator(): ValidateFunction | Skipped {
  const folder = goModule(module, version)
  if (typeof folder !== 'string') return folder
  const source = readFileSync(join(folder, 'pkg/report/v210/sarif/schema.go'), 'utf8')
  const schema = JSON.parse(source.slice(source.indexOf('`') + 1, source.lastIndexOf('`'))) as AnySchemaObject
  const ajv = new draft04.default({ allErrors: true, strict: false })
  formats.default(ajv)
  return ajv.compile(schema)
}
