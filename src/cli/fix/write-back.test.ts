import assert from 'node:assert/strict'
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { tempTree } from '../../sources/temp-tree.fixture.ts'
import { readSourceFile, type SourceFile } from './source-file.ts'
import { writeBack } from './write-back.ts'

function source(path: string): SourceFile {
  const read = readSourceFile(path)
  if ('problem' in read) throw new Error(read.problem)
  return read
}

describe('a file that is written back', () => {
  test('keeps its mode, and leaves nothing beside it', (t) => {
    const folder = tempTree(t, { 'web.yaml': 'old' })
    const file = join(folder, 'web.yaml')
    chmodSync(file, 0o755)
    assert.equal(writeBack(source(file), Buffer.from('new')), null)
    assert.equal(readFileSync(file, 'utf8'), 'new')
    assert.equal(statSync(file).mode & 0o777, 0o755)
    assert.deepEqual(readdirSync(folder), ['web.yaml'])
  })

  test('is the one that a symbolic link leads to', (t) => {
    const folder = tempTree(t, { 'real/web.yaml': 'old', 'web.yaml': { link: 'real/web.yaml' } })
    assert.equal(writeBack(source(join(folder, 'web.yaml')), Buffer.from('new')), null)
    assert.equal(readFileSync(join(folder, 'real/web.yaml'), 'utf8'), 'new')
    assert.ok(lstatSync(join(folder, 'web.yaml')).isSymbolicLink())
  })

  test('is left alone where it has changed since, were it by one byte', (t) => {
    const folder = tempTree(t, { 'web.yaml': 'old' })
    const file = join(folder, 'web.yaml')
    const read = source(file)
    writeFileSync(file, 'Old')
    assert.equal(writeBack(read, Buffer.from('new')), 'the file has changed since it was read')
    assert.equal(readFileSync(file, 'utf8'), 'Old')
    assert.deepEqual(readdirSync(folder), ['web.yaml'])
  })

  test('that was old when it was read is left alone, too, where it has changed since', async (t) => {
    const folder = tempTree(t, { 'web.yaml': 'old' })
    const file = join(folder, 'web.yaml')
    await delay(1100)
    const [kept, changed] = [source(file), source(file)]
    writeFileSync(file, 'Old')
    assert.equal(writeBack(changed, Buffer.from('new')), 'the file has changed since it was read')
    writeFileSync(file, 'old')
    assert.equal(writeBack(kept, Buffer.from('new')), null)
  })

  test('is left alone where it is read-only, or gone', (t) => {
    const folder = tempTree(t, { 'web.yaml': 'old' })
    const file = join(folder, 'web.yaml')
    chmodSync(file, 0o444)
    assert.equal(writeBack(source(file), Buffer.from('new')), 'the file is read-only')
    assert.equal(readFileSync(file, 'utf8'), 'old')
  })
})
