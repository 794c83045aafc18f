import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { itemTitles } from './item-titles.ts'

describe('itemTitles', () => {
  test('names the items of every framework that has names', () => {
    const titles = itemTitles([{ nsa: ['1.8'], pss: ['privileged'], owasp: ['K01'], kubescape: ['C-0057'] }], ['guide'])
    assert.equal(titles.nsa?.['1.8'], 'No privileged containers')
    assert.equal(titles.pss?.privileged, 'Privileged containers')
    assert.ok(titles.owasp?.K01)
    assert.deepEqual(titles.kubescape, {})
  })

  test('takes those of the selected version, since numbers changed', () => {
    const older = itemTitles([{ cis: ['5.2.2'] }], ['cis@1.8']).cis?.['5.2.2']
    assert.equal(itemTitles([{ cis: ['5.2.2'] }], ['cis-5@1.8']).cis?.['5.2.2'], older)
    assert.ok(older)
  })

  test('leaves out what no framework has', () => {
    assert.deepEqual(itemTitles([{ nsa: ['99'], 'acme-rules': ['1'] }], []), { nsa: {}, 'acme-rules': {} })
  })
})
