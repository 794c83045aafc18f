import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { chapters } from '../src/controls/chapters.ts'
import { registry } from '../src/controls/registry.ts'
import { chapterIndex, controlFiles, controlIndex } from './control-index.ts'

const folder = join(import.meta.dirname, '../src/controls')

test('the index of controls is current, and each control is named like its file', () => {
  const written = readFileSync(join(folder, 'generated/index.ts'), 'utf8')
  assert.equal(written, controlIndex(folder), 'a control was added or removed: run make generate')
  assert.deepEqual(
    registry.controls.map(({ id }) => id),
    controlFiles(folder).map(({ id }) => id)
  )
})

test('every control is in a chapter of the guide', () => {
  const written = readFileSync(join(folder, 'generated/chapters.ts'), 'utf8')
  assert.equal(written, chapterIndex(folder), 'a control was added, moved or removed: run make generate')
  const known = new Set(chapters.map(({ name }) => name))
  assert.deepEqual(
    controlFiles(folder).filter(({ chapter }) => !known.has(chapter)),
    []
  )
})
