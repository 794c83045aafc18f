/** The validations of one policy on one request, with one parameter object: validator.go of the API server. */
import type { Binding, Policy, Validation } from '../policy.ts'
import { Activation, type Outcome, type Seen } from './activation.ts'
import type { Decision } from './decision.ts'

/** Longer messages are not shown. */
const longestMessage = 5 * 1024

export function validate(policy: Policy, binding: Binding, seen: Seen): Decision[] {
  const whole = (verdict: 'error' | 'unknown', message: string): Decision => ({
    policy,
    binding,
    validation: null,
    verdict,
    refuses: verdict === 'error' && policy.failurePolicy === 'Fail',
    enforced: 'byActions',
    message,
    reason: 'Invalid'
  })
  const conditions = matchConditions(policy, seen)
  if (conditions === 'no') return []
  if (conditions !== 'yes')
    return 'error' in conditions
      ? errorOrNothing(policy, conditions.error, whole)
      : [whole('unknown', conditions.unknown)]
  const activation = new Activation(policy, seen)
  const telling = new Activation(policy, seen)
  const decisions = policy.validations.map((validation, index): Decision => {
    const outcome = activation.run(validation)
    return {
      policy,
      binding,
      validation: index,
      enforced: 'byActions',
      ...verdictOf(policy, validation, outcome, telling)
    }
  })
  return [...decisions, ...annotationErrors(policy, seen, whole)]
}

/** A condition that fails counts as the failure policy says; with Ignore the policy is then not applied. */
function errorOrNothing(
  { failurePolicy }: Policy,
  error: string,
  whole: (verdict: 'error', message: string) => Decision
): Decision[] {
  return failurePolicy === 'Fail' ? [whole('error', error)] : []
}

/** Whether all conditions hold. One that does not settles it, whatever becomes of the others. */
function matchConditions(
  policy: Policy,
  seen: Seen
): 'yes' | 'no' | { readonly error: string } | { readonly unknown: string } {
  if (policy.matchConditions.length === 0) return 'yes'
  // They see the resource that was asked for, and no namespace.
  const activation = new Activation(policy, { ...seen, requestResource: seen.request.type, namespace: null })
  const errors = new Set<string>()
  let unknown: string | null = null
  for (const condition of policy.matchConditions) {
    const outcome = activation.run(condition)
    if ('unknown' in outcome) unknown ??= outcome.unknown
    else if ('error' in outcome) errors.add(outcome.error)
    else if (outcome.value === false) return 'no'
  }
  if (unknown !== null) return { unknown }
  const [first] = errors
  if (first === undefined) return 'yes'
  return { error: errors.size === 1 ? first : `[${[...errors].join(', ')}]` }
}

function verdictOf(
  { failurePolicy }: Policy,
  validation: Validation,
  outcome: Outcome,
  telling: Activation
): Pick<Decision, 'verdict' | 'refuses' | 'message' | 'reason'> {
  const { reason } = validation
  if ('unknown' in outcome) return { verdict: 'unknown', refuses: false, message: outcome.unknown, reason: '' }
  if ('error' in outcome)
    return { verdict: 'error', refuses: failurePolicy === 'Fail', message: outcome.error, reason: 'Invalid' }
  if (outcome.value === true) return { verdict: 'allowed', refuses: false, message: '', reason: '' }
  return { verdict: 'denied', refuses: true, message: messageOf(validation, telling), reason }
}

/** The computed message where it is fit to be shown, else the written one, else the expression. */
function messageOf({ messageExpression, message, text }: Validation, telling: Activation): string {
  const outcome = messageExpression === null ? null : telling.run(messageExpression)
  if (outcome !== null && 'value' in outcome && typeof outcome.value === 'string') {
    const computed = trimmed(outcome.value)
    const isFit = computed !== '' && !computed.includes('\n') && Buffer.byteLength(computed) <= longestMessage
    if (isFit) return computed
  }
  return trimmed(message) || `failed expression: ${trimmed(text)}`
}

/** As Go trims: it takes a byte order mark for text, and U+0085 for white space. */
function trimmed(text: string): string {
  return text.replace(/^(?:[^\S\uFEFF]|\u0085)+|(?:[^\S\uFEFF]|\u0085)+$/gu, '')
}

/** An audit annotation that fails refuses the request where the failure policy is Fail, whatever the binding's actions. */
function annotationErrors(
  policy: Policy,
  seen: Seen,
  whole: (verdict: 'error' | 'unknown', message: string) => Decision
): Decision[] {
  if (policy.auditAnnotations.length === 0) return []
  const activation = new Activation(policy, seen)
  return policy.auditAnnotations.flatMap((annotation) => {
    const outcome = activation.run(annotation)
    if ('unknown' in outcome) return [whole('unknown', outcome.unknown)]
    if ('value' in outcome) return []
    return errorOrNothing(policy, outcome.error, whole).map((decision) => ({ ...decision, enforced: 'always' }))
  })
}
