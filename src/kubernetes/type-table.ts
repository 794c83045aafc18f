/**
 * Reads a generated table of types: kinds, their types and fields. The table is one string; a type is read from it when
 * somebody first asks for its fields.
 */
import { fieldCodes } from './field-codes.ts'

/** What a field holds. `any` is free JSON; times and `bytes` are strings of a form, `quantity` a string or number. */
export type FieldType = ScalarType | ListFieldType | MapFieldType | ObjectFieldType

export interface ScalarType {
  readonly kind:
    | 'any'
    | 'boolean'
    | 'bytes'
    | 'int32'
    | 'int64'
    | 'intOrString'
    | 'microTime'
    | 'number'
    | 'quantity'
    | 'string'
    | 'time'
}

export interface ListFieldType {
  readonly kind: 'list'
  readonly element: FieldType
}

/** Keys are strings. */
export interface MapFieldType {
  readonly kind: 'map'
  readonly value: FieldType
}

export interface ObjectFieldType {
  readonly kind: 'object'
  readonly type: ApiType
}

export interface ApiField {
  readonly type: FieldType
  readonly required: boolean
}

/** A type with fields, such as `io.k8s.api.core.v1.Container`. There is one object for each type. */
export class ApiType {
  readonly name: string
  readonly #read: () => ReadonlyMap<string, ApiField>
  #fields: ReadonlyMap<string, ApiField> | undefined

  constructor(name: string, read: () => ReadonlyMap<string, ApiField>) {
    this.name = name
    this.#read = read
  }

  get fields(): ReadonlyMap<string, ApiField> {
    this.#fields ??= this.#read()
    return this.#fields
  }
}

/** A table of types, opened at the first question. */
export class TypeTable {
  readonly #text: string
  #tables: Tables | undefined
  #numbers: ReadonlyMap<string, number> | undefined

  /** @param text As `scripts/kubernetes-types/encode-table.ts` writes it. */
  constructor(text: string) {
    this.#text = text
  }

  /** The type of objects of a kind. Undefined for kinds that are not in the table. */
  rootType(apiVersion: string, kind: string): ApiType | undefined {
    const number = kindsOf(apiVersion, this.#opened()).get(kind)
    return number === undefined ? undefined : typeAt(number, this.#opened())
  }

  typeNamed(name: string): ApiType | undefined {
    const tables = this.#opened()
    this.#numbers ??= new Map(tables.typeNames.map((_, number) => [nameAt(number, tables), number]))
    const number = this.#numbers.get(name)
    return number === undefined ? undefined : typeAt(number, tables)
  }

  /** The apiVersions and kinds in the table. */
  kinds(): ReadonlyMap<string, ReadonlySet<string>> {
    const tables = this.#opened()
    const versions = tables.kindLine.split(' ').map((group) => group.slice(0, group.indexOf('=')))
    return new Map(versions.map((apiVersion) => [apiVersion, new Set(kindsOf(apiVersion, tables).keys())]))
  }

  #opened(): Tables {
    this.#tables ??= openTables(this.#text)
    return this.#tables
  }
}

interface Tables {
  readonly fieldNames: readonly string[]
  readonly typeNames: readonly string[]
  readonly packages: readonly string[]
  /** Kinds of each apiVersion, unread. */
  readonly kindLine: string
  /** Numbers of types by apiVersion and kind, as far as they were asked for. */
  readonly kinds: Map<string, ReadonlyMap<string, number>>
  /** Fields of each type, unread. */
  readonly bodies: readonly string[]
  readonly types: (ApiType | undefined)[]
}

function openTables(text: string): Tables {
  const [fieldNames = '', typeNames = '', packages = '', kindLine = '', ...bodies] = text.split('\n')
  return {
    fieldNames: fieldNames.split(' '),
    typeNames: typeNames.split(' '),
    packages: packages.split(' '),
    kindLine,
    kinds: new Map(),
    bodies,
    types: []
  }
}

function kindsOf(apiVersion: string, { kinds, kindLine }: Tables): ReadonlyMap<string, number> {
  const known = kinds.get(apiVersion)
  if (known !== undefined) return known
  const read = readKinds(apiVersion, kindLine)
  // Unknown versions are not kept: input could name any number of them.
  if (read.size > 0) kinds.set(apiVersion, read)
  return read
}

/** Reads `apps/v1=DaemonSet:1a,Deployment:1b` from between the spaces around it. */
function readKinds(apiVersion: string, kindLine: string): ReadonlyMap<string, number> {
  const start = ` ${kindLine}`.indexOf(` ${apiVersion}=`)
  if (start === -1 || apiVersion.includes(' ')) return new Map()
  const end = kindLine.indexOf(' ', start)
  const list = kindLine.slice(start + apiVersion.length + 1, end === -1 ? undefined : end)
  return new Map(
    list.split(',').map((entry): [string, number] => {
      const [kind = '', number = ''] = entry.split(':')
      return [kind, Number.parseInt(number, 36)]
    })
  )
}

function nameAt(number: number, { typeNames, packages }: Tables): string {
  const [packageNumber = '', name = ''] = (typeNames[number] ?? '').split('.')
  return `${packages[Number.parseInt(packageNumber, 36)]}.${name}`
}

function typeAt(number: number, tables: Tables): ApiType {
  const known = tables.types[number]
  if (known !== undefined) return known
  const type = new ApiType(nameAt(number, tables), () => readFields(tables.bodies[number] ?? '', tables))
  tables.types[number] = type
  return type
}

const digit0 = 0x30
const digit9 = 0x39
const smallA = 0x61

/** `3f!S 4AO1z`: number of the name, `!` where required, code of the type. */
function readFields(body: string, tables: Tables): Map<string, ApiField> {
  const fields = new Map<string, ApiField>()
  if (body === '') return fields
  for (const field of body.split(' ')) {
    // Numbers are in small letters, codes in capitals.
    let end = 0
    while (field.charCodeAt(end) >= digit0 && (field.charCodeAt(end) <= digit9 || field.charCodeAt(end) >= smallA))
      end++
    const required = field[end] === '!'
    const name = tables.fieldNames[Number.parseInt(field.slice(0, end), 36)] ?? ''
    fields.set(name, { type: readType(field.slice(required ? end + 1 : end), tables), required })
  }
  return fields
}

const scalars = new Map<string, ScalarType>(
  (
    [
      'any',
      'boolean',
      'bytes',
      'int32',
      'int64',
      'intOrString',
      'microTime',
      'number',
      'quantity',
      'string',
      'time'
    ] as const
  ).map((kind) => [fieldCodes[kind], { kind }])
)

function readType(code: string, tables: Tables): FieldType {
  const scalar = scalars.get(code)
  if (scalar !== undefined) return scalar
  const rest = code.slice(1)
  if (code.startsWith(fieldCodes.list)) return { kind: 'list', element: readType(rest, tables) }
  if (code.startsWith(fieldCodes.map)) return { kind: 'map', value: readType(rest, tables) }
  return { kind: 'object', type: typeAt(Number.parseInt(rest, 36), tables) }
}
