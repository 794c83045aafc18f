import {
  type Answer,
  type AuthorizationQuestion,
  authorizerValue,
  requestResourceValue
} from '../../cel/library/authorizer-library.ts'
import { CelError, type CelValue } from '../../cel/values.ts'
import type { Mapping } from '../../estate/mapping.ts'
import type { CompiledExpression, Policy } from '../policy.ts'
import type { AdmissionRequest, ServedType } from '../request/request.ts'
import { requestValue } from './request-value.ts'

/** What the expressions of one policy see of one request, with one parameter object. */
export interface Seen {
  readonly request: AdmissionRequest
  /** The type by which the request was matched, and that of its resource as `request` tells it. */
  readonly matched: ServedType
  readonly requestResource: ServedType
  /** In the version of `matched`. */
  readonly object: Mapping | null
  readonly oldObject: Mapping | null
  readonly params: Mapping | null
  /** Null for objects in no namespace. */
  readonly namespace: { readonly object: Mapping | null; readonly unknown: string | null } | null
  /** Who answers for `authorizer`; null where nobody can. */
  readonly authorizer: Answer | null
}

/** What became of an expression: a value, an error in the API server's words, or why it cannot be told. */
export type Outcome = { readonly value: CelValue } | { readonly error: string } | { readonly unknown: string }

/** Evaluates expressions of a policy over one request. A variable is evaluated when it is first used, and once. */
export class Activation {
  readonly #bindings: Record<string, CelValue> = {}
  /** Why something that the expression at hand asked for is not known; null while everything was. */
  #unknown: string | null = null

  constructor(policy: Policy, seen: Seen) {
    const { request, params, namespace } = seen
    // What is bound is plain data, which the language reads as it stands.
    const bindings = this.#bindings as Record<string, unknown>
    bindings.object = seen.object
    bindings.oldObject = seen.oldObject
    bindings.params = params
    bindings.namespaceObject = namespace === null ? null : this.#namespace(namespace)
    bindings.request = requestValue(request, seen.matched, seen.requestResource, (field) =>
      this.#fail(unknownUser(field))
    )
    const answer = seen.authorizer ?? ((question) => this.#fail(unanswered(question)))
    bindings.authorizer = authorizerValue(answer)
    bindings['authorizer.requestResource'] = requestResourceValue(answer, {
      group: request.type.group,
      resource: request.type.resource,
      subresource: request.subresource,
      namespace: request.namespace,
      name: request.name
    })
    bindings.variables = this.#variables(policy)
  }

  run({ run, text }: CompiledExpression): Outcome {
    this.#unknown = null
    const value = run(this.#bindings)
    if (!(value instanceof CelError)) return { value }
    if (this.#unknown !== null) return { unknown: this.#unknown }
    return { error: `expression '${text}' resulted in error: ${value.message}` }
  }

  #variables(policy: Policy): object {
    const variables = {}
    for (const variable of policy.variables) {
      let kept: (() => CelValue) | undefined
      const get = (): CelValue => {
        kept ??= this.#evaluated(variable.name, variable)
        return kept()
      }
      Object.defineProperty(variables, variable.name, { get, enumerable: true })
    }
    return variables
  }

  #evaluated(name: string, { run }: CompiledExpression): () => CelValue {
    const before = this.#unknown
    this.#unknown = null
    const value = run(this.#bindings)
    const unknown: string | null = this.#unknown
    this.#unknown = before
    if (!(value instanceof CelError)) return () => value
    const message = `composited variable "${name}" fails to evaluate: ${value.message}`
    return () => {
      this.#unknown ??= unknown
      throw new CelError(message)
    }
  }

  #namespace({ object, unknown }: NonNullable<Seen['namespace']>): object | null {
    if (unknown === null) return object
    const made = {}
    for (const field of ['metadata', 'spec', 'status'])
      Object.defineProperty(made, field, { get: () => this.#fail(unknown), enumerable: true })
    return made
  }

  #fail(reason: string): never {
    this.#unknown ??= reason
    throw new CelError(reason)
  }
}

function unknownUser(field: string): string {
  return `who sends the request is not known, and the policy asks for request.${field}`
}

function unanswered({ verb }: AuthorizationQuestion): string {
  return `what the sender may do is not known, and the policy asks the authorizer for "${verb}"`
}
