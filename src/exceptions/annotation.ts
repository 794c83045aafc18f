import { type Exception, endOf } from './exception.ts'

/** Where a manifest asks for an exception for itself. It counts when files are scanned, nowhere else. */
export const exceptionAnnotation = 'bulwark.dev/except'

const fields: ReadonlySet<string> = new Set(['owner', 'expires', 'reason', 'container'])

/**
 * Reads `CONTROL; owner=…; expires=…; reason=…`, one exception on each line. Several controls are parted by commas,
 * and `container=NAME` limits it to one container. The reason is last and may hold semicolons.
 *
 * @returns The exceptions, and in words what is wrong with the lines that are none.
 */
export function readAnnotation(text: string): { exceptions: Exception[]; problems: string[] } {
  const exceptions: Exception[] = []
  const problems: string[] = []
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const read = readLine(line)
    if (typeof read === 'string') problems.push(`${exceptionAnnotation}: ${read}`)
    else exceptions.push(read)
  }
  return { exceptions, problems }
}

function readLine(line: string): Exception | string {
  const [controls = '', ...parts] = partsOf(line)
  const values = new Map<string, string>()
  for (const part of parts) {
    const equals = part.indexOf('=')
    const key = equals === -1 ? '' : part.slice(0, equals).trim()
    if (!fields.has(key)) return `"${part.trim()}" is not one of owner=…, expires=…, container=…, reason=…`
    values.set(key, part.slice(equals + 1).trim())
  }
  const { owner, expires, reason, container } = Object.fromEntries(values)
  const names = controls.split(',').map((name) => name.trim())
  if (names.some((name) => name === '')) return 'it begins with the controls: CONTROL; owner=…; expires=…; reason=…'
  for (const [key, value] of Object.entries({ owner, expires, reason })) {
    if (value === undefined || value === '') return `${key}=… is missing: write who, until when and why`
  }
  if (endOf(expires ?? '') === undefined) return `expires cannot be "${expires}": write a day, like 2027-03-31`
  return {
    id: 'annotation',
    controls: names,
    selector: container === undefined ? {} : { containers: [container] },
    reason: reason ?? '',
    owner: owner ?? '',
    expires: expires ?? ''
  }
}

function partsOf(line: string): string[] {
  const reason = /;\s*reason=/.exec(line)
  if (reason === null) return line.split(';')
  return [...line.slice(0, reason.index).split(';'), line.slice(reason.index + 1)]
}
