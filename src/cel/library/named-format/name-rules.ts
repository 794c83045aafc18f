/**
 * The names of Kubernetes objects and labels, with the messages of k8s.io/apimachinery (util/validation and
 * api/validate/content 0.37). Lengths are in bytes of UTF-8.
 */
import { compilePattern } from '../regex/pattern.ts'

/** A form that a text must have, and how a message describes it. */
interface Form {
  readonly pattern: string
  readonly message: string
  readonly examples: readonly string[]
}

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const labelKey = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]'

const dns1123Label: Form = {
  pattern: label,
  message:
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
  examples: ['my-name', '123-abc']
}

const dns1123Subdomain: Form = {
  pattern: `${label}(\\.${label})*`,
  message:
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
  examples: ['example.com']
}

const dns1035Label: Form = {
  pattern: '[a-z]([-a-z0-9]*[a-z0-9])?',
  message:
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character",
  examples: ['my-name', 'abc-123']
}

const qualifiedName: Form = {
  pattern: labelKey,
  message:
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
  examples: ['MyName', 'my.name', '123-abc']
}

const labelValue: Form = {
  pattern: `(${labelKey})?`,
  message:
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
  examples: ['MyValue', 'my_value', '12345']
}

export function faultsOfDns1123Label(name: string): string[] {
  const faults = tooLong(name, 63, 'characters')
  if (has(dns1123Label, name)) return faults
  return [...faults, has(dns1123Subdomain, name) ? 'must not contain dots' : describe(dns1123Label)]
}

export function faultsOfDns1123Subdomain(name: string, unit: Unit = 'characters'): string[] {
  return [...tooLong(name, 253, unit), ...misformed(dns1123Subdomain, name)]
}

export function faultsOfDns1035Label(name: string): string[] {
  return [...tooLong(name, 63, 'characters'), ...misformed(dns1035Label, name)]
}

export function faultsOfLabelValue(value: string): string[] {
  return [...tooLong(value, 63, 'bytes'), ...misformed(labelValue, value)]
}

/** A label's key: a name, with a DNS subdomain and a slash before it where it belongs to somebody. */
export function faultsOfQualifiedName(text: string): string[] {
  const parts = text.split('/')
  if (parts.length > 2) {
    const hint = " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
    return [`a valid label key ${describe(qualifiedName)}${hint}`]
  }
  const [name = '', prefix] = parts.toReversed()
  const faults = name === '' ? ['must be non-empty'] : tooLong(name, 63, 'bytes')
  return [
    ...prefixed('prefix part ', prefix === undefined ? [] : faultsOfPrefix(prefix)),
    ...prefixed('name part ', [...faults, ...misformed(qualifiedName, name)])
  ]
}

function faultsOfPrefix(prefix: string): string[] {
  return prefix === '' ? ['must be non-empty'] : faultsOfDns1123Subdomain(prefix, 'bytes')
}

/** A prefix that the API server will put random characters behind may end in a hyphen. */
export function maskTrailingDash(name: string): string {
  const [cut] = /.-$/u.exec(name) ?? []
  if (cut === undefined) return name
  // Two bytes are cut off; what that leaves of a character beyond ASCII is valid in no name, as `!` is in none.
  return `${name.slice(0, -cut.length)}${'!'.repeat(Buffer.byteLength(cut) - 2)}a`
}

/** Two generations of messages live side by side. */
type Unit = 'characters' | 'bytes'

function tooLong(text: string, limit: number, unit: Unit): string[] {
  return Buffer.byteLength(text) > limit ? [`must be no more than ${limit} ${unit}`] : []
}

function misformed(form: Form, text: string): string[] {
  return has(form, text) ? [] : [describe(form)]
}

function has({ pattern }: Form, text: string): boolean {
  return compilePattern(`^${pattern}$`).test(text)
}

function describe({ pattern, message, examples }: Form): string {
  const quoted = examples
    .map((example) => `'${example}', `)
    .join('or ')
    .replaceAll(', or ', ',  or ')
  return `${message} (e.g. ${quoted}regex used for validation is '${pattern}')`
}

function prefixed(prefix: string, faults: readonly string[]): string[] {
  return faults.map((fault) => prefix + fault)
}
