/**
 * The defaults that the API server writes into an object of a built-in kind before it judges or stores it.
 *
 * Source: `defaults.go` of pkg/apis in Kubernetes 1.37 and the `+default` markers of k8s.io/api; tested against what the API
 * server answers.
 */
import type { ApiType, FieldType } from '../api-types.ts'
import { appsDefaults } from './apps.ts'
import { batchDefaults } from './batch.ts'
import { containerDefaults } from './containers.ts'
import { coreDefaults } from './core.ts'
import type { Defaults, Fields } from './fields.ts'
import { otherDefaults } from './others.ts'
import { podDefaults } from './pods.ts'
import { volumeDefaults } from './volumes.ts'

const all = new Map<string, Defaults>(
  [containerDefaults, podDefaults, volumeDefaults, coreDefaults, appsDefaults, batchDefaults, otherDefaults].flatMap(
    (some) => Object.entries(some)
  )
)

/** Fills in, in place, what an object of the type and what it holds leave to the API server. */
export function setDefaults(type: ApiType, object: Fields): void {
  all.get(type.name)?.(object)
  for (const [name, field] of type.fields) {
    const value = object[name]
    if (value !== undefined) visit(field.type, value)
  }
}

function visit(type: FieldType, value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  if (type.kind === 'object') setDefaults(type.type, value as Fields)
  else if (type.kind === 'list' && Array.isArray(value)) for (const element of value) visit(type.element, element)
  else if (type.kind === 'map') for (const element of Object.values(value)) visit(type.value, element)
}
