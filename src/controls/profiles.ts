import type { ComponentName } from '../estate/components/component.ts'
import type { Control } from './control.ts'
import { controlSubject } from './control-subject.ts'

/** Who operates a part of the cluster in its owner's place. */
export interface Profile {
  /** As users name it. */
  readonly name: string
  /** As reports say it: `operated by Amazon EKS`. */
  readonly provider: string
  /** The programs that the provider configures and does not show. */
  readonly operates: ReadonlySet<ComponentName>
  /** True where pods that the provider makes cannot be set by the user. */
  readonly fixesPods: boolean
}

const controlPlane: ReadonlySet<ComponentName> = new Set([
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler'
])

/**
 * Managed clusters. The control plane belongs to the provider in all of them; nodes, and with them the kubelet, are the
 * user's to configure. On OpenShift, operators configure every program, the kubelet and the proxy among them. Runtime
 * Fabric runs on the user's own cluster, and fixes much of the pods that it makes.
 */
export const profiles: readonly Profile[] = [
  { name: 'eks', provider: 'Amazon EKS', operates: controlPlane, fixesPods: false },
  { name: 'gke', provider: 'Google Kubernetes Engine', operates: controlPlane, fixesPods: false },
  { name: 'aks', provider: 'Azure Kubernetes Service', operates: controlPlane, fixesPods: false },
  {
    name: 'openshift',
    provider: 'the operators of OpenShift',
    operates: new Set<ComponentName>([...controlPlane, 'kube-proxy', 'kubelet']),
    fixesPods: false
  },
  { name: 'rtf', provider: 'Runtime Fabric', operates: new Set(), fixesPods: true }
]

/** Whether a provider alone can answer for a control, so that nothing of it is to be seen in the cluster. */
export function isProviders(profile: Profile, control: Control): boolean {
  const { names, components } = controlSubject(control)
  if (components.size > 0) return [...components].every((component) => profile.operates.has(component))
  return profile.fixesPods && control.rtf === 'fixed' && names.every((name) => name === 'pod')
}

/** The profile that a version of Kubernetes shows by its build, such as `v1.33.4-eks-036c24b`. */
export function profileOfVersion(gitVersion: string): Profile | null {
  const build = /-(eks|gke)[.-]/.exec(gitVersion)?.[1]
  return profiles.find(({ name }) => name === build) ?? null
}
