import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Item } from './item.ts'
import { messageOf, messageParts } from './message.ts'

const item = new Item({ name: 'data', azureFile: { secretName: 'azure' } }, ['spec', 'volumes', 0], null)

test('a message names the item, what it consists of and its values', () => {
  const said = (template: string) => messageOf(messageParts(template), item)
  assert.equal(said('{where} is of the type {fields}'), 'volume "data" is of the type azureFile')
  assert.equal(said('{azureFile.secretName} and {azureFile.shareName}'), 'azure and (not set)')
})
