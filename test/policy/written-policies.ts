import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMapping, type Mapping } from '../../src/estate/mapping.ts'
import { makeResource, type Resource } from '../../src/estate/resource.ts'
import { parseYaml } from '../../src/yaml/parse.ts'

const folder = join(import.meta.dirname, 'policies')

/** The policies under test, with their bindings and parameters, in files by what they are about. */
export function writtenPolicies(): Resource[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => parseYaml(readFileSync(join(folder, name), 'utf8')))
    .map(({ value, problems }) => {
      if (!isMapping(value)) throw new Error(`a document of the policies is no object: ${problems[0]?.message}`)
      return asResource(value)
    })
}

export function asResource(object: Mapping): Resource {
  const { apiVersion, kind } = object
  return makeResource(String(apiVersion), String(kind), object, { file: 'generated', document: 0, prefix: [] })
}
