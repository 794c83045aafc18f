import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnsweringControl, FrameworkData, ItemData, VerdictName } from '../../src/report/html/framework-data.ts'
import { chaptersOf, filteredItems, foundBy, verdictCounts } from './items.ts'

function item(id: string, chapter: string | null, status: VerdictName, controls: number[] = []): ItemData {
  return {
    id,
    title: `Item ${id}`,
    chapter,
    status,
    evidence: '',
    unknown: null,
    question: null,
    record: null,
    controls
  }
}

const control: AnsweringControl = {
  id: 'host-pid',
  title: 'No host processes',
  severity: 'high',
  remedy: '',
  object: [1, 2, 1],
  place: [3, 0, 0],
  message: [4, 4, 4],
  note: [0, 5, 0],
  status: [0, 1, 2],
  statuses: ['fail', 'unknown', 'excepted']
}

const items = [item('1', 'a', 'fail', [0]), item('2', 'b', 'pass'), item('3', 'a', 'pass')]
const data: FrameworkData = {
  format: 1,
  bulwark: '0',
  subjects: [],
  live: false,
  framework: 'f',
  version: '',
  files: 0,
  resources: 0,
  items,
  controls: [control],
  texts: ['', 'Pod a', 'Pod b', 'a.yaml:1', 'shares', 'not allowed'],
  troubles: [],
  skipped: []
}

function idsOf(verdicts: readonly VerdictName[], query: string): string[] {
  return filteredItems(data, { verdicts: new Set(verdicts), query }).map(({ id }) => id)
}

test('items stand by chapter, in the order of the framework', () => {
  const ids = chaptersOf(items).map(({ title, items: own }) => [title, ...own.map(({ id }) => id)])
  assert.deepEqual(ids, [
    ['a', '1', '3'],
    ['b', '2']
  ])
  assert.deepEqual(verdictCounts(items), { pass: 2, fail: 1, unknown: 0, excepted: 0, notApplicable: 0 })
})

test('a filter asks for verdicts and words, of controls too', () => {
  assert.deepEqual(idsOf([], ''), ['1', '2', '3'])
  assert.deepEqual(idsOf(['pass'], ''), ['2', '3'])
  assert.deepEqual(idsOf([], 'HOST-pid item'), ['1'])
  assert.deepEqual(idsOf(['pass'], 'host-pid'), [])
})

test('what a control found comes out of its columns', () => {
  assert.deepEqual(foundBy(control, data.texts, 2), [
    { object: 'Pod a', place: 'a.yaml:1', message: 'shares', note: '', status: 'fail' },
    { object: 'Pod b', place: '', message: 'shares', note: 'not allowed', status: 'unknown' }
  ])
})
