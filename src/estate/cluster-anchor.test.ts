import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clusterAnchor } from './cluster-anchor.ts'
import { Estate } from './estate.ts'
import { makeResource } from './resource.ts'

/** Objects as `kind namespace/name`. */
function anchorOf(...objects: readonly string[]): string | null {
  const estate = new Estate()
  for (const text of objects) {
    const [kind = '', where = ''] = text.split(' ')
    const [namespace, name] = where.includes('/') ? where.split('/') : [undefined, where]
    const metadata = { name, ...(namespace === undefined ? {} : { namespace }) }
    const version = kind === 'Namespace' ? 'v1' : 'apps/v1'
    estate.add(makeResource(version, kind, { metadata }, { file: 'a.yaml', document: 0, prefix: [] }))
  }
  const anchor = clusterAnchor(estate)
  return anchor === null ? null : `${anchor.kind} ${anchor.name}`
}

test('a whole cluster holds the namespace kube-system, or what runs in it everywhere', () => {
  assert.equal(anchorOf('Namespace shop', 'Namespace kube-system'), 'Namespace kube-system')
  assert.equal(anchorOf('DaemonSet kube-system/kube-proxy', 'Deployment kube-system/coredns'), 'DaemonSet kube-proxy')
})

test('manifests that put something into kube-system are no whole cluster', () => {
  assert.equal(anchorOf('Namespace shop', 'Deployment kube-system/cluster-autoscaler'), null)
  assert.equal(anchorOf('Deployment kube-system/coredns'), null)
  assert.equal(anchorOf('DaemonSet kube-system/kube-proxy'), null)
  assert.equal(anchorOf('DaemonSet shop/kube-proxy', 'Deployment shop/coredns'), null)
})
