import { type ImageReference, parseImageReference } from '../../estate/image-reference.ts'
import type { KnownImage } from './known-image.ts'

/** A known image that a reference means, and how surely. */
export interface Origin {
  readonly known: KnownImage
  readonly certainty: 'same' | 'name'
}

/** Where images of many vendors live: of two with the same last part, neither says anything about the other. */
const publicRegistries: ReadonlySet<string> = new Set([
  'cgr.dev',
  'docker.elastic.co',
  'docker.io',
  'gcr.io',
  'ghcr.io',
  'k8s.gcr.io',
  'mcr.microsoft.com',
  'nvcr.io',
  'public.ecr.aws',
  'quay.io',
  'registry.access.redhat.com',
  'registry.connect.redhat.com',
  'registry.gitlab.com',
  'registry.k8s.io',
  'registry.redhat.io'
])

/** Vendors whose images share names with others: a copy that keeps the vendor's path is of the vendor or not known. */
const vendors: ReadonlySet<string> = new Set([
  'bitnami',
  'bitnamilegacy',
  'bitnamisecure',
  'chainguard',
  'dhi',
  'rapidfort',
  'rhel7',
  'rhel8',
  'rhel9',
  'ubi7',
  'ubi8',
  'ubi9',
  'wolfi'
])

/** The tags that Bitnami gives, which its copies keep: `1.25.3-debian-11-r4`. */
const bitnamiTag = /-(?:debian|photon)-\d+-r\d+$/

/** The images of a table by repository, and by the last part of copies. */
export interface KnownIndex {
  readonly byRepository: ReadonlyMap<string, KnownImage>
  readonly byName: ReadonlyMap<string, KnownImage>
}

export function indexOf(images: readonly KnownImage[]): KnownIndex {
  return {
    byRepository: new Map(images.flatMap((image) => image.repositories.map((name) => [name, image] as const))),
    byName: new Map(images.flatMap((image) => (image.copies ?? []).map((name) => [name, image] as const)))
  }
}

/**
 * The known image that a reference means: the repository itself; a mirror, whose path ends with that of the image, with its
 * registry or with `library/`; or a copy in a registry of one's own. Null where there is none, and where an image only has
 * the name of a known one but comes from another vendor.
 */
export function originOf(reference: ImageReference, index: KnownIndex): Origin | null {
  const { registry, repository, tag, digest } = reference
  const own = home(registry, repository, index) ?? mirroredPath(repository, index)
  // Where facts differ from version to version, a digest alone does not say which hold.
  const isDated = tag !== null || digest === null
  if (own !== undefined) return { known: own, certainty: isDated || own.variants === undefined ? 'same' : 'name' }
  const copy = publicRegistries.has(registry) ? undefined : copyOf(repository, tag, index)
  return copy === undefined ? null : { known: copy, certainty: 'name' }
}

function home(registry: string, repository: string, { byRepository }: KnownIndex): KnownImage | undefined {
  return byRepository.get(`${registry}/${repository}`) ?? byRepository.get(canonical(registry, repository))
}

/** What a mirror's path ends with: a reference with its registry, or an official image of Docker Hub. */
function mirroredPath(repository: string, index: KnownIndex): KnownImage | undefined {
  for (const path of endings(repository)) {
    const reference = parseImageReference(path)
    const hasHost = reference !== null && path.startsWith(`${reference.registry}/`)
    const isOfficial = path.startsWith('library/')
    if (!hasHost && !isOfficial) continue
    const known = reference === null ? undefined : home(reference.registry, reference.repository, index)
    if (known !== undefined) return known
  }
  return undefined
}

/** By a vendor's path on Docker Hub, or by the last part alone where nothing points to another vendor. */
function copyOf(repository: string, tag: string | null, { byRepository, byName }: KnownIndex): KnownImage | undefined {
  const paths = endings(repository)
  const name = paths.at(-1) ?? ''
  for (const path of paths.slice(0, -1)) {
    const known = byRepository.get(`docker.io/${path}`)
    if (known !== undefined) return known
  }
  if (bitnamiTag.test(tag ?? '')) return byRepository.get(`docker.io/bitnami/${name}`)
  if (repository.split('/').some((part) => vendors.has(part))) return undefined
  return byName.get(name) ?? byName.get(name.replace(/\d+(?:\.\d+)+$/, '*'))
}

/** `a/b/c`, `b/c` and `c` of `a/b/c`. */
function endings(repository: string): readonly string[] {
  const parts = repository.split('/')
  return parts.map((_, index) => parts.slice(index).join('/'))
}

/** The home of an image in a registry that is known to mirror or to have replaced another. */
function canonical(registry: string, repository: string): string {
  if (registry === 'mirror.gcr.io') return `docker.io/${repository}`
  if (registry === 'public.ecr.aws') return `docker.io/${repository.replace(/^docker\//, '')}`
  if (registry === 'k8s.gcr.io') return `registry.k8s.io/${repository}`
  const old = /^google[_-]containers\/(.+)$/.exec(repository)
  if (registry === 'gcr.io' && old !== null) return `registry.k8s.io/${old[1]}`
  const bitnami = /^bitnami(?:legacy|secure)\/(.+)$/.exec(repository)
  return registry === 'docker.io' && bitnami !== null ? `docker.io/bitnami/${bitnami[1]}` : ''
}
