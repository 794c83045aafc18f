/**
 * What the Kubernetes API looks like: kinds, their types and fields, from the API server's own OpenAPI documents. Beside
 * it, what the components of a cluster are configured by, which the API does not know.
 */
import { table as componentTable } from './generated/component-types.ts'
import { table } from './generated/types.ts'
import { type ApiType, TypeTable } from './type-table.ts'

export type { ApiField, ApiType, FieldType, ScalarType } from './type-table.ts'

const api = new TypeTable(table)
const components = new TypeTable(componentTable)

/**
 * The type of objects of a kind: `rootType('apps/v1', 'Deployment')`. Undefined for kinds that are neither built in nor
 * the configuration of a component.
 */
export function rootType(apiVersion: string, kind: string): ApiType | undefined {
  return api.rootType(apiVersion, kind) ?? components.rootType(apiVersion, kind)
}

/** The type of a name as OpenAPI has it: `io.k8s.api.core.v1.PodSpec`. */
export function typeNamed(name: string): ApiType | undefined {
  return api.typeNamed(name) ?? components.typeNamed(name)
}

/** The apiVersions and kinds that are built in. */
export function kinds(): ReadonlyMap<string, ReadonlySet<string>> {
  return api.kinds()
}

/** The apiVersions and kinds of files that configure a component. Their objects have no metadata. */
export function configurationKinds(): ReadonlyMap<string, ReadonlySet<string>> {
  return components.kinds()
}

export function isConfigurationKind(apiVersion: string, kind: string): boolean {
  return components.rootType(apiVersion, kind) !== undefined
}
