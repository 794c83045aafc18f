import { data, type KnownImage, named, numeric, onGitHub, root } from '../known-image.ts'

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
      writable: [redis7, redisEntrypoint],
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
