import { createEnvironment, type Environment } from '../cel/environment.ts'
import { kubernetesTypes } from '../cel/kubernetes-types.ts'
import { kubernetesLibraries } from '../cel/library/kubernetes-libraries.ts'
import { formatType, type Type } from '../cel/type.ts'
import { ruleVariables } from './scope-types.ts'

const environments = new Map<string, Environment>()

/**
 * What a rule can refer to: `self` of the given type, `pod`, `meta`, and `effective` where its control asks for it; the
 * Kubernetes types and the libraries of the API server.
 */
export function ruleEnvironment(self: Type, effective: boolean): Environment {
  const key = `${formatType(self)} ${effective}`
  const known = environments.get(key)
  if (known !== undefined) return known
  const { pod, meta } = ruleVariables
  const environment = createEnvironment({
    variables: { self, pod, meta, ...(effective ? { effective: ruleVariables.effective } : {}) },
    types: kubernetesTypes,
    libraries: kubernetesLibraries()
  })
  environments.set(key, environment)
  return environment
}
