import { data, type KnownImage, manifest, named, numeric, onGitHub, root, scratch } from '../known-image.ts'

const redisEntrypoint = onGitHub(
  'redis/docker-library-redis',
  '0d55be9aa67b917c2a45cadabf07518f356443b0',
  'debian/docker-entrypoint.sh'
)
const redisAlpine = onGitHub(
  'redis/docker-library-redis',
  '393ca74cc1024291a97687fbaa3f62638637215d',
  'alpine/Dockerfile'
)
const redis7 = onGitHub(
  'redis/docker-library-redis',
  '0642e8613deef6a2838814944485fd4a057b8fb4',
  '7.4/debian/Dockerfile'
)
const redis7Alpine = onGitHub(
  'redis/docker-library-redis',
  '0642e8613deef6a2838814944485fd4a057b8fb4',
  '7.4/alpine/Dockerfile'
)
const redis7Entrypoint = onGitHub(
  'redis/docker-library-redis',
  'a706f58d1eda013be586ae02817fe416aa92d6ec',
  '7.2/debian/docker-entrypoint.sh'
)
const redisInCluster = manifest('GoogleCloudPlatform/microservices-demo', 'kubernetes-manifests/cartservice.yaml')
const valkey = onGitHub(
  'valkey-io/valkey-container',
  '01966293522aeb5399521609cf673941a1ae61ef',
  '8.0/debian/Dockerfile'
)
const valkeyAlpine = onGitHub(
  'valkey-io/valkey-container',
  '01966293522aeb5399521609cf673941a1ae61ef',
  '8.0/alpine/Dockerfile'
)
const valkeyEntrypoint = onGitHub(
  'valkey-io/valkey-container',
  '2a80026d51102f32b36b249542027cb11223a7f1',
  'docker-entrypoint.sh'
)
const redisExporter = onGitHub(
  'oliver006/redis_exporter',
  '074cbf1dcb1251c1e9051ee42867663f84d81af5',
  'docker/Dockerfile'
)
const memcachedDockerfile = onGitHub(
  'docker-library/memcached',
  '0215dbaa543d98b7e54eee9162906d31fcb8677e',
  '1/debian/Dockerfile'
)
const memcachedAlpine = onGitHub(
  'docker-library/memcached',
  '0215dbaa543d98b7e54eee9162906d31fcb8677e',
  '1/alpine/Dockerfile'
)

export const caches: readonly KnownImage[] = [
  {
    repositories: ['docker.io/library/redis'],
    copies: ['redis'],
    declares: root,
    drops: { to: named('redis', 999), by: 'setpriv', programs: ['redis-server', 'redis-sentinel'] },
    runAs: numeric(999),
    writable: [data('/data', 'snapshots and the append-only file; nothing where both are switched off')],
    asRoot: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETPCAP', 'SETUID'],
    asUser: [],
    ports: [6379],
    sources: {
      user: [redisEntrypoint, redis7],
      writable: [redis7, redisEntrypoint, redisInCluster],
      capabilities: [redisEntrypoint],
      ports: [redis7]
    },
    variants: [
      {
        tags: { below: '8', part: 'alpine' },
        drops: { to: named('redis', 999, 1000), by: 'gosu', programs: ['redis-server'] },
        runAs: numeric(999, 1000),
        asRoot: ['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID'],
        sources: { user: [redis7Alpine, redis7Entrypoint], capabilities: [redis7Entrypoint] }
      },
      {
        tags: { below: '8' },
        drops: { to: named('redis', 999), by: 'gosu', programs: ['redis-server'] },
        asRoot: ['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID'],
        sources: { user: [redis7, redis7Entrypoint], capabilities: [redis7Entrypoint] }
      },
      {
        tags: { part: 'alpine' },
        drops: { to: named('redis', 999, 1000), by: 'setpriv', programs: ['redis-server', 'redis-sentinel'] },
        runAs: numeric(999, 1000),
        sources: { user: [redisAlpine, redisEntrypoint] }
      }
    ]
  },
  {
    repositories: ['docker.io/valkey/valkey'],
    copies: ['valkey'],
    declares: root,
    drops: { to: named('valkey', 999), by: 'setpriv', programs: ['valkey-server'] },
    runAs: numeric(999),
    runAsNeeds: 'a folder /data that it can write: the entrypoint refuses to start otherwise',
    writable: [
      data('/data', 'snapshots and the append-only file; nothing where both are switched off'),
      scratch('/run/valkey', 'pid file and socket', { when: 'the configuration names them there' })
    ],
    asRoot: ['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID'],
    asUser: [],
    ports: [6379],
    sources: {
      user: [valkey, valkeyEntrypoint],
      writable: [valkey],
      capabilities: [valkeyEntrypoint],
      ports: [valkey]
    },
    variants: [
      {
        tags: { part: 'alpine' },
        drops: { to: named('valkey', 999, 1000), by: 'setpriv', programs: ['valkey-server'] },
        runAs: numeric(999, 1000),
        sources: { user: [valkeyAlpine, valkeyEntrypoint] }
      }
    ]
  },
  {
    repositories: ['docker.io/oliver006/redis_exporter', 'quay.io/oliver006/redis_exporter'],
    copies: ['redis_exporter'],
    declares: numeric(59_000),
    runAs: numeric(59_000),
    writable: [],
    asUser: [],
    ports: [9121],
    sources: {
      user: [redisExporter],
      writable: [redisExporter],
      capabilities: [redisExporter],
      ports: [redisExporter]
    }
  },
  {
    repositories: ['docker.io/library/memcached'],
    copies: ['memcached'],
    declares: named('memcache', 11211),
    runAs: numeric(11211),
    writable: [],
    asUser: [],
    ports: [11211],
    sources: {
      user: [memcachedDockerfile, memcachedAlpine],
      writable: [memcachedDockerfile],
      capabilities: [memcachedDockerfile],
      ports: [memcachedDockerfile]
    }
  }
]
