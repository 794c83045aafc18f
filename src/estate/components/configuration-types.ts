import type { ComponentName } from './component.ts'

/** The type of a component's configuration file, where it has one. */
export const configurationTypes: Readonly<
  Partial<Record<ComponentName, { readonly apiVersion: string; readonly kind: string }>>
> = {
  kubelet: { apiVersion: 'kubelet.config.k8s.io/v1beta1', kind: 'KubeletConfiguration' },
  'kube-proxy': { apiVersion: 'kubeproxy.config.k8s.io/v1alpha1', kind: 'KubeProxyConfiguration' },
  'kube-scheduler': { apiVersion: 'kubescheduler.config.k8s.io/v1', kind: 'KubeSchedulerConfiguration' }
}
