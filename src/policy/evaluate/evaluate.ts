/**
 * What admission policies say of a request.
 *
 * Source: dispatcher.go and validator.go of k8s.io/apiserver/pkg/admission/plugin/policy/validating 0.37. Costs are not
 * counted: an expression that exceeds the API server's limits is evaluated all the same.
 */
import type { Answer } from '../../cel/library/authorizer-library.ts'
import type { Mapping } from '../../estate/mapping.ts'
import { matchRequest } from '../match/matches.ts'
import type { Binding, BoundPolicy, Policy } from '../policy.ts'
import { convertedObject } from '../request/convert.ts'
import type { AdmissionRequest, ServedType } from '../request/request.ts'
import type { World } from '../world.ts'
import { collectParams } from './collect-params.ts'
import type { Decision } from './decision.ts'
import { validate } from './validate.ts'

/** Who is asked besides the policies. */
export interface Surroundings {
  readonly world: World
  /** Null where nobody can say what the sender may do. */
  readonly authorizer: Answer | null
}

/**
 * The decisions of all bindings of a policy, those of one in the order of its validations. None where the policy or the
 * binding is not about the request.
 */
export function evaluatePolicy(
  { policy, bindings }: BoundPolicy,
  request: AdmissionRequest,
  around: Surroundings
): Decision[] {
  if (isExempt(request.type)) return []
  const match = matchRequest(policy.match, request, around.world)
  if (match === 'no') return []
  return bindings.flatMap((binding) => evaluateBinding(policy, binding, request, around, match))
}

/** Nobody can guard the configuration of admission itself by it. */
function isExempt({ group }: ServedType): boolean {
  return group === 'admissionregistration.k8s.io'
}

function evaluateBinding(
  policy: Policy,
  binding: Binding,
  request: AdmissionRequest,
  around: Surroundings,
  policyMatch: Exclude<ReturnType<typeof matchRequest>, 'no'>
): Decision[] {
  const bindingMatch = binding.match === null ? policyMatch : matchRequest(binding.match, request, around.world)
  if (bindingMatch === 'no') return []
  for (const match of [policyMatch, bindingMatch]) {
    if ('unknown' in match) return [unknownDecision(policy, binding, match.unknown)]
  }
  if (!('type' in policyMatch)) return []
  const found = collectParams(policy, binding, request.namespace, around.world)
  if ('unknown' in found) return [unknownDecision(policy, binding, found.unknown)]
  if ('error' in found) return configurationError(policy, binding, found.error)
  const converted = convertedObject(request, policyMatch.type, around.world.kinds)
  if ('unknown' in converted) return [unknownDecision(policy, binding, converted.unknown)]
  const seen = seenBy(request, policyMatch.type, converted, around)
  return found.params.flatMap((params) => validate(policy, binding, { ...seen, params }))
}

function seenBy(
  request: AdmissionRequest,
  matched: ServedType,
  { object, oldObject }: { readonly object: Mapping | null; readonly oldObject: Mapping | null },
  { world, authorizer }: Surroundings
): Omit<Parameters<typeof validate>[2], 'params'> {
  const { type, namespace } = request
  const isNamespace = type.group === '' && type.version === 'v1' && type.kind === 'Namespace'
  const found = namespace === '' || isNamespace ? null : world.namespace(namespace)
  return { request, matched, requestResource: matched, object, oldObject, namespace: found, authorizer }
}

function unknownDecision(policy: Policy, binding: Binding, message: string): Decision {
  return {
    policy,
    binding,
    validation: null,
    verdict: 'unknown',
    refuses: false,
    enforced: 'byActions',
    message,
    reason: ''
  }
}

function configurationError(policy: Policy, binding: Binding, error: string): Decision[] {
  const message = `failed to configure binding: ${error}`
  const refuses = policy.failurePolicy === 'Fail'
  return [
    { policy, binding, validation: null, verdict: 'error', refuses, enforced: 'always', message, reason: 'Invalid' }
  ]
}
