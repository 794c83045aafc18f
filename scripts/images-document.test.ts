import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { knownImages } from '../src/fix/images/known/known-images.ts'
import { imagesDocument } from './images-document.ts'

const document = imagesDocument()

test('docs/images.md is current', () => {
  const written = readFileSync(join(import.meta.dirname, '../docs/images.md'), 'utf8')
  assert.equal(written, document, 'run make generate')
})

test('every image has a row, and every row all its cells', () => {
  for (const { repositories } of knownImages) {
    const name = repositories[0].replace(/^docker\.io\/(?:library\/)?/, '')
    assert.ok(document.includes(`| \`${name}\``), name)
  }
  for (const line of document.split('\n').filter((text) => text.startsWith('|'))) {
    assert.equal(line.match(/(?<!\\)\|/g)?.length, 8, line)
  }
})
