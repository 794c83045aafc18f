import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from './read-text.ts'

function configMap(namespace: string, data: Readonly<Record<string, string>>): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', namespace }, data })
}

const kubelet = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n'
const proxy = 'apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\n'

function kindsIn(text: string): string[] {
  const { resources, errors } = readText('a.yaml', text, true)
  assert.deepEqual(errors, [])
  return resources.map(({ kind, name, origin }) => `${kind} ${name} ${origin.prefix.join('/')}`)
}

test('every document of every key becomes a resource with the name of the ConfigMap', () => {
  assert.deepEqual(kindsIn(configMap('kube-system', { a: `${kubelet}---\n${proxy}`, b: proxy })), [
    'ConfigMap c ',
    'KubeletConfiguration c data/a',
    'KubeProxyConfiguration c data/a',
    'KubeProxyConfiguration c data/b'
  ])
})

test('within a List, too', () => {
  const list = `{"apiVersion": "v1", "kind": "List", "items": [${configMap('kube-system', { a: proxy })}]}`
  assert.deepEqual(kindsIn(list), ['ConfigMap c items/0', 'KubeProxyConfiguration c items/0/data/a'])
})

test('what is an example, no configuration, or not to be read as one is left alone', () => {
  assert.deepEqual(kindsIn(configMap('shop', { a: proxy })), ['ConfigMap c '])
  for (const text of ['# kubeadm.k8s.io/v1beta4', `{kubeproxy.config.k8s.io/v1: [`, 'a: kubeadm.k8s.io/v1', '[]'])
    assert.deepEqual(kindsIn(configMap('kube-system', { a: text })), ['ConfigMap c '], text)
})
