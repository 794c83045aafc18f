/** How many containers of real manifests run an image of the tables, and what is known of it. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Gathered, gatherResources } from '../../src/estate/gather.ts'
import { podViews } from '../../src/estate/workload.ts'
import type { ImageFacts } from '../../src/fix/images/facts.ts'
import { imageFacts } from '../../src/fix/images/image-facts.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { corpusFolder } from '../corpus.ts'

test('containers of the corpus whose image is known', (context) => {
  const folder = corpusFolder()
  if (folder === null) return context.skip('there is no corpus')
  const images = imagesOf(folder)
  const facts = images.map((image) => imageFacts(image))
  const known = facts.filter((found) => found !== null)
  const say = (what: string, isSo: (found: ImageFacts) => boolean) => {
    const count = known.filter(isSo).length
    context.diagnostic(`${count} of ${images.length} containers (${percent(count, images.length)} %): ${what}`)
  }
  say('the image is known', () => true)
  say('the very image or a mirror', ({ certainty }) => certainty === 'same')
  say('a user to run it as is known', ({ runAs }) => runAs !== null)
  say('all folders that it writes are known', ({ writableIsComplete }) => writableIsComplete)
  say('the capabilities that it needs without root are known', ({ capabilities }) => capabilities.asUser !== null)
  const missing = new Map<string, number>()
  for (const [index, image] of images.entries()) {
    const name = image.replace(/(?:@.*|:[^/]*)$/, '')
    if (facts[index] === null) missing.set(name, (missing.get(name) ?? 0) + 1)
  }
  const most = [...missing].sort(([, one], [, other]) => other - one).slice(0, 15)
  context.diagnostic(`not known: ${most.map(([name, count]) => `${name} (${count})`).join(', ')}`)
  assert.ok(images.length > 0, 'no container was read')
  assert.ok(percent(known.length, images.length) >= 50, `only ${known.length} of ${images.length} are known`)
})

function percent(part: number, whole: number): number {
  return Math.round((1000 * part) / whole) / 10
}

/** The image of every container that names one, as written. */
function imagesOf(folder: string): readonly string[] {
  const gathered: Gathered = { resources: [], faults: [] }
  for (const file of globSync('**/*.{yaml,yml,json}', { cwd: folder }).sort()) {
    for (const { value, index } of parseYaml(readFileSync(join(folder, file), 'utf8'))) {
      gatherResources(value, { file, document: index, prefix: [] }, gathered)
    }
  }
  return gathered.resources
    .flatMap((resource) => podViews(resource))
    .flatMap(({ containers }) => containers.map(({ object }) => object.image))
    .filter((image) => typeof image === 'string')
}
