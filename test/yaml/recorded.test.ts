/** Answers of sigs.k8s.io/yaml that are part of the project, so that its values and refusals are checked without Go. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { cases } from './cases.ts'
import { yamlOracle } from './oracle-client.ts'
import { answered, readFully, readQuickly } from './reading.ts'

interface Recorded {
  readonly text: string
  /** Absent where the library refuses the text. */
  readonly json?: string
}

const recorded: readonly Recorded[] = readFileSync(new URL('./recorded.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

test('both readers give the recorded answers', () => {
  for (const { text, json } of recorded) {
    const expected = answered(json === undefined ? { id: 0, error: 'refused' } : { id: 0, json })
    assert.equal(readFully(text), expected, JSON.stringify(text))
    assert.equal(readQuickly(text) ?? expected, expected, JSON.stringify(text))
  }
})

test('every case is recorded', () => {
  const texts = new Set(recorded.map(({ text }) => text))
  assert.deepEqual(
    cases.filter((text) => !texts.has(text)),
    []
  )
})

test('the library still answers what is recorded', async (t) => {
  const oracle = await yamlOracle()
  if ('skipped' in oracle) return t.skip(oracle.skipped)
  const answers = oracle.documents(recorded.map(({ text }) => text))
  assert.deepEqual(
    answers.map(({ json }) => json),
    recorded.map(({ json }) => json)
  )
})
