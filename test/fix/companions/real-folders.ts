import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isClusterScoped } from '../../../src/estate/cluster-scoped.ts'
import { type Mapping, mappingAt } from '../../../src/estate/mapping.ts'
import type { Resource } from '../../../src/estate/resource.ts'
import type { Files } from '../../../src/fix/companions/companions.fixture.ts'
import { readText } from '../../../src/sources/read-text.ts'
import { writeDocuments } from '../../../src/yaml/write/write-documents.ts'

/** Folders of real manifests, and the namespace for what names none there. */
export const folders: readonly (readonly [folder: string, namespace: string])[] = [
  ['GoogleCloudPlatform+bank-of-anthos/kubernetes-manifests', 'bank'],
  ['GoogleCloudPlatform+microservices-demo/release', 'boutique'],
  ['argoproj+argo-cd/manifests/ha/namespace-install.yaml', 'argocd'],
  ['kubernetes+ingress-nginx/deploy/static/provider/cloud', 'ingress'],
  ['kubernetes+ingress-nginx/docs/examples/docker-registry', 'registry'],
  ['projectcontour+contour/examples/contour', 'contour'],
  ['prometheus-operator+kube-prometheus/manifests', 'monitoring'],
  ['rook+rook/deploy/examples', 'rook'],
  ['digitalocean+kubernetes-sample-apps', 'apps'],
  ['dapr+quickstarts', 'quickstarts'],
  ['madhuakula+kubernetes-goat/scenarios', 'goat'],
  ['kubernetes+examples/databases', 'databases'],
  ['kubernetes+examples/web/guestbook', 'guestbook'],
  ['kubernetes+autoscaler/vertical-pod-autoscaler/hack/e2e', 'autoscaler'],
  ['GoogleCloudPlatform+kubernetes-engine-samples/quickstarts', 'samples']
]

/** Files with all that can be read of a folder, in a namespace where they name none. */
export function filesIn(folder: string, namespace: string | null): Files {
  const names = folder.endsWith('.yaml') ? [''] : globSync('**/*.{yaml,yml}', { cwd: folder }).sort()
  const files: Record<string, string> = {}
  for (const name of names) {
    const { resources } = readText(name, readFileSync(join(folder, name), 'utf8'), true)
    const documents = resources
      .filter((resource) => resource.name !== null)
      .map((resource) => ({ value: placed(resource, namespace), comments: [] }))
    if (documents.length > 0) files[name] = writeDocuments(documents)
  }
  return files
}

function placed(resource: Resource, namespace: string | null): Mapping {
  const { object } = resource
  if (namespace === null || resource.namespace !== null || isClusterScoped(resource)) return object
  return { ...object, metadata: { ...mappingAt(object, 'metadata'), namespace } }
}
