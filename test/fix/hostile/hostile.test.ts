/**
 * Manifests that are hard to edit. `manifests.txt` holds them, `diffs.txt` what `fix --grade review` makes of each, as
 * somebody has read it; with BULWARK_RECORD set it is written anew, to be read again.
 */
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { bulwark } from '../proof/command.ts'
import { type Tree, written } from '../proof/copied-tree.ts'
import { proveFixes } from '../proof/run-proof.ts'

const recorded = join(import.meta.dirname, 'diffs.txt')

test('manifests that are hard to edit are edited as a reviewer would', (t) => {
  const folder = written(t, hostileTree())
  const { stdout } = bulwark(folder, 'fix', '.', '--grade', 'review', '-o', 'json')
  const shown = shownFixes(JSON.parse(stdout))
  if (process.env.BULWARK_RECORD !== undefined) writeFileSync(recorded, shown)
  const wanted = sections(readFileSync(recorded, 'utf8'))
  const made = sections(shown)
  for (const [name, diff] of wanted) assert.equal(made.get(name), diff, name)
  assert.deepEqual([...made.keys()], [...wanted.keys()])
})

test('and nothing else changes in them', async (t) => {
  await proveFixes(t, hostileTree())
})

interface Said {
  readonly diffs: readonly { readonly file: string; readonly grade: string; readonly diff: string }[]
  readonly left: readonly {
    readonly file: string
    readonly control: string
    readonly kind: string
    readonly path: string
    readonly reason: string
  }[]
  readonly errors: readonly { readonly file: string; readonly line: number; readonly message: string }[]
}

/** By file: the diffs, what was left for a reason of the text or of the object, and what could not be read. */
function shownFixes({ diffs, left, errors }: Said): string {
  const lines = new Map<string, string[]>()
  const say = (file: string, line: string): void => {
    lines.set(file, [...(lines.get(file) ?? []), line])
  }
  for (const { file, grade, diff } of diffs) say(file, `${grade}:\n${withoutHeader(diff)}`)
  for (const { file, control, kind, path, reason } of left) {
    if (kind !== 'no-fix' && kind !== 'choice') say(file, `left, ${kind}: ${control} at ${path}: ${reason}\n`)
  }
  for (const { file, line, message } of errors) say(file, `error: line ${line}: ${message}\n`)
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, all]) => `=== ${file}\n${all.join('')}`)
    .join('')
}

/** What is in Windows' line ends is shown as it would be in a terminal. */
function withoutHeader(diff: string): string {
  return diff
    .replace(/^--- .*\n\+\+\+ .*\n/, '')
    .replaceAll('\r', '␍')
    .replaceAll('\ufeff', '')
}

function sections(text: string): Map<string, string> {
  const parts = text.split(/^=== /m).slice(1)
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]))
}

/** `crlf`, `bom` and `noeol` behind a name say how the file is written; `<TAB>` stands for what editors replace. */
function hostileTree(): Tree {
  const parts = sections(readFileSync(join(import.meta.dirname, 'manifests.txt'), 'utf8'))
  return new Map(
    [...parts].map(([heading, body]) => {
      const [name = '', ...styles] = heading.split(' ')
      let text = body.replaceAll('<TAB>', '\t')
      if (styles.includes('noeol')) text = text.trimEnd()
      if (styles.includes('crlf')) text = text.replaceAll('\n', '\r\n')
      if (styles.includes('bom')) text = `\ufeff${text}`
      return [name, Buffer.from(text)]
    })
  )
}
