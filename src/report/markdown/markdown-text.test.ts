import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Marked, type Token } from 'marked'
import { markdownCode, markdownText } from './markdown-text.ts'

/** Kinds of what a text is made of, the text itself aside. */
function markup(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    const own = ['paragraph', 'text', 'escape', 'table'].includes(token.type) ? [] : [`${token.type} ${token.raw}`]
    return [...own, ...('tokens' in token && token.tokens !== undefined ? markup(token.tokens) : [])]
  })
}

const marked = new Marked({ gfm: true })
const expected = (text: string): string[] => markup(marked.lexer(text)).filter((each) => each !== 'html <!-- -->')

test('whatever a name is, it stays text', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](https://x.example)',
    '![a](https://x.example/a.png)',
    '**bold** _it_ ~~gone~~ `code`',
    'https://x.example www.x.example',
    '&lt;b&gt; &#64;admin',
    'a <!-- b --> c',
    '\\*a\\*'
  ]
  for (const text of hostile) assert.deepEqual(expected(`x ${markdownText(text)}`), [], text)
})

test('whatever a text is, no markup comes of it', () => {
  const pieces = fc.array(fc.constantFrom(...'\\`*_[]()~|$<>&!@#:/.w-= ax1', 'https://', 'www.', '<b>', '-->', '😀'))
  fc.assert(
    fc.property(pieces, (parts) => {
      assert.deepEqual(expected(`x ${markdownText(parts.join(''))} y`), [])
    })
  )
})

test('a bar parts no cells, a line break ends no row', () => {
  const table = `| a | b |\n|---|---|\n| ${markdownText('1|2\\|3\n4')} | c |\n`
  const [token] = marked.lexer(table)
  assert.ok(token?.type === 'table')
  assert.equal(token.rows.length, 1)
  assert.deepEqual(
    token.rows[0].map((cell: { readonly tokens: readonly { readonly text: string }[] }) =>
      cell.tokens.map(({ text }) => text).join('')
    ),
    ['1|2\\|3\ufffd4', 'c']
  )
})

test('nobody is mentioned and nothing referred to', () => {
  assert.equal(markdownText('@admin #12 me@x'), '@<!-- -->admin #<!-- -->12 me@<!-- -->x')
  assert.equal(markdownCode('a_b.yaml'), '<code>a\\_b.yaml</code>')
})
