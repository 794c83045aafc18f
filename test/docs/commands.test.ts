import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { commandsOf } from '../../scripts/documents/command-blocks.ts'
import { documentsBelow } from '../../scripts/documents/documents.ts'
import { copyTree } from './tree-copy.ts'

const root = join(import.meta.dirname, '../..')

/** Commands of the documents that are not run here, and why. */
const notRun = new Map([
  ['make test', 'it runs this very test'],
  ['bin/bulwark scan --node --framework cis', 'test/cli/node.test.ts has a node for it']
])

/** test/cluster/documents.test.ts has a cluster for them. */
const needsCluster = /^kubectl |--cluster\b/

function isRunElsewhere(command: string): boolean {
  return notRun.has(command) || needsCluster.test(command)
}

const documents = documentsBelow(root).map((document) => ({
  document,
  commands: commandsOf(readFileSync(join(root, document), 'utf8'))
}))

for (const { document, commands } of documents.filter((entry) => entry.commands.length > 0)) {
  describe(`commands in ${document}`, () => {
    const copy = copyTree()
    after(() => copy.remove())

    for (const { command, output } of commands.filter((entry) => !isRunElsewhere(entry.command))) {
      test(command, () => {
        const { status, stdout, stderr } = copy.run(command)
        // A scan or report of something bad ends with 1, and the samples are meant to be bad.
        const expected = /bulwark (scan|report)/.test(command) ? [0, 1] : [0]
        assert.ok(expected.includes(status ?? -1), `ended with ${status}:\n${stdout}${stderr}`)
        if (output !== null) assert.equal(stdout, output, `${document} shows other output: run make generate`)
      })
    }
  })
}

test('no command is left out for a reason that is gone', () => {
  const shown = new Set(documents.flatMap(({ commands }) => commands.map(({ command }) => command)))
  assert.deepEqual(
    [...notRun.keys()].filter((command) => !shown.has(command)),
    []
  )
})
