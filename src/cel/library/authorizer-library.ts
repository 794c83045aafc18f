/**
 * `authorizer` of admission policies: may the user who sent the request do something else, too? The library builds the
 * question; who answers it is given with the value of the variable.
 *
 * Source: k8s.io/apiserver/pkg/cel/library/authz.go 0.37.
 */
import type { FunctionDeclaration, Library, Overload } from '../declarations.ts'
import { fail } from '../runtime/fault.ts'
import { boolType, opaqueType, stringType, type Type } from '../type.ts'
import { CelOpaque, type CelValue } from '../values.ts'

const prefix = 'kubernetes.authorization'
export const authorizerType = opaqueType(`${prefix}.Authorizer`)
const pathCheckType = opaqueType(`${prefix}.PathCheck`)
const groupCheckType = opaqueType(`${prefix}.GroupCheck`)
export const resourceCheckType = opaqueType(`${prefix}.ResourceCheck`)
const decisionType = opaqueType(`${prefix}.Decision`)

/** What is asked. Absent parts are not asked about. */
export interface AuthorizationQuestion {
  /** The account that is asked about; the one that sent the request where it is absent. */
  readonly serviceAccount?: { readonly namespace: string; readonly name: string }
  readonly verb: string
  readonly path?: string
  readonly group?: string
  readonly resource?: string
  readonly subresource?: string
  readonly namespace?: string
  readonly name?: string
  readonly fieldSelector?: string
  readonly labelSelector?: string
}

export interface AuthorizationDecision {
  readonly allowed: boolean
  readonly reason: string
  /** Empty where there was none. */
  readonly error: string
}

/** Answers a question, or throws a CelError where it cannot. */
export type Answer = (question: AuthorizationQuestion) => AuthorizationDecision

type Part = Omit<AuthorizationQuestion, 'verb'>

/** A question that is being put together: an authorizer, or a check of a path, group or resource. */
export class Asking extends CelOpaque {
  readonly typeName: string
  readonly part: Part
  readonly #answer: Answer

  constructor(typeName: string, answer: Answer, part: Part = {}) {
    super()
    this.typeName = typeName
    this.#answer = answer
    this.part = part
  }

  with(more: Part, type: { readonly name: string } = { name: this.typeName }): Asking {
    return new Asking(type.name, this.#answer, { ...this.part, ...more })
  }

  check(verb: string): Decided {
    return new Decided(this.#answer({ ...this.part, verb }))
  }

  override equals(other: CelOpaque): boolean {
    return this === other
  }

  override toString(): string {
    return this.typeName
  }
}

class Decided extends CelOpaque {
  readonly typeName = `${prefix}.Decision`
  readonly decision: AuthorizationDecision

  constructor(decision: AuthorizationDecision) {
    super()
    this.decision = decision
  }

  override equals(other: CelOpaque): boolean {
    return this === other
  }

  override toString(): string {
    return this.typeName
  }
}

/** The value of the variable `authorizer`. */
export function authorizerValue(answer: Answer): Asking {
  return new Asking(authorizerType.name, answer)
}

/** The value of the variable `authorizer.requestResource`: the resource of the request. */
export function requestResourceValue(answer: Answer, part: Part): Asking {
  return new Asking(resourceCheckType.name, answer, part)
}

function member(name: string, ...overloads: Omit<Overload, 'member'>[]): FunctionDeclaration {
  return { name, overloads: overloads.map((overload) => ({ ...overload, member: true })) }
}

function adding(id: string, target: Type, result: typeof authorizerType, field: keyof Part): Omit<Overload, 'member'> {
  const isNeeded = field === 'path' || field === 'resource'
  return {
    id,
    parameters: [target, stringType],
    result,
    call: (asking: Asking, text: string): CelValue => {
      if (isNeeded && text.trim() === '') return fail(`${field} must not be empty`)
      return asking.with({ [field]: text }, result)
    }
  }
}

function check(id: string, target: Type): Omit<Overload, 'member'> {
  return {
    id,
    parameters: [target, stringType],
    result: decisionType,
    call: (asking: Asking, verb: string): CelValue => asking.check(verb)
  }
}

function telling(
  id: string,
  result: Type,
  tell: (decision: AuthorizationDecision) => CelValue
): Omit<Overload, 'member'> {
  return { id, parameters: [decisionType], result, call: ({ decision }: Decided): CelValue => tell(decision) }
}

const nameForm = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/

function serviceAccount(asking: Asking, namespace: string, name: string): CelValue {
  if (!nameForm.test(name) || name.length > 253) return fail('Invalid service account name')
  if (!nameForm.test(namespace) || namespace.includes('.') || namespace.length > 63)
    return fail('Invalid service account namespace')
  return asking.with({ serviceAccount: { namespace, name } })
}

export const authorizerLibrary: Library = {
  name: 'kubernetes.authz',
  types: [authorizerType, pathCheckType, groupCheckType, resourceCheckType, decisionType],
  functions: [
    member('path', adding('authorizer_path', authorizerType, pathCheckType, 'path')),
    member('group', adding('authorizer_group', authorizerType, groupCheckType, 'group')),
    member('serviceAccount', {
      id: 'authorizer_serviceaccount',
      parameters: [authorizerType, stringType, stringType],
      result: authorizerType,
      call: serviceAccount
    }),
    member('resource', adding('groupcheck_resource', groupCheckType, resourceCheckType, 'resource')),
    member('subresource', adding('resourcecheck_subresource', resourceCheckType, resourceCheckType, 'subresource')),
    member('namespace', adding('resourcecheck_namespace', resourceCheckType, resourceCheckType, 'namespace')),
    member('name', adding('resourcecheck_name', resourceCheckType, resourceCheckType, 'name')),
    member('fieldSelector', adding('authorizer_fieldselector', resourceCheckType, resourceCheckType, 'fieldSelector')),
    member('labelSelector', adding('authorizer_labelselector', resourceCheckType, resourceCheckType, 'labelSelector')),
    member('check', check('pathcheck_check', pathCheckType), check('resourcecheck_check', resourceCheckType)),
    member(
      'errored',
      telling('decision_errored', boolType, ({ error }) => error !== '')
    ),
    member(
      'error',
      telling('decision_error', stringType, ({ error }) => error)
    ),
    member(
      'allowed',
      telling('decision_allowed', boolType, ({ allowed }) => allowed)
    ),
    member(
      'reason',
      telling('decision_reason', stringType, ({ reason }) => reason)
    )
  ]
}
