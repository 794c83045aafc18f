import type { Type } from './type.ts'

const runtimeNames: Readonly<Partial<Record<Type['kind'], string>>> = {
  null: 'null_type',
  timestamp: 'google.protobuf.Timestamp',
  duration: 'google.protobuf.Duration'
}

/** The name of a type as a value: `type([1])` is `list`, `type(null)` is `null_type`. */
export function typeNameOfType(type: Type): string {
  return 'name' in type ? type.name : (runtimeNames[type.kind] ?? type.kind)
}
