import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { tempTree } from '../temp-tree.fixture.ts'
import { readBytes } from './read-bytes.ts'

function textOf(file: string, regular: boolean): string {
  const bytes = readBytes(file, regular)
  assert.ok(!('problem' in bytes), 'problem' in bytes ? bytes.problem : '')
  return Buffer.from(bytes).toString()
}

describe('readBytes', () => {
  test('reads files of every size whole', (t) => {
    const kilobytes = [0, 1, 255, 256, 257, 513, 5000]
    const contents = kilobytes.map((size) => 'x'.repeat(size * 1024).concat(String(size)))
    const root = tempTree(t, Object.fromEntries(contents.map((content, index) => [`${index}.yaml`, content])))
    for (const regular of [true, false]) {
      contents.forEach((content, index) => {
        assert.equal(textOf(join(root, `${index}.yaml`), regular) === content, true)
      })
    }
  })

  test('says why a file cannot be read', (t) => {
    const root = tempTree(t, { 'a.yaml': '' })
    assert.deepEqual(readBytes(join(root, 'b.yaml'), true), { problem: 'no such file or folder' })
    assert.deepEqual(readBytes(join(root, 'a.yaml', 'b'), true), {
      problem: 'no such file: a part of the path is not a folder'
    })
    assert.deepEqual(readBytes(root, false), { problem: 'is a folder' })
  })

  test('reads a named pipe to its end', (t) => {
    const root = tempTree(t, {})
    const pipe = join(root, 'pipe')
    if (spawnSync('mkfifo', [pipe]).status !== 0) return t.skip('no mkfifo here')
    const writer = spawn('sh', ['-c', '(echo one; sleep 0.1; echo two) > "$1"', 'sh', pipe], { stdio: 'ignore' })
    t.after(() => writer.kill())
    assert.equal(textOf(pipe, false), 'one\ntwo\n')
  })

  test('waits a moment for the writer of a named pipe, not for ever', { timeout: 10_000 }, (t) => {
    const root = tempTree(t, {})
    const pipe = join(root, 'pipe')
    if (spawnSync('mkfifo', [pipe]).status !== 0) return t.skip('no mkfifo here')
    assert.deepEqual(readBytes(pipe, false), { problem: 'is a pipe that nobody writes to' })
    const writer = spawn('sh', ['-c', '(sleep 0.3; echo one) > "$1"', 'sh', pipe], { stdio: 'ignore' })
    t.after(() => writer.kill())
    assert.equal(textOf(pipe, false), 'one\n')
  })

  test('an input without end is refused', { timeout: 20_000 }, () => {
    if (process.platform === 'win32') return
    const bytes = readBytes('/dev/zero', false)
    assert.ok('problem' in bytes && /larger than/.test(bytes.problem))
  })
})
