import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { cachedFolder } from '../../scripts/kubernetes-types/documents.ts'
import { kubernetesTypes } from '../../src/cel/kubernetes-types.ts'
import { formatType, type Type } from '../../src/cel/type.ts'
import { type ApiType, type FieldType, kinds, rootType } from '../../src/kubernetes/api-types.ts'
import { goProgram } from '../go-program.ts'

type Declared = Readonly<Record<string, Readonly<Record<string, string>>>>

test('fields are declared as the API server declares them, or differ for a reason', async (t) => {
  const documents = cachedFolder()
  if (documents === undefined) return t.skip('the Kubernetes module is not in the module cache of Go')
  const program = await goProgram(join(import.meta.dirname, 'declared-types'))
  if (typeof program !== 'string') return t.skip(program.skipped)
  const { stdout } = spawnSync(program, [documents], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  const server: Declared = JSON.parse(stdout)
  const differences = new Map<string, number>()
  let same = 0
  for (const type of allTypes()) {
    const theirs = server[type.name] ?? {}
    for (const name of new Set([...namesOf(type), ...Object.keys(theirs)])) {
      const ours = kubernetesTypes.field(type.name, name)?.type
      const difference = `${theirs[name]} is ${ours && shapeOf(ours)}`
      if (ours !== undefined && theirs[name] === shapeOf(ours)) same++
      else differences.set(difference, (differences.get(difference) ?? 0) + 1)
    }
  }
  assert.deepEqual([...differences.keys()].sort(), [
    // Base64 and times, as objects hold them.
    'bytes is string',
    'google.protobuf.Timestamp is string',
    'map(string, bytes) is map(string, string)',
    'map(string, google.protobuf.Timestamp) is map(string, string)',
    // Free JSON has fields, but none that are known.
    'object is dyn',
    // Quantities and free JSON, which the API server does not declare; reserved words, which it escapes.
    'undefined is dyn',
    'undefined is list(dyn)',
    'undefined is map(string, dyn)',
    'undefined is string'
  ])
  t.diagnostic(`${same} fields are the same; others: ${JSON.stringify(Object.fromEntries(differences))}`)
  assert.ok(same > 2000)
})

/** Every type that a built-in kind leads to. */
function allTypes(): Set<ApiType> {
  const types = new Set<ApiType>()
  for (const [apiVersion, names] of kinds()) {
    for (const kind of names) {
      const type = rootType(apiVersion, kind)
      if (type !== undefined) types.add(type)
    }
  }
  // A set is gone through in the order of insertion, what is added meanwhile included.
  for (const type of types) for (const { type: field } of type.fields.values()) addNamed(field, types)
  return types
}

function addNamed(field: FieldType, types: Set<ApiType>): void {
  if (field.kind === 'list') addNamed(field.element, types)
  else if (field.kind === 'map') addNamed(field.value, types)
  else if (field.kind === 'object') types.add(field.type)
}

function namesOf(type: ApiType): string[] {
  return [...type.fields.keys()].filter((name) => /^\w+$/.test(name))
}

/** The type with all named types called "object". */
function shapeOf(type: Type): string {
  if (type.kind === 'list') return `list(${shapeOf(type.element)})`
  if (type.kind === 'map') return `map(${shapeOf(type.key)}, ${shapeOf(type.value)})`
  return type.kind === 'object' ? 'object' : formatType(type)
}
