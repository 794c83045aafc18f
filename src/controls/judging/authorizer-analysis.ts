import type { Component } from '../../estate/components/component.ts'
import { settingPath } from '../../estate/components/component.ts'
import type { Estate } from '../../estate/estate.ts'
import { isMapping } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { componentsOfAllKinds, type EstateAnalysis, fails, passes, undecided, type Verdict } from '../analysis.ts'

const configuration = 'AuthorizationConfiguration'

/**
 * Judges who authorizes requests to the API server: the modes that a flag names, or the authorizers of a file.
 * @param problem What is wrong with a list of modes, for a sentence that begins with who has them; null for nothing.
 */
export function authorizerAnalysis(problem: (modes: readonly string[]) => string | null): EstateAnalysis {
  return {
    reads: [componentsOfAllKinds, configuration],
    *judge(estate) {
      for (const file of filesIn(estate)) {
        const found = problem(modesOfFile(file))
        yield found === null ? passes(file) : fails(file, `the configuration ${found}`, { path: ['authorizers'] })
      }
      for (const component of estate.components) {
        if (component.name === 'kube-apiserver') yield ofServer(component, estate, problem)
      }
    }
  }
}

function ofServer(component: Component, estate: Estate, problem: (modes: readonly string[]) => string | null): Verdict {
  const { resource, settings, container, unseen } = component
  const { authorizationMode, authorizationConfig } = settings
  const place = { path: settingPath(component, ['authorizationMode']), item: component.name, container }
  if (typeof unseen === 'object') return undecided(resource, unseen.unknown, place)
  if (!Array.isArray(authorizationMode) && typeof authorizationConfig === 'string') {
    const isRead = filesIn(estate).length > 0
    const reason = `the API server reads its authorizers from ${authorizationConfig}, which is not part of the input`
    // The file has a verdict of its own.
    return isRead ? passes(resource) : undecided(resource, reason, place)
  }
  const modes: unknown[] = Array.isArray(authorizationMode) ? authorizationMode : ['AlwaysAllow']
  const found = problem(modes.map(String))
  return found === null ? passes(resource) : fails(resource, `kube-apiserver ${found}`, place)
}

function filesIn(estate: Estate): readonly Resource[] {
  return estate.ofKind(configuration, 'apiserver.config.k8s.io')
}

function modesOfFile({ object: { authorizers } }: Resource): string[] {
  if (!Array.isArray(authorizers)) return []
  return authorizers.flatMap((one: unknown) => (isMapping(one) && typeof one.type === 'string' ? [one.type] : []))
}
