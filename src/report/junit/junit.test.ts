import assert from 'node:assert/strict'
import { test } from 'node:test'
import { privilegedContainer } from '../../controls/pod/privileged-container.ts'
import type { Finding } from '../../scan/finding.ts'
import { exceptedFinding, findingWith, pageList, resultWith, unknownFinding, written } from '../finding.fixture.ts'
import { JUnitReport } from './junit.ts'

const report = (): JUnitReport => new JUnitReport([privilegedContainer], pageList())

/** The lines of the suites of files, without what every report begins and ends with. */
function suites(findings: readonly Finding[]): string[] {
  const lines = written(report(), findings).split('\n')
  return lines.slice(lines.indexOf('  </testsuite>') + 1, -2)
}

const start = '    <testcase classname="k8s/web.yaml.Deployment shop/web" name="privileged-container" time="0"'
const suite = (counts: string): string => `  <testsuite name="k8s/web.yaml" ${counts} time="0">`

test('a failure with message, places and advice', () => {
  assert.deepEqual(suites([findingWith()]), [
    suite('tests="1" failures="1" errors="0" skipped="0"'),
    `${start}>`,
    '      <failure type="critical" message="container &quot;app&quot; runs privileged">k8s/web.yaml:12:21 container "app" runs privileged',
    '',
    privilegedContainer.why,
    `${privilegedContainer.remedy}</failure>`,
    '    </testcase>',
    '  </testsuite>'
  ])
})

test('one test for a control at an object, however many items fall short', () => {
  const other = { container: { name: 'init', type: 'init' }, message: 'init container "init" runs privileged' } as const
  const between = findingWith({ control: 'host-pid', message: 'pod shares' })
  const text = suites([findingWith(), between, findingWith({ ...other, line: 30 })]).join('\n')
  assert.equal(text.match(/<testcase/g)?.length, 2)
  assert.match(
    text,
    /message="container &quot;app&quot; runs privileged \(and 1 more\)">k8s\/web.yaml:12:21 .*\nk8s\/web.yaml:30:21 init/
  )
  assert.match(text, /tests="2" failures="2"/)
})

test('exceptions and unknown verdicts are skipped, with the reason', () => {
  assert.deepEqual(suites([exceptedFinding(), unknownFinding({ control: 'host-pid' })]), [
    suite('tests="2" failures="0" errors="0" skipped="2"'),
    `${start}>`,
    '      <skipped message="excepted until 2027-03-31 by shop@example.com: needs a device"/>',
    '    </testcase>',
    `${start.replace('privileged-container', 'host-pid')}>`,
    '      <skipped message="unknown: pod cannot be judged (no such key: x)"/>',
    '    </testcase>',
    '  </testsuite>'
  ])
})

test('what the baseline knows is skipped, beside it what is new fails', () => {
  const known = findingWith({ baseline: true })
  assert.match(
    suites([known]).join('\n'),
    /<skipped message="known from the baseline: container &quot;app&quot; runs privileged"\/>/
  )
  assert.match(suites([known, findingWith({ line: 30 })]).join('\n'), /<failure .*\n.*30:21/)
})

test('an exception for one container hides no failure of another', () => {
  const text = suites([exceptedFinding(), findingWith({ line: 30 })]).join('\n')
  assert.match(text, /failures="1" errors="0" skipped="0"/)
  assert.match(text, /<failure type="critical" message="container &quot;app&quot; runs privileged">/)
  assert.match(text, /12:21 excepted until/)
})

test('passes are tests that pass', () => {
  const pass = findingWith({ status: 'pass', message: 'Containers do not run privileged' })
  assert.deepEqual(suites([pass]), [
    suite('tests="1" failures="0" errors="0" skipped="0"'),
    `${start}/>`,
    '  </testsuite>'
  ])
})

