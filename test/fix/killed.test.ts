/** However `fix --write` ends, each file is what it was or what it was to be. `BULWARK_KILLS` says how often it is killed. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark, command } from '../cli/bulwark.ts'

const files = 1000
const kills = Number(process.env.BULWARK_KILLS ?? '4')
const args = ['fix', '.', '--write', '--control', 'host-pid', '--grade', 'breaking']

const manifest = (index: number): string => `# ${'padding '.repeat(index % 400)}
apiVersion: v1
kind: Pod
metadata:
  name: pod-${index}
spec:
  hostPID: true # why?
  containers: [{name: app, image: registry.example/web:1.4}]
`

describe('a write that is killed', () => {
  test(`leaves no file torn in ${kills} times`, async (t) => {
    const names = Array.from({ length: files }, (_, index) => `${index % 10}/pod-${index}.yaml`)
    const old = names.map((_, index) => manifest(index))
    const folder = tempTree(t, Object.fromEntries(names.map((name, index) => [name, old[index] ?? ''])))
    const started = performance.now()
    assert.match(bulwark(args, { cwd: folder }).stderr, /1000 findings fixed in 1000 files/)
    const whole = performance.now() - started
    const fixed = names.map((name) => readFileSync(join(folder, name), 'utf8'))
    let partly = 0
    for (let round = 0; round < kills; round++) {
      names.forEach((name, index) => {
        writeFileSync(join(folder, name), old[index] ?? '')
      })
      const child = spawn(command, args, { cwd: folder, stdio: 'ignore', detached: true })
      const closed = once(child, 'close')
      await delay(Math.random() * whole)
      // The command and what it started.
      if (child.pid !== undefined && child.exitCode === null) killGroup(child.pid)
      await closed
      let changed = 0
      names.forEach((name, index) => {
        const text = readFileSync(join(folder, name), 'utf8')
        if (text === fixed[index]) changed++
        else assert.equal(text, old[index], name)
      })
      if (changed > 0 && changed < files) partly++
    }
    t.diagnostic(`${partly} of ${kills} kills came while files were written`)
    bulwark(args, { cwd: folder })
    const left = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'))
    assert.deepEqual(left, [], 'what a killed run left is swept by the next')
  })
})

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has just ended.
  }
}
