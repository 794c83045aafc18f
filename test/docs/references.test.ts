import assert from 'node:assert/strict'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import manifest from '../../package.json' with { type: 'json' }
import {
  clusterOptions,
  nodeOptions,
  policyOptions,
  renderOptions,
  resultOptions,
  selectionOptions
} from '../../src/cli/scan/scan-options.ts'
import { verbs } from '../../src/cli/verbs.ts'
import { frameworks } from '../../src/controls/frameworks/frameworks.ts'

const root = join(import.meta.dirname, '../..')
const documents = globSync(['*.md', 'docs/**/*.md', 'samples/*.md', 'test/**/*.md', 'bench/**/*.md'], {
  cwd: root
}).sort()
const textOf = (document: string): string => readFileSync(join(root, document), 'utf8')

describe('documents', () => {
  for (const document of documents) {
    test(`${document}: every link leads somewhere`, () => {
      const links = [...textOf(document).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target)
      const dead = links.filter(
        (target) => !/^https?:/.test(target) && !existsSync(join(root, dirname(document), target))
      )
      assert.deepEqual(dead, [])
    })
  }

  test('ARCHITECTURE.md has a paragraph for every folder of src and of the root, and for none that is not there', () => {
    const folders = (parent: string): string[] =>
      readdirSync(join(root, parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => join(parent, name))
    const hidden = /^(\.|node_modules$|dist$|bin$|src$)/
    const present = [...folders('src'), ...folders('.').filter((name) => !hidden.test(name))]
    const described = [...textOf('ARCHITECTURE.md').matchAll(/^\*\*`([\w/]+)`\*\*/gm)].map(([, name = '']) => name)
    assert.deepEqual(described.toSorted(), present.toSorted())
  })

  test('every reference to an ADR names one that exists', () => {
    const sources = globSync(
      ['src/**/*.ts', 'scripts/*', 'bin/*', 'test/**/*.ts', 'bench/**/*.ts', 'Makefile', 'biome.json'],
      {
        cwd: root
      }
    )
    for (const file of [...sources.filter((name) => /\.\w+$|Makefile|bin/.test(name)), ...documents]) {
      for (const [reference] of textOf(file).matchAll(/docs\/adr\/[\w-]+\.md/g)) {
        assert.ok(existsSync(join(root, reference)), `${file}: ${reference}`)
      }
    }
  })

  test('every dependency has its reason in an ADR', () => {
    const rows = globSync('docs/adr/*.md', { cwd: root }).flatMap((name) => [
      ...textOf(name).matchAll(/^\| (`.*?) *\|/gm)
    ])
    const explained = rows.flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
    const names = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]
    assert.deepEqual(explained.toSorted(), names.toSorted())
  })

  test('every ADR has a number of its own and the same sections', () => {
    const names = readdirSync(join(root, 'docs/adr')).sort()
    names.forEach((name, index) => {
      const number = String(index + 1).padStart(4, '0')
      assert.match(name, new RegExp(`^${number}-[a-z0-9-]+\\.md$`))
      const text = textOf(join('docs/adr', name))
      assert.match(text, new RegExp(`^# ${number}: .+\\n\\nStatus: (accepted|superseded by)`))
      assert.deepEqual(
        [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title),
        ['Context', 'Decision', 'Consequences'],
        name
      )
    })
  })
})

describe('README.md', () => {
  const readme = textOf('README.md')

  test('has every option of scan, and none that is not there', () => {
    const described = [...readme.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) => [
      ...cell.matchAll(/`--([\w-]+)/g)
    ])
    const known = [
      ...selectionOptions,
      ...policyOptions,
      ...clusterOptions,
      ...nodeOptions,
      ...renderOptions,
      ...resultOptions
    ].map(({ name }) => name)
    assert.deepEqual(described.map(([, name = '']) => name).sort(), known.toSorted())
  })

  test('names every framework and every verb', () => {
    const named = /^Frameworks: (.*)$/m.exec(readme)?.[1] ?? ''
    assert.deepEqual(
      [...named.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name).sort(),
      frameworks.map(({ name }) => name).sort()
    )
    for (const verb of verbs.keys()) assert.match(readme, new RegExp(`bin/bulwark ${verb}\\b`))
  })
})
