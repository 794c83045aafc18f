/**
 * An object of a built-in kind as the API server holds it: read into Go's types and written again. Fields that the type
 * does not have are gone, and so are empty ones that Go leaves out (`hostNetwork: false`, `labels: {}`); others are there
 * though nobody wrote them (`resources: {}`). That is what expressions of admission policies see.
 *
 * Source: the `json` tags of k8s.io/api, and value.TypeReflectEntryOf of sigs.k8s.io/structured-merge-diff.
 */
import type { ApiType, FieldType } from './api-types.ts'
import { forms } from './generated/forms.ts'
import { parseQuantity } from './quantity/parse.ts'

type Mapping = Record<string, unknown>

/** How a field is written where it is empty; a field without a letter is written only where it is set. */
type Letter = 'z' | 's' | 'n' | 'b' | 'l' | 'o' | 'q'

/**
 * A copy of the object as Go's types take it up: without what they do not have and without nulls, quantities and times in
 * their canonical form. Free JSON in it is shared with the original.
 */
export function decoded(type: ApiType, object: Readonly<Mapping>): Mapping {
  const copy: Mapping = {}
  for (const [name, field] of type.fields) {
    const value = Object.hasOwn(object, name) ? object[name] : undefined
    if (value !== undefined && value !== null) copy[name] = decodedValue(field.type, value)
  }
  return copy
}

function decodedValue(type: FieldType, value: unknown): unknown {
  switch (type.kind) {
    case 'object':
      return isMapping(value) ? decoded(type.type, value) : value
    case 'list':
      return Array.isArray(value) ? value.map((element) => decodedValue(type.element, element ?? zeroOf(type))) : value
    case 'map':
      return isMapping(value) ? decodedMap(type.value, value) : value
    case 'quantity':
      return quantityText(value)
    case 'time':
      return typeof value === 'string' ? timeText(value) : value
    default:
      return value
  }
}

function decodedMap(type: FieldType, map: Readonly<Mapping>): Mapping {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [key, decodedValue(type, value ?? (type.kind === 'string' ? '' : value))])
  )
}

/** A null element of a list is the empty value. */
function zeroOf({ element }: FieldType & { kind: 'list' }): unknown {
  return element.kind === 'string' ? '' : element.kind === 'object' ? {} : null
}

function quantityText(value: unknown): unknown {
  const parsed = parseQuantity(String(value))
  return 'fault' in parsed ? value : parsed.toString()
}

/** Go writes times in UTC without fractions. */
function timeText(text: string): string {
  const time = new Date(text)
  return Number.isNaN(time.getTime()) ? text : `${time.toISOString().slice(0, 19)}Z`
}

/** Leaves out and fills in, in place, what Go does when it writes an object that {@link decoded} gave. */
export function serialize(type: ApiType, object: Mapping): void {
  const letters = lettersOf(type.name)
  for (const [name, field] of type.fields) {
    const letter = letters.get(name)
    const value = object[name]
    if (value === undefined) {
      if (letter !== undefined && letter !== 'z') object[name] = emptyValue(letter, field.type)
    } else if (letter === 'z' && isEmpty(value)) delete object[name]
    else serializeValue(field.type, value)
  }
}

function serializeValue(type: FieldType, value: unknown): void {
  if (type.kind === 'object' && isMapping(value)) serialize(type.type, value)
  else if (type.kind === 'list' && Array.isArray(value)) {
    for (const element of value) serializeValue(type.element, element)
  } else if (type.kind === 'map' && isMapping(value)) {
    for (const element of Object.values(value)) serializeValue(type.value, element)
  }
}

function emptyValue(letter: Exclude<Letter, 'z'>, type: FieldType): unknown {
  switch (letter) {
    case 's':
      return ''
    case 'n':
      return 0
    case 'b':
      return false
    case 'l':
      return null
    case 'q':
      return '0'
    case 'o': {
      const made = {}
      if (type.kind === 'object') serialize(type.type, made)
      return made
    }
  }
}

function isEmpty(value: unknown): boolean {
  if (value === '' || value === 0 || value === false || value === 0n) return true
  return Array.isArray(value) ? value.length === 0 : isMapping(value) && Object.keys(value).length === 0
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const known = new Map<string, ReadonlyMap<string, Letter>>()

function lettersOf(name: string): ReadonlyMap<string, Letter> {
  const found = known.get(name)
  if (found !== undefined) return found
  const read = readLetters(name)
  known.set(name, read)
  return read
}

/** Reads `z=args,command s=name` from the line of the type. */
function readLetters(name: string): ReadonlyMap<string, Letter> {
  const start = `\n${forms}`.indexOf(`\n${name} `)
  if (start === -1) return new Map()
  const from = start + name.length + 1
  const end = forms.indexOf('\n', from)
  const groups = forms.slice(from, end === -1 ? undefined : end).split(' ')
  return new Map(
    groups.flatMap((group) =>
      group
        .slice(2)
        .split(',')
        .map((field): [string, Letter] => [field, group.slice(0, 1) as Letter])
    )
  )
}
