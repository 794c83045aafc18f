import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { conceal } from './conceal.ts'

describe('conceal', () => {
  const lines = {
    'value: hunter2': 'value: •••',
    '        - value: "hunter2" # of the database': '        - value: •••',
    "  'value' :  hunter2": "  'value' :  •••",
    '{ "name": "A", "value":"hunter2", "b": 1 }': '{ "name": "A", "value":•••',
    'env: [{name: A, value: hunter2}]': 'env: •••',
    '[{name: A, value: hunter2}]': '[{name: A, value: •••',
    'stringData: {password: hunter2}': 'stringData: {•••',
    '{"kind":"Secret","data":{"password":"aHVudGVyMg=="}}': '{"kind":"Secret","data":{•••',
    'kubectl.kubernetes.io/last-applied-configuration: \'{"env":["hunter2"]}\'':
      'kubectl.kubernetes.io/last-applied-configuration: •••',
    'note: "{\\"name\\":\\"A\\",\\"value\\":\\"hunter2\\"}"': 'note: "{\\"name\\":\\"A\\",\\"value\\":•••',
    'value: {{ .Values.password | default "hunter2" }}': 'value: •••'
  }
  for (const [line, shown] of Object.entries(lines)) {
    test(line, () => assert.equal(conceal(line), shown))
  }

  for (const line of [
    'privileged: true',
    'value:',
    'valueFrom: {secretKeyRef: {name: a}}',
    'values: 3',
    'data:',
    'env:',
    'envFrom: []'
  ]) {
    test(`shows ${line}`, () => assert.equal(conceal(line), line))
  }
})
