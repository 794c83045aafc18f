import { data, type KnownImage, manifest, named, numeric, onGitHub, root, scratch } from '../known-image.ts'

const argocd = onGitHub('argoproj/argo-cd', '001b95b1f61da94e81dddb28072b8fd09f442b78', 'Dockerfile')
const argocdRepoServer = manifest('argoproj/argo-cd', 'manifests/base/repo-server/argocd-repo-server-deployment.yaml')
const argocdServer = manifest('argoproj/argo-cd', 'manifests/base/server/argocd-server-deployment.yaml')
const jenkins = onGitHub(
  'jenkinsci/docker',
  '0556428af89dc2c560031d8e2d4e8082f9f3479f',
  'debian/bookworm/hotspot/Dockerfile'
)
const gitea = onGitHub('go-gitea/gitea', '03173b39ec924c76181370dd3c0dee3e75f6333a', 'Dockerfile')
const giteaRootless = onGitHub('go-gitea/gitea', '023ef493211f44ec0d93485e677a7ca5330f2e0c', 'Dockerfile.rootless')
const nexus = onGitHub('sonatype/docker-nexus3', '0269d50a4f546cedbbe9ced794be566a391af11e', 'Dockerfile')
const sonarqube = onGitHub(
  'SonarSource/docker-sonarqube',
  '12d0aa6fcf340355e7bc73d9cb5228a4dd407ecb',
  '10/community/Dockerfile'
)
const registry = onGitHub(
  'distribution/distribution-library-image',
  '057436d4dd745cfb1f913e0fdae56e304bcb160c',
  'Dockerfile'
)
const gitSync = onGitHub('kubernetes/git-sync', '00d32b9c4bcdb77b5f26141cd78fa6db779a28da', 'Dockerfile.in')
const minio = onGitHub('minio/minio', '0031b1205fe3af70a9d80465736fae5ed0ac9003', 'Dockerfile.release')

export const delivery: readonly KnownImage[] = [
  {
    repositories: ['quay.io/argoproj/argocd'],
    copies: ['argocd'],
    declares: numeric(999, null),
    runAs: numeric(999),
    writable: [
      scratch('/tmp', 'checked-out repositories and sockets'),
      scratch('/home/argocd', 'caches of Helm and Kustomize'),
      scratch('/app/config/gpg/keys', 'the key ring of Git signatures'),
      scratch('/helm-working-dir', 'charts and their index', { when: 'HELM_CACHE_HOME names it' })
    ],
    asUser: [],
    sources: {
      user: [argocd],
      writable: [argocdRepoServer, argocdServer],
      capabilities: [argocdRepoServer, argocdServer]
    }
  },
  {
    repositories: ['docker.io/jenkins/jenkins'],
    copies: ['jenkins'],
    declares: named('jenkins', 1000),
    runAs: numeric(1000),
    writable: [
      data('/var/jenkins_home', 'jobs, builds, plugins and secrets'),
      scratch('/tmp', 'temporary files of Java')
    ],
    asUser: [],
    ports: [8080, 50_000],
    sources: { user: [jenkins], writable: [jenkins], capabilities: [jenkins], ports: [jenkins] }
  },
  {
    repositories: ['docker.io/gitea/gitea'],
    copies: ['gitea'],
    sources: {},
    variants: [
      {
        tags: { part: 'rootless' },
        declares: numeric(1000),
        runAs: numeric(1000),
        writable: [
          data('/var/lib/gitea', 'repositories and database'),
          data('/etc/gitea', 'the configuration, in which it writes'),
          scratch('/tmp/gitea', 'temporary files')
        ],
        asUser: [],
        ports: [2222, 3000],
        sources: {
          user: [giteaRootless],
          writable: [giteaRootless],
          capabilities: [giteaRootless],
          ports: [giteaRootless]
        }
      },
      {
        tags: {},
        declares: root,
        writable: [data('/data', 'repositories, database and configuration')],
        writesMore: true,
        alternative: 'docker.io/gitea/gitea:latest-rootless',
        sources: { user: [gitea], writable: [gitea], alternative: [giteaRootless] }
      }
    ]
  },
  {
    repositories: ['registry.k8s.io/git-sync/git-sync', 'registry.k8s.io/git-sync'],
    copies: ['git-sync'],
    runAs: numeric(65_533),
    writable: [
      scratch('/git', 'the working copy', { when: '--root names no other folder' }),
      scratch('/tmp', 'settings of Git')
    ],
    asUser: [],
    sources: { user: [gitSync], writable: [gitSync], capabilities: [gitSync] },
    variants: [{ tags: { from: '4' }, declares: numeric(65_533), sources: {} }]
  },
  {
    repositories: ['docker.io/sonatype/nexus3'],
    copies: ['nexus3'],
    declares: named('nexus', null),
    writable: [data('/nexus-data', 'repositories, database and logs')],
    writesMore: true,
    asUser: [],
    ports: [8081],
    sources: { user: [nexus], writable: [nexus], capabilities: [nexus], ports: [nexus] }
  },
  {
    repositories: ['docker.io/library/sonarqube'],
    copies: ['sonarqube'],
    declares: named('sonarqube', 1000, 0),
    runAs: numeric(1000, 0),
    writable: [
      data('/opt/sonarqube/data', 'indexes, and the database where none is configured'),
      data('/opt/sonarqube/extensions', 'plugins'),
      scratch('/opt/sonarqube/logs', 'logs'),
      scratch('/opt/sonarqube/temp', 'temporary files'),
      scratch('/tmp', 'temporary files of Java')
    ],
    asUser: [],
    ports: [9000],
    sources: { user: [sonarqube], writable: [sonarqube], capabilities: [sonarqube], ports: [sonarqube] }
  },
  {
    repositories: ['docker.io/library/registry', 'ghcr.io/distribution/distribution'],
    copies: ['registry'],
    declares: root,
    writable: [data('/var/lib/registry', 'images')],
    writesMore: true,
    ports: [5000],
    sources: { user: [registry], writable: [registry], ports: [registry] }
  },
  {
    repositories: ['docker.io/minio/minio', 'quay.io/minio/minio'],
    copies: ['minio'],
    declares: root,
    writable: [data('/data', 'objects', { when: 'the command names it' })],
    writesMore: true,
    ports: [9000],
    sources: { user: [minio], writable: [minio], ports: [minio] }
  }
]
