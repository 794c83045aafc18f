import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, test } from 'node:test'

const source = join(import.meta.dirname, '../../src/sources/read.ts')

/** Reads `paths` in a process of its own with `input` on its standard input. */
function read(paths: readonly string[], input: string, shell = false): unknown {
  const program = `
    import { readSources } from ${JSON.stringify(source)}
    const units = [...readSources(process.argv.slice(1), {})]
    console.log(JSON.stringify(units.map(({ file, resources, errors, skipped }) => [file, resources.length, errors.length, skipped.length])))`
  const args = ['--input-type=module', '--eval', program, '--', ...paths]
  const { stdout, stderr } = shell
    ? spawnSync('bash', ['-c', `"$0" "$@" <(printf '%s' "$INPUT")`, process.execPath, ...args], {
        encoding: 'utf8',
        env: { ...process.env, INPUT: input }
      })
    : spawnSync(process.execPath, args, { input, encoding: 'utf8' })
  assert.equal(stderr, '')
  return JSON.parse(stdout)
}

const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: []}\n'

describe('standard input and pipes', () => {
  test('- is standard input, read once', () => {
    assert.deepEqual(read(['-', '-'], `${pod}---\n${pod}`), [['-', 2, 0, 0]])
  })

  test('a large input is read whole', () => {
    const many = `${pod}---\n`.repeat(20_000)
    assert.deepEqual(read(['-'], many), [['-', 20_000, 0, 0]])
  })

  test('an empty input is skipped', () => {
    assert.deepEqual(read(['-'], ''), [['-', 0, 0, 1]])
  })

  test('what a process prints is read as a file', (t) => {
    if (spawnSync('bash', ['--version']).status !== 0) return t.skip('no bash here')
    const [[file, ...counts] = []] = read([], pod, true) as unknown[][]
    assert.match(String(file), /^\/(dev\/fd|proc)\//)
    assert.deepEqual(counts, [1, 0, 0])
  })
})
