import { check } from '../../cel/check/checker.ts'
import { compile } from '../../cel/compile/compile.ts'
import { createEnvironment, type Environment } from '../../cel/environment.ts'
import type { Issue } from '../../cel/issue.ts'
import { authorizerLibrary, authorizerType, resourceCheckType } from '../../cel/library/authorizer-library.ts'
import { kubernetesLibraries } from '../../cel/library/kubernetes-libraries.ts'
import { renderIssue, Source } from '../../cel/source.ts'
import { dynType, formatType, type Type } from '../../cel/type.ts'
import type { CompiledExpression } from '../policy.ts'
import { admissionTypes, namespaceType, requestType, variablesType, variableType } from './admission-types.ts'

/** Checks and compiles the expressions of one policy as the API server does. */
export class PolicyCompiler {
  readonly #hasParams: boolean
  readonly #variables = new Map<string, Type>()
  readonly #environments = new Map<string, Environment>()

  /** @param hasParams Whether the policy names a kind of parameters. */
  constructor(hasParams: boolean) {
    this.#hasParams = hasParams
  }

  /** The expression of a variable, which those after it can use. */
  variable(name: string, text: string): CompiledExpression | { readonly problem: string } {
    const result = check(this.#environment('whole'), text)
    if ('issues' in result) return { problem: issuesText(result.issues, text) }
    this.#variables.set(name, variableType(result.ok.type))
    return { text, tree: result.ok.expression, run: compile(result.ok) }
  }

  /** An expression that must give a value of one of the kinds. */
  expression(
    text: string,
    kinds: readonly Type['kind'][],
    sees: 'whole' | 'withoutVariables' | 'withoutAuthorizer' = 'whole'
  ): CompiledExpression | { readonly problem: string } {
    const result = check(this.#environment(sees), text)
    if ('issues' in result) return { problem: issuesText(result.issues, text) }
    const { type } = result.ok
    if (!kinds.includes(type.kind))
      return { problem: `must evaluate to ${kinds.join(' or ')} but got ${formatType(type)}:\n | ${firstLine(text)}` }
    return { text, tree: result.ok.expression, run: compile(result.ok) }
  }

  #environment(sees: 'whole' | 'withoutVariables' | 'withoutAuthorizer'): Environment {
    const known = this.#environments.get(sees)
    if (known !== undefined) return known
    const environment = createEnvironment({
      variables: {
        object: dynType,
        oldObject: dynType,
        namespaceObject: namespaceType,
        request: requestType,
        ...(this.#hasParams ? { params: dynType } : {}),
        ...(sees === 'withoutVariables' ? {} : { variables: variablesType }),
        ...(sees === 'withoutAuthorizer'
          ? {}
          : { authorizer: authorizerType, 'authorizer.requestResource': resourceCheckType })
      },
      computed: ['variables'],
      types: admissionTypes(this.#variables),
      libraries: [...kubernetesLibraries(), authorizerLibrary]
    })
    this.#environments.set(sees, environment)
    return environment
  }
}

function issuesText(issues: readonly Issue[], text: string): string {
  const source = new Source(text)
  return issues.map((issue) => renderIssue(issue, source)).join('\n')
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? ''
}
