import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { Marked, type Token } from 'marked'
import { bulwark, type RunOptions } from './bulwark.ts'
import { scan } from './report.ts'

const root = join(import.meta.dirname, '../..')
const marked = new Marked({ gfm: true })

function markdown(args: readonly string[], options: RunOptions = {}): string {
  const { stdout, stderr, status } = bulwark(['scan', ...args, '-o', 'markdown'], options)
  assert.ok(status !== 3, stderr)
  return stdout
}

/** The text of each cell of the tables of findings, by row. */
function rowsOf(text: string): string[][] {
  return marked
    .lexer(text)
    .flatMap((token) => (token.type === 'table' && token.header[0].text === 'Line' ? token.rows : []))
    .map((row: readonly { readonly tokens: readonly Token[] }[]) => row.map(({ tokens }) => plain(tokens)))
}

function plain(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'html') return ''
      return 'tokens' in token && token.tokens !== undefined ? plain(token.tokens) : 'text' in token ? token.text : ''
    })
    .join('')
}

describe('scan -o markdown', () => {
  test('has every finding of a small scan, in tables that a reader of GitHub Markdown finds', () => {
    const { findings } = scan(['samples'], { cwd: root })
    const text = markdown(['samples'], { cwd: root })
    const lines = rowsOf(text).map(([line, , , control]) => `${line} ${control}`)
    assert.deepEqual(lines.toSorted(), findings.map(({ line, control }) => `${line ?? ''} ${control}`).sort())
    assert.equal(markdown(['samples'], { cwd: root }), text)
  })

  test('shows names from outside as they are, and lets them do nothing', () => {
    const name = '<img src=x>|[a](https://x.example) @admin #1 `b` **c**'
    const input = `kind: Pod\napiVersion: v1\nmetadata: {name: '${name}'}\nspec: {hostPID: true}\n`
    const text = markdown(['-', '--control', 'host-pid'], { input })
    assert.equal(rowsOf(text)[0]?.[1]?.replace('&lt;', '<').replace('&gt;', '>'), `Pod ${name}`)
    const html = String(marked.parse(text))
    assert.deepEqual(
      [...html.matchAll(/<(a|img|strong|em)\b/g)].map(([, tag]) => tag),
      ['strong']
    )
    assert.match(html, /@<!-- -->admin #<!-- -->1 /)
  })

  test('fits into a comment', () => {
    const pods = Array.from(
      { length: 1000 },
      (_, index) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p${index}}\nspec: {containers: [{name: a}]}\n`
    )
    const text = markdown(['-'], { input: pods.join('---\n') })
    assert.ok(text.length <= 65_536 && text.length > 60_000, `${text.length}`)
    assert.match(text, /^> \d+ findings not shown, the least severe/m)
  })
})
