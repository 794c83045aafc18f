import { isMapping, type Mapping, mappingAt, stringAt } from '../mapping.ts'
import type { Path } from '../path.ts'
import type { Resource } from '../resource.ts'
import type { Word } from './arguments.ts'
import type { Component, ComponentName } from './component.ts'
import { kubeadmFlags } from './kubeadm-flags.ts'
import { toldComponent } from './of-command.ts'

export const kubeadmGroup = 'kubeadm.k8s.io'

/** The components that kubeadm would start by one of its configuration files. */
export function kubeadmComponents(resource: Resource): Component[] {
  const { object, kind } = resource
  if (kind === 'ClusterConfiguration') return clusterComponents(resource)
  if (kind !== 'InitConfiguration' && kind !== 'JoinConfiguration') return []
  const node = mappingAt(object, 'nodeRegistration') ?? {}
  const path = ['nodeRegistration', 'kubeletExtraArgs']
  const words = extraWords(node.kubeletExtraArgs, path)
  if (words.length === 0) return []
  // The rest is in the kubelet's own file, which kubeadm writes.
  const component = toldComponent({ ...bare('kubelet', resource), path, words: [fileOfKubelet, ...words] })
  return [{ ...component, unseen: 'elsewhere' }]
}

const fileOfKubelet: Word = { text: '--config=/var/lib/kubelet/config.yaml', path: [] }

function clusterComponents(resource: Resource): Component[] {
  const { object } = resource
  const etcd = mappingAt(object, 'etcd') ?? {}
  const parts: [ComponentName, Path][] = [
    ['kube-apiserver', ['apiServer', 'extraArgs']],
    ['kube-controller-manager', ['controllerManager', 'extraArgs']],
    ['kube-scheduler', ['scheduler', 'extraArgs']],
    ...(isMapping(etcd.external) ? [] : [['etcd', ['etcd', 'local', 'extraArgs']] satisfies [ComponentName, Path]])
  ]
  return parts.map(([name, path]) => {
    const extra = extraWords(argumentsAt(object, path), path)
    // Flags of kubeadm itself come first, so that those of the user count.
    return toldComponent({ ...bare(name, resource), path, words: [...ownWords(name, object, path, extra), ...extra] })
  })
}

function bare(
  name: ComponentName,
  resource: Resource
): Pick<Parameters<typeof toldComponent>[0], 'name' | 'resource' | 'container' | 'configuration' | 'unknown'> {
  return { name, resource, container: null, configuration: null, unknown: null }
}

function argumentsAt(object: Mapping, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (isMapping(value) ? value[step] : undefined), object)
}

/** A map up to v1beta3, since then a list of names and values in which a flag may be repeated. */
function extraWords(extra: unknown, path: Path): Word[] {
  if (Array.isArray(extra)) {
    return extra.flatMap((argument: unknown, index) => {
      if (!isMapping(argument)) return []
      const name = stringAt(argument, 'name')
      return name === null
        ? []
        : [{ text: `--${name}=${stringAt(argument, 'value') ?? ''}`, path: [...path, index, 'value'] }]
    })
  }
  if (!isMapping(extra)) return []
  return Object.entries(extra).map(([name, value]) => ({ text: `--${name}=${String(value)}`, path: [...path, name] }))
}

/** What kubeadm sets by itself: the user's value for a flag takes its place. */
function ownWords(name: ComponentName, object: Mapping, path: Path, extra: readonly Word[]): Word[] {
  const given = new Set(extra.map(({ text }) => text.slice(0, text.indexOf('='))))
  // Authorizers come from a file or from the flag, never from both.
  if (given.has('--authorization-config')) given.add('--authorization-mode')
  return kubeadmFlags(name, object)
    .map(([flag, value]) => ({ text: `--${flag}=${value}`, path }))
    .filter(({ text }) => !given.has(text.slice(0, text.indexOf('='))))
}
