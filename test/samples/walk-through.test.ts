import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { withFindings } from '../../scripts/walk-through.ts'

const path = join(import.meta.dirname, '../../samples/README.md')

test('hardening Runtime Fabric leaves as many findings as the samples say, fewer with each step', () => {
  const readme = readFileSync(path, 'utf8')
  assert.equal(readme, withFindings(readme), 'run make generate')
  const rows = [...readme.matchAll(/^\| (?:before|after both commands|with the exception) \|(.*)\|$/gm)]
  const sums = rows.map(([, cells = '']) => cells.split('|').reduce((sum, cell) => sum + Number(cell), 0))
  assert.equal(sums.length, 3)
  const [before = 0, after = 0, excepted = 0] = sums
  assert.ok(before > after && after > excepted && excepted > 0, sums.join(' '))
})
