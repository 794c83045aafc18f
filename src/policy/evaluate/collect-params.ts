import { type Mapping, mappingAt } from '../../estate/mapping.ts'
import { labelsIn } from '../../estate/selectors.ts'
import type { Binding, Param, Policy } from '../policy.ts'
import type { World } from '../world.ts'

/** The parameter objects that a policy is evaluated with, one after the other; null stands for none. */
export type Params =
  | { readonly params: readonly (Mapping | null)[] }
  /** The binding cannot be applied. */
  | { readonly error: string }
  | { readonly unknown: string }

/**
 * Finds the parameters of a binding for a request.
 *
 * Source: CollectParams of k8s.io/apiserver/pkg/admission/plugin/policy/generic 0.37.
 */
export function collectParams({ paramKind }: Policy, { paramRef }: Binding, namespace: string, world: World): Params {
  if (paramKind === null || paramRef === null) return { params: [null] }
  const { params, missing } = world.params(paramKind)
  const isNamespaced = world.kinds.isNamespaced(paramKind.apiVersion, paramKind.kind)
  if (!isNamespaced && paramRef.namespace !== null)
    return { error: 'paramRef.namespace must not be provided for a cluster-scoped `paramKind`' }
  const from = isNamespaced ? (paramRef.namespace ?? namespace) : null
  if (from === '')
    return { error: 'cannot use namespaced paramRef in policy binding that matches cluster-scoped resources' }
  const found = params.filter((param) => (from === null || param.namespace === from) && isMeant(param, paramRef))
  // Whoever gives some objects of the kind gives all that a selector is to find; a name says itself that one is missing.
  const mayBeElsewhere = missing !== null && found.length === 0 && (paramRef.name !== null || params.length === 0)
  if (mayBeElsewhere) return { unknown: missing }
  if (found.length === 0 && paramRef.notFound === 'Deny')
    return { error: 'no params found for policy binding with `Deny` parameterNotFoundAction' }
  return { params: found.map(({ object }) => object) }
}

function isMeant({ name, object }: Param, ref: NonNullable<Binding['paramRef']>): boolean {
  if (ref.name !== null) return name === ref.name
  return ref.selector === null || ref.selector(labelsIn(mappingAt(object, 'metadata')))
}
