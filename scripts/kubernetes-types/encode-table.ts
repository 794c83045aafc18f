import { encodeType } from './field-code.ts'
import type { OpenApiSchema, Schemas } from './openapi.ts'

/**
 * The table that `src/kubernetes/api-types.ts` reads, as lines of text:
 * 1. names of fields, 2. packages of types, 3. types as package number and name,
 * 4. kinds: for each apiVersion its kinds with the numbers of their types,
 * then for each type its fields: number of the name, `!` where it is required, code of the type.
 * All numbers are in base 36 and count from 0.
 * @param also Types to be found by name that no kind leads to.
 */
export function encodeTable(schemas: Schemas, also: readonly string[] = []): string {
  const roots = rootTypes(schemas)
  const types = new Numbering()
  for (const { type } of roots) types.numberOf(type)
  for (const type of also) types.numberOf(type)
  const bodies: Field[][] = []
  // Encoding a type may number further ones.
  for (let i = 0; i < types.names.length; i++) bodies.push(fieldsOf(types.names[i] ?? '', schemas, types))
  const names = new Numbering(mostUsed(bodies.flat().map(({ name }) => name)))
  const packages = new Numbering()
  return [
    names.names.join(' '),
    types.names.map((type) => encodeName(type, packages)).join(' '),
    packages.names.join(' '),
    kindLine(roots, types),
    ...bodies.map((fields) => fields.map((field) => names.numberOf(field.name) + field.code).join(' '))
  ].join('\n')
}

interface Root {
  readonly apiVersion: string
  readonly kind: string
  readonly type: string
}

/** Types that are kinds. The ones of several groups are options of requests. */
function rootTypes(schemas: Schemas): Root[] {
  const roots: Root[] = []
  for (const [type, schema] of schemas) {
    const [meaning, other] = schema['x-kubernetes-group-version-kind'] ?? []
    if (meaning === undefined || other !== undefined) continue
    const { group, version, kind } = meaning
    roots.push({ apiVersion: group === '' ? version : `${group}/${version}`, kind, type })
  }
  return roots.sort((a, b) => compare(a.apiVersion, b.apiVersion) || compare(a.kind, b.kind))
}

interface Field {
  readonly name: string
  readonly code: string
}

function fieldsOf(type: string, schemas: Schemas, types: Numbering): Field[] {
  const { properties = {}, required = [] }: OpenApiSchema = schemas.get(type) ?? {}
  return Object.entries(properties)
    .sort(([a], [b]) => compare(a, b))
    .map(([name, schema]) => {
      const code = encodeType(schema, schemas, (reference) => types.numberOf(reference))
      return { name, code: `${required.includes(name) ? '!' : ''}${code}` }
    })
}

function encodeName(type: string, packages: Numbering): string {
  const dot = type.lastIndexOf('.')
  return `${packages.numberOf(type.slice(0, dot))}.${type.slice(dot + 1)}`
}

function kindLine(roots: readonly Root[], types: Numbering): string {
  const versions = Map.groupBy(roots, ({ apiVersion }) => apiVersion)
  const kinds = (group: readonly Root[]): string =>
    group.map(({ kind, type }) => `${kind}:${types.numberOf(type)}`).join(',')
  return Array.from(versions, ([apiVersion, group]) => `${apiVersion}=${kinds(group)}`).join(' ')
}

/** Gives each name a number when it is first asked for. */
class Numbering {
  readonly names: string[]
  readonly #numbers: Map<string, string>

  constructor(names: readonly string[] = []) {
    this.names = [...names]
    this.#numbers = new Map(names.map((name, i) => [name, i.toString(36)]))
  }

  numberOf(name: string): string {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const number = this.names.length.toString(36)
    this.names.push(name)
    this.#numbers.set(name, number)
    return number
  }
}

/** Distinct names, the most used first: they get the shortest numbers. */
function mostUsed(names: readonly string[]): string[] {
  const uses = Map.groupBy(names, (name) => name)
  const count = (name: string): number => uses.get(name)?.length ?? 0
  return [...uses.keys()].sort((a, b) => count(b) - count(a) || compare(a, b))
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
