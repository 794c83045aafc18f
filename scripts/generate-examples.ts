/**
 * Writes what commands print into the `console` blocks of the documents, so that an example is never out of date. A test
 * fails while one is.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandsOf } from './documents/command-blocks.ts'
import { documentsBelow } from './documents/documents.ts'

const root = join(import.meta.dirname, '..')
for (const document of documentsBelow(root)) {
  const text = readFileSync(join(root, document), 'utf8')
  const current = withCurrentOutput(text)
  if (current !== text) writeFileSync(join(root, document), current)
}

function withCurrentOutput(text: string): string {
  let current = text
  // From the end, so that positions before stay as they are.
  for (const { command, output, start, end } of commandsOf(text).reverse()) {
    if (output !== null) current = current.slice(0, start) + printedBy(command) + current.slice(end)
  }
  return current
}

function printedBy(command: string): string {
  if (!command.startsWith('bin/bulwark ')) throw new Error(`an example shows what bin/bulwark prints, not: ${command}`)
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: root, encoding: 'utf8' })
  if (status !== 0 && status !== 1) throw new Error(`${command} ended with ${status}:\n${stderr}`)
  return stdout
}
