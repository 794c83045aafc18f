import { isDeepStrictEqual } from 'node:util'
import { type Registry, registry } from '../controls/registry.ts'
import { exceptionItem } from '../exceptions/exception-item.ts'
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
