/**
 * One contestant of the YAML benchmark, in a process of its own: reads every manifest below a folder, then parses them
 * all ten times and prints the CPU milliseconds of the first pass, cold as in a scan, and of the last, warm as in a
 * server.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadAll } from 'js-yaml'
import { parseAllDocuments } from 'yaml'
import { parseYaml } from '../src/yaml/parse.ts'

const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  bulwark: parseYaml,
  'js-yaml': (text) => loadAll(text),
  yaml: (text) => parseAllDocuments(text).map((document) => document.toJS())
}

const [name = '', folder = '.'] = process.argv.slice(2)
const parse = parsers[name]
if (parse === undefined) throw new Error(`one of ${Object.keys(parsers).join(', ')}`)

const texts = globSync('**/*.{yaml,yml}', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'))
/** CPU milliseconds of parsing every text once. */
function pass(): number {
  const before = process.cpuUsage()
  for (const text of texts) {
    try {
      parse?.(text)
    } catch {
      refused.add(text)
    }
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const refused = new Set<string>()
const cold = pass()
for (let round = 0; round < 8; round++) pass()
const warm = pass()
const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6
process.stdout.write(JSON.stringify({ cold, warm, files: texts.length, megabytes, refused: refused.size }))
