import { type KnownImage, onGitHub, root } from '../known-image.ts'

const busybox = onGitHub(
  'docker-library/busybox',
  '080eda6dbd39449a3e862049285da9195eff3e2a',
  'latest/glibc/amd64/image-config.json'
)
const alpine = onGitHub('alpinelinux/docker-alpine', '00d3407329e4c65f237cc1e325a4ab0cb4974df4', 'aarch64/Dockerfile')

/** Systems on which others build: what they run is up to the workload, so that only their user is known. */
export const baseSystems: readonly KnownImage[] = [
  { repositories: ['docker.io/library/busybox'], copies: ['busybox'], declares: root, sources: { user: [busybox] } },
  {
    repositories: ['docker.io/library/alpine', 'docker.io/alpinelinux/alpine'],
    copies: ['alpine'],
    declares: root,
    sources: { user: [alpine] }
  }
]
