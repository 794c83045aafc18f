import type { ConfiguredException } from './granted.ts'

/** An exception as an item of a block list whose dashes stand behind `indentation`. */
export function exceptionItem(exception: ConfiguredException, indentation: string): string {
  const { id, controls, selector, reason, owner, expires } = exception
  const fields: [string, string][] = [
    ...(id === undefined ? [] : [['id', JSON.stringify(id)] satisfies [string, string]]),
    ['controls', flow(controls)],
    ['selector', flow(selector)],
    ['reason', JSON.stringify(reason)],
    ['owner', JSON.stringify(owner)],
    ['expires', expires]
  ]
  return fields.map(([key, value], index) => `${indentation}${index === 0 ? '- ' : '  '}${key}: ${value}\n`).join('')
}

/** JSON is YAML in flow style, and plain to read with the spaces that people put there. */
function flow(value: object): string {
  if (Array.isArray(value)) return `[${value.map((each) => JSON.stringify(each)).join(', ')}]`
  const entries = Object.entries(value).map(([key, own]) => {
    const text = typeof own === 'object' && own !== null ? flow(own) : JSON.stringify(own)
    return `${/^\w+$/.test(key) ? key : JSON.stringify(key)}: ${text}`
  })
  return `{${entries.join(', ')}}`
}
