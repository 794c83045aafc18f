import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvCell } from './cell.ts'

test('quotes what RFC 4180 wants quoted, and nothing else', () => {
  assert.equal(csvCell(''), '')
  assert.equal(csvCell('a b'), 'a b')
  assert.equal(csvCell('container "app", first'), '"container ""app"", first"')
  assert.equal(csvCell('two\nlines'), '"two\nlines"')
})

test('defuses what a spreadsheet would run', () => {
  for (const start of ['=', '+', '-', '@', ' =', '\uff1d', '\uff0b', '\uff0d', '\uff20']) {
    assert.equal(csvCell(`${start}1`), `'${start}1`)
  }
  assert.equal(csvCell('=HYPERLINK("https://x.example","y")'), `"'=HYPERLINK(""https://x.example"",""y"")"`)
  assert.match(csvCell('\t=1'), /^'/)
  assert.match(csvCell('\r=1'), /^'/)
  assert.match(csvCell('\n=1'), /^"'/)
  assert.equal(csvCell('--force'), "'--force")
})

test('leaves names and standard input alone', () => {
  for (const text of ['-', 'k8s/a=b.yaml', 'a+b', '10', 'a@b']) assert.equal(csvCell(text), text)
})

test('leaves nothing for a terminal to act on', () => {
  assert.equal(csvCell('a\u001b[31m\u202e'), 'a\ufffd[31m\ufffd')
})
