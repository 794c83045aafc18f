import { isMapping } from '../estate/mapping.ts'
import { type Path, valueAt } from '../estate/path.ts'
import { shown } from '../estate/shown.ts'
import type { Item } from './item.ts'

/** A rule's message, taken apart once: text as it is, the name of the item, or the value at a path of the item. */
export type MessagePart = string | { readonly where: true } | { readonly fields: true } | { readonly at: Path }

/** Takes a template apart: `{where}` names the item, `{fields}` what it consists of, `{self}` is the item itself, `{field.path}` the value there. */
export function messageParts(template: string): readonly MessagePart[] {
  return template.split(/(\{[^{}]+\})/).flatMap((piece): MessagePart[] => {
    if (piece === '') return []
    if (!piece.startsWith('{')) return [piece]
    const name = piece.slice(1, -1)
    if (name === 'where') return [{ where: true }]
    if (name === 'fields') return [{ fields: true }]
    return [{ at: name === 'self' ? [] : name.split('.') }]
  })
}

/** The one line that a user reads. A value that is not there reads as `(not set)`. */
export function messageOf(parts: readonly MessagePart[], item: Item): string {
  let message = ''
  for (const part of parts) {
    if (typeof part === 'string') message += part
    else if ('where' in part) message += item.where
    else message += 'fields' in part ? fieldsOf(item.self) : shown(valueAt(item.self, part.at))
  }
  return message
}

function fieldsOf(item: unknown): string {
  if (!isMapping(item)) return shown(item)
  return Object.keys(item)
    .filter((key) => key !== 'name')
    .join(' and ')
}
