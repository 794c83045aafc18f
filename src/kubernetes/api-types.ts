/**
 * What the Kubernetes API looks like: kinds, their types and fields, from the API server's own OpenAPI documents.
 * The table is one string; a type is read from it when somebody first asks for its fields.
 */
import { fieldCodes } from './field-codes.ts'
import { table } from './generated/types.ts'

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
  #body: string
  #fields: ReadonlyMap<string, ApiField> | undefined

  constructor(name: string, body: string) {
    this.name = name
    this.#body = body
  }

  get fields(): ReadonlyMap<string, ApiField> {
    this.#fields ??= readFields(this.#body)
    return this.#fields
  }
}

/** The type of objects of a kind: `rootType('apps/v1', 'Deployment')`. Undefined for kinds that are not built in. */
export function rootType(apiVersion: string, kind: string): ApiType | undefined {
  tables ??= openTables()
  const number = kindsOf(apiVersion, tables).get(kind)
  return number === undefined ? undefined : typeAt(number)
}

/** The type of a name as OpenAPI has it: `io.k8s.api.core.v1.PodSpec`. */
export function typeNamed(name: string): ApiType | undefined {
  tables ??= openTables()
  numbers ??= new Map(tables.typeNames.map((_, number) => [nameAt(number), number]))
  const number = numbers.get(name)
  return number === undefined ? undefined : typeAt(number)
}

/** The apiVersions and kinds that are built in. */
export function kinds(): ReadonlyMap<string, ReadonlySet<string>> {
  tables ??= openTables()
  const opened = tables
  const versions = opened.kindLine.split(' ').map((group) => group.slice(0, group.indexOf('=')))
  return new Map(versions.map((apiVersion) => [apiVersion, new Set(kindsOf(apiVersion, opened).keys())]))
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

let tables: Tables | undefined
let numbers: ReadonlyMap<string, number> | undefined

function openTables(): Tables {
  const [fieldNames = '', typeNames = '', packages = '', kindLine = '', ...bodies] = table.split('\n')
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

function nameAt(number: number): string {
  const [packageNumber = '', name = ''] = (tables?.typeNames[number] ?? '').split('.')
  return `${tables?.packages[Number.parseInt(packageNumber, 36)]}.${name}`
}

function typeAt(number: number): ApiType {
  tables ??= openTables()
  const type = tables.types[number] ?? new ApiType(nameAt(number), tables.bodies[number] ?? '')
  tables.types[number] = type
  return type
}

const digit0 = 0x30
const digit9 = 0x39
const smallA = 0x61

/** `3f!S 4AO1z`: number of the name, `!` where required, code of the type. */
function readFields(body: string): Map<string, ApiField> {
  const fields = new Map<string, ApiField>()
  if (body === '') return fields
  for (const field of body.split(' ')) {
    // Numbers are in small letters, codes in capitals.
    let end = 0
    while (field.charCodeAt(end) >= digit0 && (field.charCodeAt(end) <= digit9 || field.charCodeAt(end) >= smallA))
      end++
    const required = field[end] === '!'
    const name = tables?.fieldNames[Number.parseInt(field.slice(0, end), 36)] ?? ''
    fields.set(name, { type: readType(field.slice(required ? end + 1 : end)), required })
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

function readType(code: string): FieldType {
  const scalar = scalars.get(code)
  if (scalar !== undefined) return scalar
  const rest = code.slice(1)
  if (code.startsWith(fieldCodes.list)) return { kind: 'list', element: readType(rest) }
  if (code.startsWith(fieldCodes.map)) return { kind: 'map', value: readType(rest) }
  return { kind: 'object', type: typeAt(Number.parseInt(rest, 36)) }
}
