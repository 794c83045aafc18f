import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hostPid } from '../../controls/pod/host-pid.ts'
import { privilegedContainer } from '../../controls/pod/privileged-container.ts'
import type { Finding } from '../../scan/finding.ts'
import { countFinding, emptySummary } from '../../scan/summary.ts'
import { exceptedFinding, findingWith, resultWith, unknownFinding, written } from '../finding.fixture.ts'
import { MarkdownReport } from './markdown.ts'

function report(findings: readonly Finding[], changes: Parameters<typeof resultWith>[0] = {}): string {
  const summary = { ...emptySummary(2), files: 2, resources: 3 }
  for (const finding of findings) countFinding(summary, finding)
  const markdown = new MarkdownReport([privilegedContainer, hostPid])
  return written(markdown, findings, resultWith({ summary, ...changes }))
}

const table = '| Line | Object | Finding | Control |\n|---:|---|---|---|\n'

describe('Markdown', () => {
  test('counts, then findings by severity and file in the order of lines, then what to do', () => {
    const low = findingWith({ control: 'host-pid', severity: 'low', message: 'pod shares', where: 'pod', line: 3 })
    const findings = [low, findingWith({ line: 30 }), findingWith({ line: 4 }), findingWith({ file: 'a.yaml' })]
    const { why, remedy, title } = privilegedContainer
    const row = 'Deployment shop/web, container "app" | runs privileged | `privileged-container` |'
    assert.equal(
      report(findings),
      `## Bulwark: 3 critical, 1 low findings

| | critical | high | medium | low | total |
|---|---:|---:|---:|---:|---:|
| Findings | 3 | 0 | 0 | 1 | 4 |
| \`guide\` | 3 | 0 | 0 | 1 | 4 |

2 files, 3 objects judged by 2 controls

### Critical (3)

<details open><summary><code>a.yaml</code></summary>

${table}| 12 | ${row}

</details>

<details open><summary><code>k8s/web.yaml</code></summary>

${table}| 4 | ${row}
| 30 | ${row}

</details>

### Low (1)

<details><summary><code>k8s/web.yaml</code></summary>

${table}| 3 | Deployment shop/web | pod shares | \`host-pid\` |

</details>

<details><summary>Why it matters and what to do</summary>

- \`privileged-container\`: **${title}.** ${why} ${remedy}
- \`host-pid\`: **${hostPid.title}.** ${hostPid.why} ${hostPid.remedy}

</details>

`
    )
  })

  test('unknown verdicts and exceptions stand apart, with the reason', () => {
    const text = report([exceptedFinding(), unknownFinding()])
    assert.match(text, /^## Bulwark: nothing is known to fall short\n/)
    assert.match(text, /controls; 1 verdict unknown; 1 excepted\n/)
    assert.match(
      text,
      /### Unknown \(1\)\n\n<details><summary>.*\n\n.*\n.*\n.* pod cannot be judged: no such key: x \|/
    )
    assert.match(
      text,
      /### Excepted \(1\)[\s\S]*runs privileged; excepted until 2027-03-31 by shop@<!-- -->example\.com: needs a device \|/
    )
    assert.ok(!text.includes('Why it matters'))
  })

  test('what the baseline knows is counted alone', () => {
    const summary = { ...emptySummary(2), baseline: { known: 1, gone: 2 } }
    const text = report([findingWith({ baseline: true })], { summary })
    assert.match(text, /\n\nBaseline: 1 known finding not shown; 2 findings of it gone: --update-baseline\n\n$/)
  })

  test('nothing falls short', () => {
    assert.match(report([]), /^## Bulwark: nothing falls short\n[^#]*controls\n\n$/)
  })

  test('what could not be read comes first', () => {
    const error = { file: 'a.yaml', line: 7, column: 1, message: '<broken>' }
    const text = report([], { errors: [error] })
    assert.match(text, /^## Bulwark: nothing is known to fall short\n/)
    assert.match(text, /### Not read as it should be \(1\)\n\n- <code>a\.yaml:7:1<\/code> &lt;broken&gt;\n\n/)
    const many = report([findingWith()], {
      errors: Array.from({ length: 500 }, () => ({ ...error, message: '@a'.repeat(200) }))
    })
    assert.match(many, /^## Bulwark: [\s\S]*- … and 49\d more\n[\s\S]*### Critical/)
    assert.ok(many.length < 20_000)
  })

  test('keeps to the length of a comment, the worst first, and says what it leaves out', () => {
    const findings = Array.from({ length: 5000 }, (_, index) =>
      findingWith({ severity: index % 2 === 0 ? 'critical' : 'low', file: `${index % 7}.yaml`, line: index })
    )
    const text = report(findings)
    assert.ok(text.length <= 65_536 && text.length > 60_000, `${text.length}`)
    const shown = text.match(/^\| \d+ \|/gm)?.length ?? 0
    assert.match(
      text,
      new RegExp(`\\n> ${5000 - shown} findings not shown, the least severe: .*\`-o json\` has them all\\.\\n$`)
    )
    assert.match(text, /### Critical \(2500\)/)
    assert.ok(!text.includes('### Low'))
    assert.equal(text.match(/<details/g)?.length, text.match(/<\/details>/g)?.length)
    assert.match(text, /<summary>Why it matters and what to do/)
  })

  test('long names are cut', () => {
    const text = report([findingWith({ resource: { ...findingWith().resource, name: 'a'.repeat(100_000) } })])
    assert.match(text, /\| 12 \| Deployment shop\/a{200,}… \| runs/)
  })
})
