import type { WritableFolder } from '../facts.ts'
import { type KnownImage, numeric, onGitHub, scratch } from '../known-image.ts'

/** A controller of Flux by its name, and the commit of its manifest that was read. */
function controller(
  name: string,
  commit: string,
  ports: readonly number[],
  writable: readonly WritableFolder[] = []
): KnownImage {
  const manifest = onGitHub(`fluxcd/${name}`, commit, 'config/manager/deployment.yaml')
  return {
    repositories: [`ghcr.io/fluxcd/${name}`, `docker.io/fluxcd/${name}`],
    writable: [scratch('/tmp', 'temporary files'), ...writable],
    asUser: [],
    ports,
    sources: { writable: [manifest], capabilities: [manifest], ports: [manifest] }
  }
}

const kustomizeManifest = onGitHub(
  'fluxcd/kustomize-controller',
  '149ad14ead5156cd4496c3c5d436f7cc1edd52b0',
  'config/manager/deployment.yaml'
)
const kustomize = controller('kustomize-controller', '149ad14ead5156cd4496c3c5d436f7cc1edd52b0', [8080, 9440])

/** The controllers of Flux, as their own manifests run them. */
export const flux: readonly KnownImage[] = [
  controller(
    'source-controller',
    '21af88fbea2c4746574291b057a967e5f74d2383',
    [8080, 9090, 9440],
    [scratch('/data', 'artifacts, fetched again when they are lost')]
  ),
  { ...kustomize, runAs: numeric(65_534), sources: { ...kustomize.sources, user: [kustomizeManifest] } },
  controller('helm-controller', '29d6035f933124957d017e1ddc012a63c65ff18c', [8080]),
  controller('notification-controller', '0aca59e5ed9a0b88370612a50ccfea37bf589ad5', [8080, 9090, 9292, 9440])
]