test('suites by file, then live objects by namespace', () => {
  const live = { file: null, document: null, line: null, column: null }
  const findings = [
    findingWith({ file: 'b.yaml' }),
    findingWith({ file: 'a.yaml' }),
    findingWith(live),
    findingWith({ ...live, resource: { apiVersion: 'v1', kind: 'Node', namespace: null, name: 'n1' } })
  ]
  const text = suites(findings).join('\n')
  assert.deepEqual(
    [...text.matchAll(/<testsuite name="([^"]*)"/g)].map(([, name]) => name),
    ['Cluster', 'Namespace shop', 'a.yaml', 'b.yaml']
  )
  assert.match(text, /classname="Node n1"[\s\S]*>spec\.template/)
})

test('input that could not be read is an error, what a cluster did not give is skipped', () => {
  const result = resultWith({
    errors: [{ file: 'a.yaml', line: 7, column: 3, message: 'a "bracket" is < open' }],
    unread: [{ kind: 'Secret', group: '', namespace: 'shop', reason: 'not allowed' }]
  })
  assert.equal(
    written(report(), [], result),
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="bulwark" tests="2" failures="0" errors="1">
  <testsuite name="input" tests="2" failures="0" errors="1" skipped="1" time="0">
    <testcase classname="bulwark.input" name="a.yaml:7:3" time="0">
      <error type="input" message="a &quot;bracket&quot; is &lt; open"/>
    </testcase>
    <testcase classname="bulwark.input" name="Secret in shop" time="0">
      <skipped message="not allowed"/>
    </testcase>
  </testsuite>
</testsuites>
`
  )
})

test('a report of nothing bad has a test that passes', () => {
  assert.match(
    written(report(), []),
    /tests="1" failures="0" errors="0">\n.*\n.*name="everything could be read" time="0"\/>/
  )
})

test('objects of one name in one file have names of their own, which stay when others come between them', () => {
  const at = (document: number, path: string, more: Partial<Finding> = {}): Finding =>
    findingWith({ document, path, ...more })
  const other = { ...findingWith().resource, name: 'other' }
  const classes = (findings: readonly Finding[]): (string | undefined)[] =>
    [
      ...suites(findings)
        .join('\n')
        .matchAll(/classname="k8s\/web.yaml.Deployment shop\/([^"]*)"/g)
    ].map(([, name]) => name)
  const [first, second, third] = [at(0, 'spec'), at(3, 'items[0].spec'), at(3, 'items[1].spec')]
  assert.deepEqual(classes([first, second, third]), ['web', 'web (2)', 'web (3)'])
  assert.deepEqual(classes([first, at(2, 'spec', { resource: other }), second, third]), [
    'web',
    'other',
    'web (2)',
    'web (3)'
  ])
  // What only the whole input could tell comes later, of the same objects.
  assert.deepEqual(
    classes([first, second, at(0, 'spec', { control: 'host-pid' }), at(3, 'items[0].spec', { control: 'host-pid' })]),
    ['web', 'web (2)', 'web', 'web (2)']
  )
})

test('an object with thousands of findings has a test for each part of them', () => {
  const findings = Array.from({ length: 12_000 }, (_, line) => findingWith({ line }))
  const text = suites(findings).join('\n')
  assert.deepEqual(
    [...text.matchAll(/ name="(privileged[^"]*)"/g)].map(([, name]) => name),
    ['privileged-container', 'privileged-container (part 2)', 'privileged-container (part 3)']
  )
  assert.ok(text.length < 60_000)
})

test('characters that XML cannot hold are replaced', () => {
  const hostile = '\u0000\u0008\u001b[31m\u202e\ud800 ]]> <b a="1">&amp; \ufffe\uffff 😀'
  const text = suites([findingWith({ message: hostile, resource: { ...findingWith().resource, name: hostile } })]).join(
    '\n'
  )
  assert.match(
    text,
    /message="\ufffd\ufffd\ufffd\[31m\ufffd\ufffd \]\]&gt; &lt;b a=&quot;1&quot;&gt;&amp;amp; \ufffd\ufffd 😀"/
  )
  assert.match(text, />k8s\/web.yaml:12:21 \ufffd.*\]\]&gt; &lt;b a="1"&gt;&amp;amp;/)
})
