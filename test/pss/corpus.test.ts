import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Gathered, gatherResources } from '../../src/estate/gather.ts'
import { isMapping } from '../../src/estate/mapping.ts'
import { valueAt } from '../../src/estate/path.ts'
import type { Resource } from '../../src/estate/resource.ts'
import { podViews } from '../../src/estate/workload.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { corpusFolder } from '../corpus.ts'
import { withDefaultVolumes } from './default-volumes.ts'
import { differences } from './differences.ts'
import { podSecurityOracle } from './oracle.ts'
import { OwnVerdicts } from './own-verdicts.ts'

const minors = [19, 25, 31, 34, 35, 37]

test('every workload of the corpus fails the same checks as in the library', async (context) => {
  const folder = corpusFolder()
  if (folder === null) return context.skip('there is no corpus')
  const oracle = await podSecurityOracle()
  if (typeof oracle !== 'function') return context.skip(oracle.skipped)
  const workloads = workloadsOf(folder)
  const answers = oracle(
    workloads.map((workload, index) => ({ id: String(index), object: stored(workload), versions: minors }))
  )
  const own = new OwnVerdicts(minors)
  const undecoded: string[] = []
  const found = answers.flatMap(({ verdicts, error }, index) => {
    const workload = workloads[index]
    if (workload === undefined) return ['an answer without a question']
    const subject = `${workload.origin.file}, ${workload.kind} ${workload.name}`
    if (verdicts !== undefined) return differences(subject, own.of(workload), verdicts)
    undecoded.push(`${subject}: ${error}`)
    return []
  })
  context.diagnostic(`${workloads.length} workloads, of which the API server could not decode ${undecoded.length}`)
  for (const line of undecoded) context.diagnostic(line)
  assert.deepEqual(found.slice(0, 20), [], `${found.length} differences`)
  assert.ok(workloads.length - undecoded.length >= 1, 'no workload was compared')
})

function workloadsOf(folder: string): Resource[] {
  const gathered: Gathered = { resources: [], faults: [] }
  for (const file of globSync('**/*.{yaml,yml,json}', { cwd: folder }).sort()) {
    for (const { value, index } of parseYaml(readFileSync(join(folder, file), 'utf8'))) {
      gatherResources(value, { file, document: index, prefix: [] }, gathered)
    }
  }
  return gathered.resources.filter((resource) => podViews(resource).length > 0)
}

/** The object as the API server would hold it before it judges the pod. */
function stored(resource: Resource): unknown {
  const copy = structuredClone(resource.object)
  for (const { specPath } of podViews(resource)) {
    const holder = valueAt(copy, specPath.slice(0, -1))
    if (isMapping(holder) && isMapping(holder.spec)) holder.spec = withDefaultVolumes(holder.spec)
  }
  return copy
}
