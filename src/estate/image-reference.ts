/** An image reference in full, with the defaults of container runtimes filled in. */
export interface ImageReference {
  /** Host, with its port where one is named: `docker.io` where the reference names none. */
  readonly registry: string
  /** Path within the registry: `library/nginx` for `nginx`. */
  readonly repository: string
  readonly tag: string | null
  /** Such as `sha256:…`. */
  readonly digest: string | null
}

const hubHosts: ReadonlySet<string> = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io'])

/**
 * Takes an image reference apart as container runtimes do (github.com/distribution/reference): what stands before the
 * first slash is a host where it has a dot or a colon, is `localhost`, or has an upper-case letter. Null where it is no
 * reference, such as a template's placeholder.
 */
export function parseImageReference(text: string): ImageReference | null {
  const at = text.indexOf('@')
  const digest = at === -1 ? null : text.slice(at + 1)
  if (digest !== null && !/^[A-Za-z][\w.+-]*:[0-9A-Fa-f]{32,}$/.test(digest)) return null
  const named = at === -1 ? text : text.slice(0, at)
  const colon = named.lastIndexOf(':')
  const tagged = colon > named.lastIndexOf('/')
  const tag = tagged ? named.slice(colon + 1) : null
  if (tag !== null && !/^\w[\w.-]{0,127}$/.test(tag)) return null
  const name = tagged ? named.slice(0, colon) : named
  const slash = name.indexOf('/')
  const first = slash === -1 ? '' : name.slice(0, slash)
  const isHost = /[.:A-Z]/.test(first) || first === 'localhost'
  if (isHost && !/^(?:\[[0-9a-fA-F:.]+\]|[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?::\d+)?$/.test(first)) return null
  const registry = isHost ? first.toLowerCase() : 'docker.io'
  const path = isHost ? name.slice(slash + 1) : name
  if (!/^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/.test(path)) return null
  if (!hubHosts.has(registry)) return { registry, repository: path, tag, digest }
  return { registry: 'docker.io', repository: path.includes('/') ? path : `library/${path}`, tag, digest }
}

/**
 * A test for images from places that the user trusts: a registry, or a repository with all below it. `*` stands for any
 * characters but a slash. A place without a host is one of `docker.io`, as in a reference.
 */
export function trustedImages(places: readonly string[]): (image: ImageReference) => boolean {
  const patterns = places.map(placePattern)
  return ({ registry, repository }) => {
    const full = `${registry}/${repository}/`
    return patterns.some((pattern) => pattern.test(full))
  }
}

function placePattern(place: string): RegExp {
  const trimmed = place.replace(/^https?:\/\//, '').replace(/\/+$/, '')
  const slash = trimmed.indexOf('/')
  const host = slash === -1 ? trimmed : trimmed.slice(0, slash)
  const isHost = /[.:*A-Z]/.test(host) || host === 'localhost'
  const registry = hubHosts.has(host) ? 'docker.io' : host.toLowerCase()
  const path = slash === -1 ? '' : trimmed.slice(slash)
  const full = isHost ? `${registry}${path}` : `docker.io/${trimmed}`
  const source = full
    .split('*')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]*')
  // Several stars in a row are one: each more would only cost time.
  return new RegExp(`^${source.replaceAll(/(?:\[\^\/\]\*)+/g, '[^/]*')}/`)
}
