import { data, type KnownImage, manifest, named, numeric, onGitHub, root, scratch } from '../known-image.ts'

const keycloak = onGitHub(
  'keycloak/keycloak',
  '0463815bc93acbe22cf0b347af7cbd11e5a56d65',
  'quarkus/container/Dockerfile'
)
const dex = onGitHub('dexidp/dex', '0046081736d8319970fc4241367c1e300e435f65', 'Dockerfile')
const dexInCluster = manifest('argoproj/argo-cd', 'manifests/base/dex/argocd-dex-server-deployment.yaml')
const vault = onGitHub('hashicorp/vault', '024c09b6651c8f1f568915ad01411862af89aaca', 'Dockerfile')
const vaultEntrypoint = onGitHub(
  'hashicorp/vault',
  '1d04c5e2762f15a2d53e19836208adfb038abc14',
  '.release/docker/docker-entrypoint.sh'
)
const consul = onGitHub('hashicorp/consul', '03658a093a6e785221f04380a4d86f87e9c0792a', 'Dockerfile')

export const identity: readonly KnownImage[] = [
  {
    repositories: ['quay.io/keycloak/keycloak', 'docker.io/keycloak/keycloak'],
    copies: ['keycloak'],
    declares: numeric(1000, 0),
    runAs: numeric(1000, 0),
    writable: [data('/opt/keycloak/data', 'the database, where none is configured')],
    writesMore: true,
    asUser: [],
    ports: [8080, 8443],
    sources: { user: [keycloak], writable: [keycloak], capabilities: [keycloak], ports: [keycloak] }
  },
  {
    repositories: ['ghcr.io/dexidp/dex', 'docker.io/dexidp/dex', 'quay.io/dexidp/dex'],
    copies: ['dex'],
    declares: named('dex', 1001),
    runAs: numeric(1001),
    writable: [
      scratch('/tmp', 'the configuration with its placeholders filled'),
      data('/var/dex', 'the database', { when: 'the configuration keeps it in a file' })
    ],
    asUser: [],
    ports: [5556, 5557, 5558],
    sources: { user: [dex], writable: [dex, dexInCluster], capabilities: [dexInCluster], ports: [dexInCluster] }
  },
  {
    repositories: ['docker.io/hashicorp/vault', 'docker.io/library/vault'],
    copies: ['vault'],
    declares: root,
    drops: { to: named('vault', null), by: 'su-exec', programs: ['vault', 'server', 'agent'] },
    writable: [
      data('/vault/file', 'secrets, where they are kept in files'),
      data('/vault/logs', 'the audit log, where it is kept in files'),
      scratch('/vault/config', 'settings of the environment', { when: 'VAULT_LOCAL_CONFIG is set' })
    ],
    writesMore: true,
    asRoot: ['CHOWN', 'IPC_LOCK', 'SETFCAP', 'SETGID', 'SETUID'],
    ports: [8200],
    sources: {
      user: [vault, vaultEntrypoint],
      writable: [vault, vaultEntrypoint],
      capabilities: [vaultEntrypoint],
      ports: [vault]
    }
  },
  {
    repositories: ['docker.io/hashicorp/consul', 'docker.io/library/consul'],
    copies: ['consul'],
    declares: root,
    drops: { to: named('consul', null), by: 'su-exec', programs: ['consul', 'agent'] },
    writable: [data('/consul/data', 'the state of the cluster')],
    writesMore: true,
    ports: [8300, 8301, 8302, 8500, 8600],
    sources: { user: [consul], writable: [consul], ports: [consul] },
    variants: [
      {
        tags: { part: 'ubi' },
        declares: numeric(100, null),
        drops: null,
        runAs: numeric(100, null),
        sources: {}
      }
    ]
  }
]
