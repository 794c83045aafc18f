import { type Mapping, mappingAt } from '../mapping.ts'
import { groupOf, type Resource } from '../resource.ts'
import type { PodView } from '../workload.ts'
import { commandLineOf } from './command-line.ts'
import type { Component, ComponentName } from './component.ts'
import { configurationTypes } from './configuration-types.ts'
import { kubeadmComponents, kubeadmGroup } from './kubeadm.ts'
import { isFromReadConfigMap } from './mounted-configuration.ts'
import { nodeComponents, nodeGroup } from './node-component.ts'
import { configurationFile, configurationPart, toldComponent } from './of-command.ts'
import { openshiftComponents, openshiftGroup } from './openshift.ts'

const none: readonly Component[] = Object.freeze([])

const componentsByKind = new Map<string, ComponentName>(
  Object.entries(configurationTypes).map(([name, { kind }]) => [kind, name as ComponentName])
)

/**
 * The components that a resource configures: those that its pods run, that kubeadm would start by it, or the one whose
 * configuration file it is.
 * @param among What was read with it: kubeadm completes the kubelet's configuration that stands beside its own.
 */
export function componentsOf(
  resource: Resource,
  pods: readonly PodView[],
  among: readonly Resource[]
): readonly Component[] {
  if (pods.length > 0) return podComponents(pods)
  const group = groupOf(resource.apiVersion)
  if (group === kubeadmGroup) return kubeadmComponents(resource)
  if (group === nodeGroup) return nodeComponents(resource)
  if (group === openshiftGroup) return openshiftComponents(resource)
  const name = componentsByKind.get(resource.kind)
  if (name === undefined || groupOf(configurationTypes[name]?.apiVersion ?? '') !== group) return none
  return [ofConfiguration(name, resource, among)]
}

function podComponents(pods: readonly PodView[]): readonly Component[] {
  let found: Component[] | undefined
  for (const view of pods) {
    for (const container of view.containers) {
      const line = commandLineOf(view, container)
      if (line === null) continue
      const { component: name, words, path, unknown } = line
      found ??= []
      const { resource } = view
      const told = toldComponent({ name, resource, container, path, words, configuration: null, unknown })
      const file = told.unseen === 'default' || unknown !== null ? null : configurationFile(name, words)
      const isReadItself = file !== null && isFromReadConfigMap(view, container, file)
      found.push(isReadItself ? { ...told, unseen: 'elsewhere' } : told)
    }
  }
  return found ?? none
}

/** A configuration file alone: whatever flags stand beside it. */
function ofConfiguration(name: ComponentName, resource: Resource, among: readonly Resource[]): Component {
  return {
    name,
    resource,
    container: null,
    settings: name === 'kubelet' ? kubeletSettings(resource.object, among) : resource.object,
    path: [],
    origins: new Map(),
    configuration: configurationPart(name, []),
    unseen: 'default',
    unclear: new Map()
  }
}

/** What kubeadm adds where the user's configuration of the kubelet leaves it out. */
function kubeletSettings(object: Mapping, among: readonly Resource[]): Mapping {
  if (!among.some(({ apiVersion }) => groupOf(apiVersion) === kubeadmGroup)) return object
  const authentication = mappingAt(object, 'authentication') ?? {}
  return {
    ...object,
    rotateCertificates: true,
    authentication: {
      ...authentication,
      x509: { clientCAFile: '/etc/kubernetes/pki/ca.crt', ...mappingAt(authentication, 'x509') }
    }
  }
}
