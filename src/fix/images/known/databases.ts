import { data, type KnownImage, named, numeric, onGitHub, root, scratch } from '../known-image.ts'

/** What an entrypoint needs as root to make a folder of data its user's and then become that user. */
const stepDown = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID']

const postgresDockerfile = onGitHub(
  'docker-library/postgres',
  '03e18d66ddd00497a6a7f8365747fb31386ccba6',
  '15/bookworm/Dockerfile'
)
const postgresEntrypoint = onGitHub(
  'docker-library/postgres',
  'c86568af4a6861cb30b8f1b736b0868a3129bdd6',
  '15/bookworm/docker-entrypoint.sh'
)
const postgresAlpine = onGitHub(
  'docker-library/postgres',
  '13c3f7a50f1f98c1a1dc4567b9d5ee2c2891a6ca',
  '15/alpine/Dockerfile'
)
const postgresDocs = onGitHub('docker-library/docs', '004549907adefe11e26343bb844ce54c037b3c2d', 'postgres/README.md')

const postgresSocket = scratch('/var/run/postgresql', 'socket and its lock')
const postgresTemporary = scratch('/tmp', 'list of users while the database is made', {
  when: 'it runs as a user that the image does not know'
})
const postgresData = (path: string) => data(path, 'the databases')
const postgresOnAlpine = {
  drops: { to: named('postgres', 70), by: 'su-exec', programs: ['postgres'] },
  runAs: numeric(70)
} as const

const mysqlDockerfile = onGitHub(
  'docker-library/mysql',
  '3447d2db9bc3084a226381b97ea852f8f9d96406',
  '8.4/Dockerfile.oracle'
)
const mysqlEntrypoint = onGitHub(
  'docker-library/mysql',
  '06118821c80d79b251254736b06670828b63b6aa',
  '8.4/docker-entrypoint.sh'
)

const mongoDockerfile = onGitHub('docker-library/mongo', '005cf5957292a46cdada392a610687e56d04b225', '7.0/Dockerfile')
const mongoEntrypoint = onGitHub(
  'docker-library/mongo',
  'c94b70a081cea77e2364908fbf994c4b7a3cc5a5',
  '7.0/docker-entrypoint.sh'
)

export const databases: readonly KnownImage[] = [
  {
    repositories: ['docker.io/library/postgres'],
    copies: ['postgres', 'postgresql'],
    declares: root,
    drops: { to: named('postgres', 999), by: 'gosu', programs: ['postgres'] },
    runAs: numeric(999),
    runAsNeeds:
      'a folder of data that belongs to this user: in a new volume it has to be a folder below the mount (PGDATA), since the user cannot change the mount itself',
    writable: [postgresData('/var/lib/postgresql'), postgresSocket, postgresTemporary],
    asRoot: stepDown,
    asUser: [],
    ports: [5432],
    sources: {
      user: [postgresDockerfile, postgresEntrypoint, postgresDocs],
      writable: [postgresDockerfile, postgresEntrypoint, postgresDocs],
      capabilities: [postgresEntrypoint],
      ports: [postgresDockerfile]
    },
    variants: [
      {
        tags: { below: '18', part: 'alpine' },
        ...postgresOnAlpine,
        writable: [postgresData('/var/lib/postgresql/data'), postgresSocket, postgresTemporary],
        sources: { user: [postgresAlpine, postgresDocs] }
      },
      {
        tags: { below: '18' },
        writable: [postgresData('/var/lib/postgresql/data'), postgresSocket, postgresTemporary],
        sources: {}
      },
      { tags: { part: 'alpine' }, ...postgresOnAlpine, sources: { user: [postgresAlpine, postgresDocs] } }
    ]
  },
  {
    repositories: ['docker.io/library/mysql'],
    copies: ['mysql'],
    declares: root,
    drops: { to: named('mysql', 999), by: 'gosu', programs: ['mysqld'] },
    runAs: numeric(999),
    writable: [
      data('/var/lib/mysql', 'the databases'),
      scratch('/var/run/mysqld', 'socket, pid file and locks'),
      scratch('/tmp', 'temporary tables and files')
    ],
    asRoot: stepDown,
    asUser: [],
    ports: [3306, 33060],
    sources: {
      user: [mysqlDockerfile, mysqlEntrypoint],
      writable: [mysqlDockerfile, mysqlEntrypoint],
      capabilities: [mysqlEntrypoint],
      ports: [mysqlDockerfile]
    }
  },
  {
    repositories: ['docker.io/library/mongo'],
    copies: ['mongo', 'mongodb'],
    declares: root,
    drops: { to: named('mongodb', 999), by: 'gosu', programs: ['mongo*'] },
    runAs: numeric(999),
    writable: [
      data('/data/db', 'the databases, and the home of the shell'),
      data('/data/configdb', 'the databases of a config server'),
      scratch('/tmp', 'the configuration as the entrypoint reads it, pid file while the database is made')
    ],
    asRoot: stepDown,
    asUser: [],
    ports: [27017],
    sources: {
      user: [mongoDockerfile, mongoEntrypoint],
      writable: [mongoDockerfile, mongoEntrypoint],
      capabilities: [mongoEntrypoint],
      ports: [mongoDockerfile]
    }
  }
]
