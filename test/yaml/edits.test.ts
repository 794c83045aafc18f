/** Edits of texts in every style: the value is as asked for, all else is as it was, comments are all there. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { decodeText } from '../../src/yaml/decode.ts'
import { changed } from '../../src/yaml/edit/changed.ts'
import { type Edited, editDocument } from '../../src/yaml/edit/edit-document.ts'
import { parseYaml, type YamlDocument } from '../../src/yaml/parse.ts'
import { corpusFolder } from '../corpus.ts'
import { canonical } from './canonical.ts'
import { chance, type Generator, pick } from './choices.ts'
import { everywhere } from './edits/agreeing.ts'
import { checkEdit, checkValue, isAlone } from './edits/check-edit.ts'
import { randomChange, randomChanges } from './edits/random-changes.ts'
import { styledText } from './edits/styled-text.ts'
import { yamlOracle } from './oracle-client.ts'
import { answered } from './reading.ts'
import { yamlText } from './yaml-text.ts'

/** Edited documents, and the values that they have to have. */
const editedDocuments: { readonly text: string; readonly wanted: string }[] = []

/** Counts of changes: in all, and refused by reason. */
class Tally {
  done = 0
  readonly refused = new Map<string, number>()

  add({ done, refused }: Edited): void {
    this.done += done.length
    for (const { reason } of refused) this.refused.set(reason, this.count(reason) + 1)
  }

  count(reason: string): number {
    return this.refused.get(reason) ?? 0
  }

  /** The share of changes that could have been made, and were refused. */
  get share(): number {
    const refused = [...this.refused.values()].reduce((sum, count) => sum + count, 0) - this.count(impossible)
    return refused / (this.done + refused)
  }
}

const impossible = 'the path leads through what is no mapping or list'
const unsafe = 'it would not read as it should afterwards'

function editable(document: YamlDocument): boolean {
  const { value, problems } = document
  return typeof value === 'object' && value !== null && problems.length === 0
}

test('2,000 generated styles: only intended bytes change, and every comment stays', () => {
  const tally = new Tally()
  let texts = 0
  const cases = fc.gen().map((g) => {
    const text = g(() => styledText)
    return { text, edits: parseYaml(text).map((document) => ({ document, changes: styledChanges(g, document) })) }
  })
  fc.assert(
    fc.property(cases, ({ text, edits }) => {
      texts++
      for (const { document, changes } of edits) {
        assert.deepEqual(document.problems, [], text)
        if (!editable(document)) continue
        const edited = checkEdit(text, document, changes)
        tally.add(edited)
        remember(text, document, edited)
      }
    }),
    { numRuns: 2000, seed: 21 }
  )
  assert.ok(texts >= 2000 && tally.done > 4000, `${tally.done} changes in ${texts} texts`)
  assert.ok(tally.share < 0.05, `${tally.share} refused`)
  assert.ok(tally.count(unsafe) < tally.done / 1000, `${tally.count(unsafe)} refused as unsafe`)
})

/** Half of the time, what several places share is changed at all of them. */
function styledChanges(g: Generator, { value }: YamlDocument) {
  const changes = randomChanges(g, value)
  return chance(g, 2) ? changes.flatMap((change) => everywhere(value, change)) : changes
}

function remember(text: string, document: YamlDocument, edited: Edited): void {
  const behind = text.length - document.end
  const after = edited.text.slice(document.start, edited.text.length - behind)
  editedDocuments.push({ text: after, wanted: canonical(changed(document.value, edited.done)) })
}

test('documents of all of YAML, well formed or odd', () => {
  const tally = new Tally()
  const cases = fc.gen().map((g) => {
    const text = g(() => yamlText)
    const documents = parseYaml(text).filter(editable)
    return { text, edits: documents.map((document) => ({ document, changes: randomChanges(g, document.value) })) }
  })
  fc.assert(
    fc.property(cases, ({ text, edits }) => {
      for (const { document, changes } of edits) tally.add(checkValue(text, document, changes).edited)
    }),
    { numRuns: 10_000, seed: 22 }
  )
  assert.ok(tally.done > 1500, `${tally.done} changes`)
  assert.ok(tally.share < 0.05, `${tally.share} refused`)
})

