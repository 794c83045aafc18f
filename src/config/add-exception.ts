import { isDeepStrictEqual } from 'node:util'
import { type Registry, registry } from '../controls/registry.ts'
import type { ConfiguredException } from '../exceptions/granted.ts'
import { locateAll } from '../yaml/locate.ts'
import { parseYaml } from '../yaml/parse.ts'
import { readConfig } from './read-config.ts'

/**
 * Adds an exception to the text of a `bulwark.yaml`, behind those that are there; all else stays byte for byte.
 * @param controls The controls that there are, the user's own among them.
 * @returns The new text; undefined where the list is written in a way that only its author should change.
 */
export function addException(
  text: string,
  exception: ConfiguredException,
  controls: Registry = registry
): string | undefined {
  const before = readConfig(text, controls)
  if (!('config' in before)) return undefined
  const { exceptions = [] } = before.config
  const added = insert(text, exception, exceptions.length)
  if (added === undefined) return undefined
  const after = readConfig(added, controls)
  const expected = { ...before.config, exceptions: [...exceptions, exception] }
  return 'config' in after && isDeepStrictEqual(after.config, expected) ? added : undefined
}

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

function insert(text: string, exception: ConfiguredException, present: number): string | undefined {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const own = (item: string): string => item.replaceAll('\n', lineEnd)
  const key = /^exceptions[ \t]*:[ \t]*(\[\s*\])?[ \t]*(#.*)?$/m.exec(text)
  if (present === 0) {
    if (key === null) return `${endedLine(text, lineEnd)}${own(`exceptions:\n${exceptionItem(exception, '  ')}`)}`
    const head = key[0].replace(/\[\s*\]/, '').trimEnd()
    const rest = text.slice(key.index + key[0].length)
    return `${text.slice(0, key.index)}${head}${own(`\n${exceptionItem(exception, '  ').trimEnd()}`)}${rest}`
  }
  const [document] = parseYaml(text)
  if (document === undefined) return undefined
  const [last] = locateAll(text, document, [['exceptions', present - 1]])
  if (last === undefined) return undefined
  const lines = text.split('\n')
  const dash = /^(\s*)-\s/.exec(lines[last.line - 1] ?? '')
  if (dash === null) return undefined
  const indentation = dash[1] ?? ''
  const end = endOfItem(lines, last.line, indentation.length)
  const item = own(exceptionItem(exception, indentation))
  const head = endedLine(lines.slice(0, end).join('\n') + (end < lines.length ? '\n' : ''), lineEnd)
  const rest = lines.slice(end).join('\n')
  return head + item + rest
}

/** Index of the line behind an item; comments and blank lines behind it belong to what follows. */
function endOfItem(lines: readonly string[], from: number, indentation: number): number {
  let end = from
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const text = line.trim()
    if (text === '' || text.startsWith('#')) continue
    if (line.length - line.trimStart().length <= indentation) break
    end = index + 1
  }
  return end
}

function endedLine(text: string, lineEnd: string): string {
  return text === '' || text.endsWith('\n') ? text : text + lineEnd
}
