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
    'value: {{ .Values.password | default "hunter2" }}': 'value: •••',
    'password: hunter2': 'password: •••',
    '    spring.datasource.password=hunter2': '    spring.datasource.password=•••',
    'app.secret: hunter2': 'app.secret: •••',
    'tls.key: hunter2': 'tls.key: •••',
    [`note: ghp_${'a1B2c3D4'.repeat(5)}`]: 'note: •••',
    'options: {adminPassword: hunter2}': 'options: {adminPassword: •••',
    'auth-token: hunter2': 'auth-token: •••',
    '- --db-password=hunter2': '- --db-password=•••',
    'args: ["--user=me", "--token=hunter2"]': 'args: ["--user=me", "--token=•••',
    '- postgres://me:hunter2@db:5432/shop': '- postgres://me:•••',
    'args: [--db-password, hunter2, --port]': 'args: [--db-password, •••',
    'args: ["--token", "hunter2"]': 'args: ["--token", "•••',
    'command: mysql --password hunter2': 'command: mysql --password •••'
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
    'envFrom: []',
    'automountServiceAccountToken: true',
    '- serviceAccountToken: {path: token}',
    'secretName: database-password',
    'password:',
    '- --token-ttl',
    'image: registry.example:5000/web@sha256:00'
  ]) {
    test(`shows ${line}`, () => assert.equal(conceal(line), line))
  }

  test('judges a line of 200 kB at once', () => {
    const began = performance.now()
    for (const piece of ['-', 'a-', ' --a', '://a', 'password', 'a: ', '{a', '"a":'])
      conceal(piece.repeat(200_000 / piece.length))
    assert.ok(performance.now() - began < 4000)
  })
})
