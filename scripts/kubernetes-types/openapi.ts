/** What the generator reads of an OpenAPI v3 document. */
export interface OpenApiDocument {
  readonly components?: { readonly schemas?: Readonly<Record<string, OpenApiSchema>> }
}

export interface OpenApiSchema {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly allOf?: readonly OpenApiSchema[]
  readonly oneOf?: readonly OpenApiSchema[]
  readonly properties?: Readonly<Record<string, OpenApiSchema>>
  readonly required?: readonly string[]
  readonly items?: OpenApiSchema
  readonly additionalProperties?: OpenApiSchema
  readonly 'x-kubernetes-group-version-kind'?: readonly { group: string; version: string; kind: string }[]
}

/** All schemas by name. Documents repeat the ones that they share. */
export type Schemas = ReadonlyMap<string, OpenApiSchema>

export function mergeSchemas(documents: readonly OpenApiDocument[]): Schemas {
  const schemas = new Map<string, OpenApiSchema>()
  for (const document of documents) {
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) schemas.set(name, schema)
  }
  return schemas
}

/** The name that a schema refers to, itself or wrapped in `allOf` to carry a description. */
export function referenceOf({ $ref, allOf }: OpenApiSchema): string | undefined {
  const reference = $ref ?? allOf?.find((part) => part.$ref !== undefined)?.$ref
  return reference?.slice(reference.lastIndexOf('/') + 1)
}
