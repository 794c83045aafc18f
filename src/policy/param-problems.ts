import type { KnownObjects } from './known-objects.ts'
import type { PolicySet } from './policy-set.ts'
import type { PolicyProblem } from './problem.ts'

/** Bindings that name a parameter which was not given, where its namespace is certain. */
export function paramProblems({ bound }: PolicySet, known: KnownObjects): PolicyProblem[] {
  return bound.flatMap(({ policy: { paramKind }, bindings }) =>
    bindings.flatMap(({ paramRef, resource }): PolicyProblem[] => {
      if (paramKind === null || paramRef === null || paramRef.name === null) return []
      const { apiVersion, kind } = paramKind
      const namespace = known.kinds.isNamespaced(apiVersion, kind) ? paramRef.namespace : ''
      if (namespace === null) return []
      const { params } = known.params(paramKind)
      if (params.some((one) => one.name === paramRef.name && (one.namespace ?? '') === namespace)) return []
      const where = namespace === '' ? '' : ` in the namespace "${namespace}"`
      const message = `no ${kind} "${paramRef.name}"${where} was given: what the binding says is unknown without it`
      return [{ resource, path: ['spec', 'paramRef', 'name'], message }]
    })
  )
}
