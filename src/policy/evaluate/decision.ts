import type { Binding, Policy } from '../policy.ts'

/** What one validation of a policy, or the policy as a whole, says of a request. */
export interface Decision {
  readonly policy: Policy
  /** Null where the policy itself could not be applied, whatever binds it. */
  readonly binding: Binding | null
  /** The index of the validation; null where the decision is not about one. */
  readonly validation: number | null
  /**
   * `allowed` and `denied` as the expression says; `error` where it failed, which counts as the failure policy says;
   * `unknown` where what it asks for is not known.
   */
  readonly verdict: 'allowed' | 'denied' | 'error' | 'unknown'
  /** Whether the request is refused by this, were the binding's action Deny. False where that is unknown. */
  readonly refuses: boolean
  /** Mistakes in parameters and audit annotations refuse whatever the binding's actions are. */
  readonly enforced: 'byActions' | 'always'
  /** In the API server's words; for `unknown` the reason; empty where the request is allowed. */
  readonly message: string
  /** The reason of the status that the client would get, such as Invalid. */
  readonly reason: string
}

/** What the client is told of a refusal. */
export function denialMessage({ policy, binding, message }: Decision): string {
  const by = binding === null ? '' : ` with binding '${binding.name}'`
  return `ValidatingAdmissionPolicy '${policy.name}'${by} denied request: ${message}`
}

/** What the client is told where the binding only warns. */
export function warningMessage({ policy, binding, message }: Decision): string {
  return `Validation failed for ValidatingAdmissionPolicy '${policy.name}' with binding '${binding?.name ?? ''}': ${message}`
}
