/** Writes `recorded.jsonl`: what sigs.k8s.io/yaml answers to the cases and to some arbitrary texts. Needs Go. */
import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { cases } from './cases.ts'
import { yamlOracle } from './oracle-client.ts'
import { yamlText } from './yaml-text.ts'

const oracle = await yamlOracle()
if ('skipped' in oracle) throw new Error(oracle.skipped)

const arbitrary = fc.sample(yamlText, { numRuns: 600, seed: 8 }).filter((text) => text.length > 8 && text.length < 160)
const texts = [...cases, ...new Set(arbitrary)]
const answers = oracle.documents(texts).filter(({ ambiguous }) => !ambiguous)
const lines = answers.map(({ id, json }) => JSON.stringify({ text: texts[id], json }))
writeFileSync(new URL('./recorded.jsonl', import.meta.url), `${lines.join('\n')}\n`)
