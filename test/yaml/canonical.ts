/** JSON with sorted keys and exact numbers, so that values of Go and of ours can be compared as text. */

/** A value of `parseYaml`; an empty document is null, as in Go. */
export function canonical(value: unknown): string {
  if (value === undefined || value === null) return 'null'
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  if (value instanceof ExactNumber) return value.text
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}

/** JSON text as Go writes it. */
export function canonicalJson(json: string): string {
  return canonical(JSON.parse(json, keepNumbers))
}

class ExactNumber {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

function keepNumbers(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number') return value
  const source = context?.source ?? String(value)
  // Integers may be longer than a double can hold; all else is written in many ways.
  return new ExactNumber(/^-?\d+$/.test(source) ? source : String(value))
}
