import { mappingAt } from '../../estate/mapping.ts'
import { groupOf, type Resource } from '../../estate/resource.ts'
import { labelsOf } from '../../estate/selectors.ts'
import type { RtfFacts } from '../facts/facts.ts'
import { authorizedNamespacesName, rtfDefinitions, rtfGroup, rtfLabels } from '../facts/names.ts'
import { rtfRoleName } from './role-name.ts'

/** Kinds of which an instance of Runtime Fabric may need any object. */
const wholeKinds: ReadonlySet<string> = new Set([
  'Namespace',
  'Deployment',
  'DaemonSet',
  'CronJob',
  'Pod',
  'PriorityClass',
  'NetworkPolicy'
])

/** A test for objects that say something about Runtime Fabric: of a large cluster, most say nothing. */
export function isOfFabric(facts: RtfFacts): (resource: Resource) => boolean {
  return (resource) => {
    const { kind, apiVersion, name, object } = resource
    if (wholeKinds.has(kind) || groupOf(apiVersion) === rtfGroup) return true
    switch (kind) {
      case 'Service':
        return Object.hasOwn(labelsOf(resource), rtfLabels.applicationId)
      case 'ConfigMap':
        return name === authorizedNamespacesName
      case 'CustomResourceDefinition':
        return name !== null && rtfDefinitions.includes(name)
      case 'ClusterRole':
        return name !== null && rtfRoleName(facts, name) !== null
      case 'RoleBinding':
      case 'ClusterRoleBinding': {
        const role = mappingAt(object, 'roleRef')?.name
        return typeof role === 'string' && rtfRoleName(facts, role) !== null
      }
      default:
        return false
    }
  }
}
