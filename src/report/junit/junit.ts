import type { Control } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'
import type { ScanResult } from '../../scan/scan.ts'
import type { PageStore } from '../byte-pages.ts'
import { KeyedTexts } from '../keyed-texts.ts'
import type { Report } from '../report.ts'
import { sectionOf, sectionTitle } from '../sections.ts'
import { inputSuite } from './input-suite.ts'
import { ObjectNumbers, standsAt } from './object-numbers.ts'
import { type Counts, emptyCounts, suiteEnd, suiteStart, sumOf } from './suite.ts'
import { classOf, testCase, type Verdicts } from './test-case.ts'

/** So many findings of one object are grouped by control together. */
const longestGroup = 5000

/**
 * The report for programs that show tests: a suite for each file, or namespace of a live cluster, in it a test for each
 * control at each object. What `--show-passed` lists are the tests that pass. There is no standard: this is the schema of
 * Jenkins' reader, the narrowest (https://github.com/jenkinsci/xunit-plugin, junit-10.xsd).
 */
export class JUnitReport implements Report {
  readonly #controls: ReadonlyMap<string, Control>
  readonly #cases: KeyedTexts
  /** By file or namespace. */
  readonly #counts = new Map<string, Counts>()
  /** Tests that are called alike are one test to whoever keeps their history. */
  readonly #numbers = new ObjectNumbers()
  #group: Finding[] = []
  #part = 1

  /** @param store Takes what is too much for memory. */
  constructor(controls: readonly Control[], store: PageStore) {
    this.#controls = new Map(controls.map((control) => [control.id, control]))
    this.#cases = new KeyedTexts(store)
  }

  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      const last = this.#group.at(-1)
      if (last !== undefined && !sameObject(last, finding)) this.#endObject()
      else if (this.#group.length >= longestGroup) this.#endPart()
      this.#group.push(finding)
    }
  }

  *finish(_: readonly string[], result: ScanResult): Generator<string | Uint8Array> {
    this.#endObject()
    const input = inputSuite(result)
    const { tests, failures, errors } = sumOf([input.counts, ...this.#counts.values()])
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield `<testsuites name="bulwark" tests="${tests}" failures="${failures}" errors="${errors}">\n`
    yield input.text
    for (const { key, parts } of this.#cases.inOrder()) {
      yield suiteStart(sectionTitle(key), this.#counts.get(key) ?? emptyCounts())
      yield* parts
      yield suiteEnd
    }
    yield '</testsuites>\n'
  }

  #endObject(): void {
    this.#endPart()
    this.#part = 1
  }

  #endPart(): void {
    const [first] = this.#group
    if (first === undefined) return
    const section = sectionOf(first)
    const counts = this.#counts.get(section) ?? emptyCounts()
    this.#counts.set(section, counts)
    const plain = classOf(first)
    const number = this.#numbers.of(plain, standsAt(first))
    const className = number === 1 ? plain : `${plain} (${number})`
    let text = ''
    for (const verdicts of byControl(this.#group)) {
      const { outcome, text: own } = testCase(verdicts, className, this.#controls.get(verdicts[0].control), this.#part)
      counts.tests++
      if (outcome === 'failure') counts.failures++
      if (outcome === 'skipped') counts.skipped++
      text += own
    }
    this.#cases.add(section, text)
    this.#group = []
    this.#part++
  }
}

function sameObject(a: Finding, b: Finding): boolean {
  if (a.file !== b.file) return false
  const [own, other] = [a.resource, b.resource]
  if (standsAt(a) !== standsAt(b)) return false
  if (own === other) return true
  return (
    own.name === other.name &&
    own.namespace === other.namespace &&
    own.kind === other.kind &&
    own.apiVersion === other.apiVersion
  )
}

/** In the order in which the controls come first. */
function byControl(findings: readonly Finding[]): Iterable<Verdicts> {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const group = groups.get(finding.control)
    if (group === undefined) groups.set(finding.control, [finding])
    else group.push(finding)
  }
  return groups.values()
}