test('three changes in each document of real projects', (t) => {
  const folder = corpusFolder()
  if (folder === null) return t.skip('there is no folder of real manifests')
  const tally = new Tally()
  const names = globSync('**/*.{yaml,yml,json}', { cwd: folder }).sort()
  let documents = 0
  for (const [at, name] of names.entries()) {
    const decoded = decodeText(readFileSync(join(folder, name)))
    if (!('text' in decoded)) continue
    for (const document of parseYaml(decoded.text)) {
      if (typeof document.value !== 'object' || document.value === null) continue
      documents++
      const three = fc.gen().map((g) => Array.from({ length: 3 }, () => randomChange(g, document.value)))
      const [changes = []] = fc.sample(three, { numRuns: 1, seed: at })
      tally.add(checkEdit(decoded.text, document, changes))
    }
  }
  assert.ok(documents > 1000, `${documents} documents`)
  assert.ok(tally.share < 0.01, `${tally.share} refused`)
})

/** JSON in the forms in which programs print it. */
const jsonText = fc
  .tuple(
    fc
      .jsonValue({ maxDepth: 4 })
      .filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
    fc.constantFrom(undefined, 1, 2, 4, '\t')
  )
  .map(([value, space]) => ({ value: JSON.parse(JSON.stringify(value)), space }))

test('JSON stays JSON, printed as it was', () => {
  let edits = 0
  const cases = fc.gen().map((g) => {
    const { value, space } = g(() => jsonText)
    const [before, after] = pick(g, [
      ['', ''],
      ['', '\n'],
      ['{"first":true}\n', ''],
      ['{}', ' {"last":1}\n']
    ])
    return { before, text: JSON.stringify(value, null, space), after, space, changes: randomChanges(g, value) }
  })
  fc.assert(
    fc.property(cases, ({ before, text, after, space, changes }) => {
      const document = parseYaml(before + text + after)[before === '' ? 0 : 1]
      assert.ok(document !== undefined && document.format === 'json')
      const edited = editDocument(before + text + after, document, changes)
      const mine = edited.text.slice(before.length, edited.text.length - after.length)
      assert.equal(edited.text, before + mine + after)
      const wanted = changed(document.value, edited.done)
      // Integers that JavaScript cannot print.
      if (/\d{16}/.test(canonical(wanted))) return
      // What began without any line cannot show how lines are indented; JavaScript moves keys like "12" to the front.
      const shown = text.includes('\n') || space === undefined ? space : undefined
      const inOrder = changes.every((change) => isAlone(change, changes))
      if (inOrder && text !== '{}' && !/"\d+":/.test(mine) && (shown !== undefined || space === undefined))
        assert.equal(mine, printed(wanted, shown))
      assert.deepEqual(JSON.parse(mine), wanted)
      edits += edited.done.length
    }),
    { numRuns: 3000, seed: 23 }
  )
  assert.ok(edits > 3000, `${edits} edits`)
})

/** As JavaScript prints it, with what YAML cannot hold escaped. */
function printed(value: unknown, space: string | number | undefined): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value, null, space).replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, escaped)
}

test("Kubernetes' own library reads the edited documents the same way", async (t) => {
  const oracle = await yamlOracle()
  if ('skipped' in oracle) return t.skip(oracle.skipped)
  const answers = oracle.documents(editedDocuments.map(({ text }) => text))
  assert.equal(answers.length, editedDocuments.length)
  answers.forEach((answer, at) => {
    const { text, wanted } = editedDocuments[at] ?? assert.fail()
    if (!answer.ambiguous) assert.equal(answered(answer), wanted, text)
  })
})

after(() => {
  editedDocuments.length = 0
})
