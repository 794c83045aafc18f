import { type KnownImage, numeric, onGitHub, root } from '../known-image.ts'
import { distrolessUsers } from './system-users.ts'

const busybox = onGitHub(
  'docker-library/busybox',
  '080eda6dbd39449a3e862049285da9195eff3e2a',
  'latest/glibc/amd64/image-config.json'
)
const alpine = onGitHub('alpinelinux/docker-alpine', '00d3407329e4c65f237cc1e325a4ab0cb4974df4', 'aarch64/Dockerfile')
const ubuntu = onGitHub(
  'tianon/docker-brew-ubuntu-core',
  '06e3fd240a6c2783695356ba4773f1688143c600',
  'jammy/Dockerfile'
)
const distroless = onGitHub('GoogleContainerTools/distroless', '00121b687b7663d006341f499294294f4edf6ece', 'README.md')

/** The images of distroless, each for the newest Debian and for the one that its name tells. */
const distrolessKinds = [
  'static',
  'base',
  'base-nossl',
  'cc',
  'python3',
  'java-base',
  'java11',
  'java17',
  'java21',
  'nodejs18',
  'nodejs20',
  'nodejs22'
].flatMap((kind) => ['', '-debian11', '-debian12', '-debian13'].map((system) => `gcr.io/distroless/${kind}${system}`))

/** Systems on which others build: what they run is up to the workload, so that only their user is known. */
export const baseSystems: readonly KnownImage[] = [
  { repositories: ['docker.io/library/busybox'], copies: ['busybox'], declares: root, sources: { user: [busybox] } },
  {
    repositories: ['docker.io/library/alpine', 'docker.io/alpinelinux/alpine'],
    copies: ['alpine'],
    declares: root,
    sources: { user: [alpine] }
  },
  { repositories: ['docker.io/library/ubuntu'], copies: ['ubuntu'], declares: root, sources: { user: [ubuntu] } },
  {
    repositories: [
      'gcr.io/distroless/static-debian12',
      ...distrolessKinds.filter((name) => name !== 'gcr.io/distroless/static-debian12')
    ],
    declares: root,
    sources: { user: [distroless, distrolessUsers] },
    variants: [
      {
        tags: { part: 'nonroot' },
        declares: numeric(65_532),
        runAs: numeric(65_532),
        sources: { user: [distroless, distrolessUsers] }
      }
    ]
  }
]
