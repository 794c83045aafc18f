import assert from 'node:assert/strict'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { tempTree } from '../temp-tree.fixture.ts'
import { runTool } from './run-tool.ts'

/** A program that is this shell script. */
function script(t: TestContext, body: string): string {
  const path = join(tempTree(t, { tool: `#!/bin/sh\n${body}\n` }), 'tool')
  chmodSync(path, 0o755)
  return path
}

describe('runTool', { skip: process.platform === 'win32' ? 'needs a shell script' : false }, () => {
  test('gives what the tool printed', (t) => {
    assert.deepEqual(runTool(script(t, 'echo "$1|$2"'), ['a b', '$(x)'], false), { stdout: 'a b|$(x)\n' })
  })

  test('gives its complaint in one line, without logs, hints and traces', (t) => {
    const complaint = 'level=INFO msg=x\nError: bad\n  thing: here\n\nUse --debug flag to see more'
    assert.deepEqual(runTool(script(t, `printf '${complaint}' >&2; exit 1`), [], false), { problem: 'bad thing: here' })
    const panic = 'panic: index out of range\n\ngoroutine 1 [running]:\nmain.main()'
    assert.deepEqual(runTool(script(t, `printf '${panic}' >&2; exit 2`), [], false), {
      problem: 'panic: index out of range'
    })
    assert.match(JSON.stringify(runTool(script(t, 'exit 3'), [], false)), /failed with exit code 3/)
  })

  test('does not repeat what the tool quotes of its input', (t) => {
    const complaints = {
      'literal sources [hunter2]: invalid literal source hunter2, expected key=value':
        'literal source …, expected key=value',
      'with config: `\npatch: hunter2\n`: unable to parse SM or JSON patch from [patch: "hunter2"]':
        'with config: `…`: unable to parse SM or JSON patch from […]'
    }
    for (const [complaint, problem] of Object.entries(complaints)) {
      const tool = script(t, `cat >&2 <<'END'\nError: ${complaint}\nEND\nexit 1`)
      assert.deepEqual(runTool(tool, [], false), { problem })
    }
  })

  test('knows that it is not installed', () => {
    assert.deepEqual(runTool('no-such-tool-anywhere', [], false), { absent: true })
  })

  test('has no input and, unless allowed, no network', (t) => {
    const tool = script(t, 'cat; echo "$https_proxy $GIT_ALLOW_PROTOCOL"')
    assert.deepEqual(runTool(tool, [], false), { stdout: 'http://127.0.0.1:9 none\n' })
    assert.doesNotMatch(JSON.stringify(runTool(tool, [], true)), /127\.0\.0\.1:9 none/)
  })
})
