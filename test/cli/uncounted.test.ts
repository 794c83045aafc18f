import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark } from './bulwark.ts'
import { goodPod } from './manifests.ts'
import { sarifValidator } from './sarif-schema.ts'

const annotation =
  '  annotations:\n    bulwark.dev/except: "host-pid; owner=shop; expires=9999-12-31; reason=a debugger | <b>"\n'
const pods = [
  goodPod('excepted', '  hostPID: true\n').replace('spec:\n', `${annotation}spec:\n`),
  goodPod('known', '  hostPID: true\n'),
  goodPod('failed', '  hostPID: true\n'),
  goodPod('undecided').replace('image: registry', 'image: 7 # registry')
]

/** The report of four pods: a finding that an exception tolerates, one of the baseline, one that counts, one unknown. */
function report(t: TestContext, format: string): string {
  const cwd = tempTree(t, { '.git/HEAD': '', 'known.yaml': pods[1] ?? '' })
  const by = ['--control', 'host-pid', '--control', 'image-tag-latest', '--baseline', 'baseline.json']
  assert.equal(bulwark(['scan', '.', ...by, '--update-baseline'], { cwd }).status, 0)
  const { stdout, status } = bulwark(['scan', '-', ...by, '-o', format], { cwd, input: pods.join('---\n') })
  assert.equal(status, 2, 'image: 7 is a mistake of the manifest')
  return stdout
}

interface SarifResult {
  readonly kind?: string
  readonly baselineState?: string
  readonly suppressions?: readonly object[]
  readonly message: { readonly text: string }
}

describe('what does not count stays in every report, marked', () => {
  test('sarif', (t) => {
    const log = JSON.parse(report(t, 'sarif'))
    const validate = sarifValidator()
    if (typeof validate === 'function') assert.ok(validate(log), JSON.stringify(validate.errors))
    const results: readonly SarifResult[] = log.runs[0].results
    assert.deepEqual(
      results.map(({ kind = 'fail', baselineState, suppressions, message }) => [
        kind,
        baselineState,
        suppressions,
        /\(Pod shop\/(\w+)\)$/.exec(message.text)?.[1]
      ]),
      [
        ['fail', undefined, undefined, 'failed'],
        ['open', undefined, undefined, 'undecided'],
        ['fail', 'unchanged', undefined, 'known'],
        [
          'fail',
          undefined,
          [
            {
              kind: 'inSource',
              status: 'accepted',
              justification: 'a debugger | <b> (shop, until 9999-12-31)',
              properties: { exception: 'annotation' }
            }
          ],
          'excepted'
        ]
      ]
    )
  })

  test('junit', (t) => {
    const text = report(t, 'junit')
    assert.match(text, /<testsuite name="standard input" tests="4" failures="1" errors="0" skipped="3"/)
    assert.match(text, /message="excepted until 9999-12-31 by shop: a debugger \| &lt;b&gt;"/)
    assert.match(text, /message="known from the baseline: pod shares the process namespace of its node"/)
    assert.match(text, /message="unknown: container &quot;app&quot; cannot be judged \(/)
  })

  test('markdown', (t) => {
    const text = report(t, 'markdown')
    assert.match(text, /^## Bulwark: 1 high finding\n/)
    assert.match(text, /^Baseline: 1 known finding not shown$/m)
    assert.match(text, /### Unknown \(1\)/)
    assert.match(text, /### Excepted \(1\)[\s\S]* excepted until 9999-12-31 by shop: a debugger \\\| &lt;b&gt; \|/)
  })

  test('csv', (t) => {
    const rows = report(t, 'csv').split('\r\n')
    assert.match(rows[1] ?? '', /^excepted,.*,annotation,a debugger \| <b>,shop,9999-12-31,\w+,$/)
    assert.match(rows[2] ?? '', /^fail,.*,,,,,\w+,true$/)
    assert.match(rows[3] ?? '', /^fail,.*,,,,,\w+,$/)
    assert.match(rows[4] ?? '', /^unknown,/)
  })

  test('openreports', (t) => {
    const { items } = JSON.parse(report(t, 'openreports'))
    assert.deepEqual(items[1].summary, { pass: 0, fail: 1, warn: 1, error: 1, skip: 1 })
  })
})
