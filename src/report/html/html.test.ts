import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exceptedFinding, findingWith, resultWith, unknownFinding } from '../finding.fixture.ts'
import { HtmlReport } from './html.ts'
import { pageMarks } from './page-parts.ts'

const page = `<body>${pageMarks.fallback}<script type="application/json">${pageMarks.data}</script></body>`
const hostile = '</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>\u202e\u0007'

function report(text: string | null = null, shell = page): HtmlReport {
  return new HtmlReport({ page: shell, version: '0.1.0', subjects: [hostile], controls: [] }, () => text)
}

/** Everything in it that a user or an attacker can name is hostile. */
const hostileFinding = exceptedFinding({
  resource: { apiVersion: hostile, kind: hostile, namespace: hostile, name: hostile },
  container: { name: hostile, type: 'init' },
  file: hostile,
  path: hostile,
  message: hostile,
  where: hostile,
  control: hostile,
  maps: { [hostile]: [hostile] },
  fails: [hostile],
  exception: { id: hostile, reason: hostile, owner: hostile, expires: hostile }
})

describe('HtmlReport', () => {
  test('lets no text out of the element that holds it', () => {
    const html = report(hostile)
    html.add([hostileFinding, unknownFinding({ reason: hostile })])
    const result = resultWith({
      errors: [{ file: hostile, line: 1, column: 1, message: hostile }],
      skipped: [{ file: hostile, document: 0, reason: hostile, named: false }]
    })
    const written = [...html.finish([hostile], result)].join('')
    const [before = '', data = '', after = ''] = written.split(/<script type="application\/json">|<\/script>/)
    assert.doesNotMatch(before, /<(?:script|img|!--)|\u202e/)
    assert.doesNotMatch(data, /[<>\u202e]|\\u202e|\\u0007/)
    assert.equal(after, '</body>')
    assert.equal(JSON.parse(data).findings.count, 2)
  })

  test('writes the same bytes for the same findings', () => {
    const write = (): string => {
      const html = report('a: 1\n'.repeat(20))
      html.add([findingWith(), findingWith({ line: 3 }), exceptedFinding()])
      return [...html.finish(['guide'], resultWith())].join('')
    }
    assert.equal(write(), write())
  })

  test('shows no line of a Secret and no value of a variable', () => {
    const html = report(
      'env:\n  - name: A\n    value: hunter2\n    valueFrom: {}\n  - name: B\n    value: |\n      hunter2\na: hunter2\n'
    )
    const secret = { apiVersion: 'v1', kind: 'Secret', namespace: null, name: 'a' }
    html.add([
      ...[1, 2, 3, 4, 5, 6, 7].map((line) => findingWith({ line, column: 5 })),
      findingWith({ resource: secret, line: 3, column: 5 }),
      findingWith({ control: 'plain-text-credential', line: 8, column: 3 })
    ])
    const written = [...html.finish(['guide'], resultWith())].join('')
    assert.doesNotMatch(written, /hunter2/)
    assert.match(written, /•••/)
  })

  test('takes no page that has no place for the data', () => {
    assert.throws(() => [...report(null, '<body></body>').finish([], resultWith())], /the page has not one/)
  })
})
