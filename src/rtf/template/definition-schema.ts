import { isMapping, mappingAt } from '../../estate/mapping.ts'
import { valueAt } from '../../estate/path.ts'
import type { Resource } from '../../estate/resource.ts'

/** What a CustomResourceDefinition says of the keys that its objects may have. */
export class DefinitionSchema {
  readonly #spec: unknown

  /** @param definition A CustomResourceDefinition. */
  constructor(definition: Resource, version: string) {
    const versions = mappingAt(definition.object, 'spec')?.versions
    const served: unknown = Array.isArray(versions)
      ? versions.find((each: unknown) => isMapping(each) && each.name === version)
      : undefined
    this.#spec = valueAt(served, ['schema', 'openAPIV3Schema', 'properties', 'spec'])
  }

  /**
   * Whether objects may have the key: a field that the schema names, or one below a part that takes any.
   * @param path Below `spec`.
   * @returns Null where the definition does not describe its objects.
   */
  knows(path: readonly string[]): boolean | null {
    if (this.#spec === undefined) return null
    let schema = this.#spec
    for (const key of path) {
      if (!isMapping(schema)) return null
      if (schema['x-kubernetes-preserve-unknown-fields'] === true) return true
      const named = valueAt(schema, ['properties', key])
      const { additionalProperties } = schema
      if (named !== undefined) schema = named
      else if (additionalProperties === true) return true
      else if (isMapping(additionalProperties)) schema = additionalProperties
      else return false
    }
    return true
  }
}
