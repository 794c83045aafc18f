/** `read-hostile-text.ts NAME` reads one of the hostile texts, locates paths in it, and prints what came of it. */
import { locateAll } from '../../src/yaml/locate.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { hostileTexts } from './hostile-texts.ts'

const text = hostileTexts.get(process.argv[2] ?? '')?.make() ?? ''
const before = process.cpuUsage()
const documents = parseYaml(text)
const [first] = documents
const located = first === undefined ? [] : locateAll(text, first, [['a'], ['items', 3, 'env', 0, 'q'], []])
const { user, system } = process.cpuUsage(before)
process.stdout.write(
  JSON.stringify({
    milliseconds: Math.round((user + system) / 1000),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    problems: documents.flatMap(({ problems }) => problems).slice(0, 10),
    located: located.length
  })
)
