import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findingWith } from '../../src/report/finding.fixture.ts'
import { dedented, Excerpts } from './excerpts.ts'
import { decodeFindings } from './findings.ts'
import { reportOf } from './report.fixture.ts'

const manifest = `spec:
  containers:
    - name: app
      securityContext:
        privileged: true
        runAsUser: 0
      env:
        - name: PASSWORD
          value: hunter2
`

describe('Excerpts', () => {
  const findings = decodeFindings(
    reportOf(
      [
        findingWith({ line: 5, column: 21 }),
        findingWith({ line: 6, column: 20 }),
        findingWith({ line: 8, column: 11 }),
        findingWith({ line: 99, column: 1 }),
        findingWith({ file: 'gone.yaml' }),
        findingWith({ line: 5, column: 21, resource: { apiVersion: 'v1', kind: 'Secret', namespace: null, name: 'a' } })
      ],
      { files: { 'k8s/web.yaml': manifest } }
    )
  )
  const excerpts = new Excerpts(findings.data)
  const shown = (finding: number): string[] =>
    excerpts
      .of(findings.place[finding] ?? -1)
      .map(({ number, text, caret }) => `${number}${caret === null ? ' ' : `@${caret} `}${text}`)

  test('are the lines around, with the column pointed at', () => {
    assert.deepEqual(shown(0), [
      '2   containers:',
      '3     - name: app',
      '4       securityContext:',
      '5@20         privileged: true',
      '6         runAsUser: 0'
    ])
    assert.equal(
      shown(1).find((line) => line.includes('@')),
      '6@19         runAsUser: 0'
    )
  })

  test('show no value that may be a secret', () => {
    assert.deepEqual(shown(2).at(-1), '9           value: •••')
    assert.ok(!JSON.stringify(findings.data).includes('hunter2'))
  })

  test('are empty where nothing can be shown: the line or the file is gone, or it is a Secret', () => {
    for (const finding of [3, 4, 5]) assert.deepEqual(shown(finding), [])
  })

  test('lose the indentation that all lines have', () => {
    assert.deepEqual(
      dedented([
        { number: 1, text: '    a:', caret: null },
        { number: 2, text: '      b: 1', caret: 9 }
      ]),
      [
        { number: 1, text: 'a:', caret: null },
        { number: 2, text: '  b: 1', caret: 5 }
      ]
    )
  })
})
