import type { Control } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'
import { fileText, placeText } from '../input-place.ts'
import { standingOf } from '../standing.ts'
import { attributeText, elementText } from './xml-text.ts'

/** What became of one control at one object. */
export type Outcome = 'pass' | 'failure' | 'skipped'

export interface TestCase {
  readonly outcome: Outcome
  /** The element, on lines of its own. */
  readonly text: string
}

/** All that one control says of one object. */
export type Verdicts = readonly [Finding, ...Finding[]]

const longestList = 100

/**
 * One control at one object as a test: a failure that lists every offending item with its place, else skipped where an
 * exception holds, the baseline knows it or no verdict could be reached. There is one element for a failure, since
 * readers look at the first.
 * @param className What the object is called.
 * @param control Undefined where it is not known.
 * @param part From 1; an object with thousands of findings has a test for each part of them.
 */
export function testCase(verdicts: Verdicts, className: string, control: Control | undefined, part: number): TestCase {
  const [first] = verdicts
  const outcome = outcomeOf(verdicts)
  const name = part === 1 ? first.control : `${first.control} (part ${part})`
  const start = `    <testcase classname="${attributeText(className)}" name="${attributeText(name)}" time="0"`
  if (outcome === 'pass') return { outcome, text: `${start}/>\n` }
  const wanted = outcome === 'failure' ? 'fail' : standingOf(first)
  const failed = verdicts.filter((finding) => standingOf(finding) === wanted)
  const message = attributeText(messageOf(failed[0] ?? first) + moreText(failed.length - 1))
  if (outcome === 'skipped')
    return { outcome, text: `${start}>\n      <skipped message="${message}"/>\n    </testcase>\n` }
  const body = elementText([...linesOf(verdicts), ...adviceOf(control)].join('\n'))
  const failure = `<failure type="${first.severity}" message="${message}">${body}</failure>`
  return { outcome, text: `${start}>\n      ${failure}\n    </testcase>\n` }
}

function outcomeOf(verdicts: Verdicts): Outcome {
  if (verdicts.some((finding) => standingOf(finding) === 'fail')) return 'failure'
  return verdicts.every(({ status }) => status === 'pass') ? 'pass' : 'skipped'
}

/** The object, with its file. Readers take what stands before the last dot for a package: here the file. */
export function classOf({ file, resource: { kind, namespace, name } }: Finding): string {
  const object = `${kind} ${namespace === null ? '' : `${namespace}/`}${name ?? '(no name)'}`
  return file === null ? object : `${fileText(file)}.${object}`
}

function messageOf(finding: Finding): string {
  const { message, reason, exception } = finding
  if (exception !== null) return `excepted until ${exception.expires} by ${exception.owner}: ${exception.reason}`
  const standing = standingOf(finding)
  if (standing === 'known') return `known from the baseline: ${message}`
  return standing === 'unknown' ? `unknown: ${message} (${reason})` : message
}

function moreText(more: number): string {
  return more > 0 ? ` (and ${more} more)` : ''
}

/** `k8s/web.yaml:12:21 container "app" runs privileged`, one for each item. */
function linesOf(verdicts: Verdicts): string[] {
  const lines = verdicts.slice(0, longestList).map((finding) => {
    const { file, line, column, path } = finding
    return `${file === null ? path : placeText({ file, line, column })} ${messageOf(finding)}`
  })
  const more = verdicts.length - lines.length
  return more > 0 ? [...lines, `… and ${more} more`] : lines
}

function adviceOf(control: Control | undefined): string[] {
  return control === undefined ? [] : ['', control.why, control.remedy]
}
