import { type ComponentName, componentNames } from '../estate/components/component.ts'
import type { NodeFileRole } from '../estate/components/node-file-roles.ts'
import { componentsOfAllKinds, podsOfAllKinds } from './analysis.ts'
import type { Control } from './control.ts'

/** What a control is about, as far as that decides who answers for it and where it can be seen. */
export interface ControlSubject {
  /** In words: `pod`, `NetworkPolicy`, `kube-apiserver`. */
  readonly names: readonly string[]
  /** The programs that it is about, by their flags, their configuration or their files; none where it is about objects. */
  readonly components: ReadonlySet<ComponentName>
}

/** The program that reads a configuration file. */
const readers: Readonly<Record<string, ComponentName>> = {
  AdmissionConfiguration: 'kube-apiserver',
  AuthenticationConfiguration: 'kube-apiserver',
  AuthorizationConfiguration: 'kube-apiserver',
  EncryptionConfiguration: 'kube-apiserver',
  Policy: 'kube-apiserver',
  KubeletConfiguration: 'kubelet',
  KubeProxyConfiguration: 'kube-proxy'
}

const owners: Readonly<Record<NodeFileRole, ComponentName>> = {
  'admin-kubeconfig': 'kube-apiserver',
  'api-server-manifest': 'kube-apiserver',
  'cni-file': 'kubelet',
  'controller-manager-kubeconfig': 'kube-controller-manager',
  'controller-manager-manifest': 'kube-controller-manager',
  'etcd-data-folder': 'etcd',
  'etcd-manifest': 'etcd',
  'kube-proxy-kubeconfig': 'kube-proxy',
  'kubelet-client-ca': 'kubelet',
  'kubelet-configuration': 'kubelet',
  'kubelet-kubeconfig': 'kubelet',
  'kubelet-service': 'kubelet',
  'pki-certificate': 'kube-apiserver',
  'pki-folder': 'kube-apiserver',
  'pki-key': 'kube-apiserver',
  'scheduler-kubeconfig': 'kube-scheduler',
  'scheduler-manifest': 'kube-scheduler'
}

/** What a control is about. An analysis names what it judges before what it looks up. */
export function controlSubject({ id, analyse, rules }: Control): ControlSubject {
  if (analyse !== null) return subjectOfKind(analyse.reads[0] ?? '', id)
  const names: string[] = []
  const components = new Set<ComponentName>()
  for (const { each, kinds = [], components: programs = [], roles = [] } of rules) {
    const place = typeof each === 'string' ? each : each.in
    const own = place === 'component' ? programs : roles.map((role) => owners[role])
    for (const component of own) components.add(component)
    if (place === 'component') names.push(...programs)
    else if (place === 'file') names.push('file of a node (scan --node)')
    else names.push(...(place === 'resource' ? kinds : ['pod']))
    for (const kind of place === 'resource' ? kinds : []) if (readers[kind] !== undefined) components.add(readers[kind])
  }
  return { names: [...new Set(names)], components }
}

function subjectOfKind(kind: string, control: string): ControlSubject {
  if (kind === podsOfAllKinds) return { names: ['pod'], components: new Set() }
  const reader = readers[kind]
  if (reader !== undefined) return { names: [kind], components: new Set([reader]) }
  if (kind !== componentsOfAllKinds) return { names: [kind], components: new Set() }
  // The control's name says which program it is about where its analysis looks at several.
  const named = componentNames.find((name) => control.startsWith(name.replace('kube-', ''))) ?? 'kube-apiserver'
  return { names: [named], components: new Set([named]) }
}
