/** The shape of the public conformance data: messages of cel.expr and cel.expr.conformance.test as JSON. */

export interface ConformanceTest {
  readonly name: string
  readonly expr: string
  readonly disableCheck?: boolean
  readonly checkOnly?: boolean
  readonly typeEnv?: readonly ProtoDeclaration[]
  readonly bindings?: Readonly<Record<string, { readonly value?: ProtoValue }>>
  readonly value?: ProtoValue
  readonly evalError?: object
  readonly typedResult?: { readonly result?: ProtoValue; readonly deducedType?: ProtoType }
}

export interface Suite {
  readonly name: string
  readonly suites?: readonly Suite[]
  readonly tests?: readonly { readonly original: ConformanceTest }[]
}

export interface ProtoDeclaration {
  readonly name: string
  readonly ident?: { readonly type?: ProtoType }
  readonly function?: { readonly overloads?: readonly ProtoOverload[] }
}

export interface ProtoOverload {
  readonly overloadId: string
  readonly isInstanceFunction?: boolean
  readonly params?: readonly ProtoType[]
  readonly resultType?: ProtoType
}

/** One of these is set. */
export interface ProtoValue {
  readonly int64Value?: string
  readonly uint64Value?: string
  readonly doubleValue?: number | string
  readonly boolValue?: boolean
  readonly stringValue?: string
  readonly nullValue?: null
  readonly bytesValue?: string
  readonly typeValue?: string
  readonly listValue?: { readonly values?: readonly ProtoValue[] }
  readonly mapValue?: { readonly entries?: readonly { readonly key: ProtoValue; readonly value: ProtoValue }[] }
  readonly objectValue?: { readonly '@type': string; readonly value?: string }
}

/** One of these is set. */
export interface ProtoType {
  readonly primitive?: string
  readonly wellKnown?: string
  readonly messageType?: string
  readonly dyn?: object
  readonly null?: unknown
  readonly typeParam?: string
  readonly type?: ProtoType
  readonly listType?: { readonly elemType?: ProtoType }
  readonly mapType?: { readonly keyType?: ProtoType; readonly valueType?: ProtoType }
  readonly abstractType?: { readonly name: string; readonly parameterTypes?: readonly ProtoType[] }
}

/** All tests of a suite with their paths, such as `lists/index/zero_based`. */
export function* testsOf(suite: Suite, path: readonly string[] = []): Generator<[string, ConformanceTest]> {
  for (const { original } of suite.tests ?? []) yield [[...path, original.name].join('/'), original]
  for (const inner of suite.suites ?? []) yield* testsOf(inner, [...path, inner.name])
}
