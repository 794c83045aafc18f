import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { kinds, rootType } from '../../src/kubernetes/api-types.ts'
import { type TypeProblem, validateObject } from '../../src/kubernetes/validate.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { corpusFolder } from '../corpus.ts'
import { goProgram } from '../go-program.ts'
import { ObjectMaker, Random } from './random-object.ts'

type Resource = Record<string, unknown>

/** What the Go types say of each object: an error, or nothing. */
function decode(oracle: string, objects: readonly Resource[]): string[] {
  const { stdout, status, stderr } = spawnSync(oracle, {
    input: objects.map(toJson).join('\n'),
    maxBuffer: 2 ** 30,
    encoding: 'utf8'
  })
  assert.equal(status, 0, stderr)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

/** JSON has no limit for integers, JavaScript's writer does. */
function toJson(object: Resource): string {
  const marked = JSON.stringify(object, (_, value) => (typeof value === 'bigint' ? `@integer ${value}` : value))
  return marked.replace(/"@integer (-?\d+)"/g, '$1')
}

function problemsOf(object: Resource): TypeProblem[] {
  const type = rootType(String(object.apiVersion), String(object.kind))
  return type === undefined ? [] : validateObject(type, object)
}

/** Objects of which only one side finds fault. */
function disagreements(objects: readonly Resource[], answers: readonly string[]): object[] {
  return objects.flatMap((object, i) => {
    const answer = answers[i] ?? ''
    if (answer === 'unknown kind') return []
    const problems = problemsOf(object)
    return (answer === '') === (problems.length === 0)
      ? []
      : [{ kind: object.kind, go: answer, ours: problems, object }]
  })
}

test('the corpus is decoded exactly where no problem is found', async (t) => {
  const oracle = await goProgram(join(import.meta.dirname, 'decode-oracle'))
  if (typeof oracle !== 'string') return t.skip(oracle.skipped)
  const corpus = corpusFolder()
  if (corpus === null) return t.skip('no corpus')
  const files = globSync('**/*.{yaml,yml,json}', { cwd: corpus }).sort()
  const values = files.flatMap((file) => parseYaml(readFileSync(join(corpus, file), 'utf8')).map(({ value }) => value))
  const objects = values.filter((value): value is Resource => isResource(value))
  const answers = decode(oracle, objects)
  assert.deepEqual(disagreements(objects, answers), [])
  t.diagnostic(
    `${objects.length} objects, ${answers.filter((answer) => answer.includes(' ')).length} refused or unknown`
  )
})

function isResource(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { apiVersion, kind } = value as Resource
  return typeof apiVersion === 'string' && typeof kind === 'string'
}

test('generated objects of every kind are decoded exactly where no problem is found', async (t) => {
  const oracle = await goProgram(join(import.meta.dirname, 'decode-oracle'))
  if (typeof oracle !== 'string') return t.skip(oracle.skipped)
  const seed = Number(process.env.SEED ?? 26)
  const random = new Random(seed)
  const objects: Resource[] = []
  for (const [apiVersion, names] of kinds()) {
    for (const kind of names) {
      const type = rootType(apiVersion, kind)
      for (let i = 0; i < 30 && type !== undefined; i++) {
        const maker = new ObjectMaker(random, i % 3 === 0 ? 1_000_000 : 12)
        objects.push({ ...maker.object(type), apiVersion, kind })
      }
    }
  }
  const answers = decode(oracle, objects)
  assert.deepEqual(disagreements(objects, answers).slice(0, 3), [], `seed ${seed}`)
  const refused = answers.filter((answer) => answer !== '' && answer !== 'unknown kind').length
  const unknown = answers.filter((answer) => answer === 'unknown kind').length
  t.diagnostic(
    `seed ${seed}: ${objects.length} objects, ${refused} refused by both, ${unknown} of kinds that Go does not register`
  )
  assert.ok(refused > objects.length / 20)
})
