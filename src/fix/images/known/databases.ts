import { data, type KnownImage, named, numeric, onGitHub, root, scratch } from '../known-image.ts'
import { stepDown } from './step-down.ts'

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

const postgresNeeds =
  'a folder of data that belongs to this user: in a new volume it has to be a folder below the mount (PGDATA), since the user cannot change the mount itself'
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

const mariadb = onGitHub('MariaDB/mariadb-docker', '0c710468e3fb2ccec6cdc14350ee0f1eaf668307', '11.4/Dockerfile')
const mariadbEntrypoint = onGitHub(
  'docker-library/mariadb',
  '1bc7b80fbec9af20ea3014aa024f6ec2a7bee9ba',
  'docker-entrypoint.sh'
)
const timescaledb = onGitHub('timescale/timescaledb-docker', '00548e8ed4aaad2256ae1efc328c5c762fd55c6e', 'Dockerfile')
const cockroach = onGitHub(
  'cockroachdb/cockroach',
  '0116efa235b0dfd0e4fb375171b1e140e0cf9605',
  'build/deploy/Dockerfile'
)
const clickhouse = onGitHub(
  'ClickHouse/ClickHouse',
  '001409ce725057e78f20cef6f6f0b18d45521a3a',
  'docker/server/Dockerfile.ubuntu'
)
/** Says the number for both systems that the image is built on. */
const clickhouseUser = onGitHub(
  'ClickHouse/ClickHouse',
  '00003f70de3c68673153b37cb0e02fe65e9bb7dc',
  'docker/server/Dockerfile.alpine'
)
const clickhouseEntrypoint = onGitHub(
  'ClickHouse/ClickHouse',
  '00b7432bc3c55dc83b116bb5da0863d2a8066847',
  'docker/server/entrypoint.sh'
)

export const databases: readonly KnownImage[] = [
  {
    repositories: ['docker.io/library/postgres'],
    copies: ['postgres'],
    declares: root,
    drops: { to: named('postgres', 999), by: 'gosu', programs: ['postgres'] },
    runAs: numeric(999),
    runAsNeeds: postgresNeeds,
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
    repositories: ['docker.io/library/mariadb'],
    copies: ['mariadb'],
    declares: root,
    drops: { to: named('mysql', null), by: 'gosu', programs: ['mariadbd', 'mysqld'] },
    writable: [
      data('/var/lib/mysql', 'the databases'),
      scratch('/run/mysqld', 'socket, pid file and locks'),
      scratch('/tmp', 'temporary tables and files')
    ],
    asRoot: stepDown,
    ports: [3306],
    sources: {
      user: [mariadb, mariadbEntrypoint],
      writable: [mariadb],
      capabilities: [mariadbEntrypoint],
      ports: [mariadb]
    }
  },
  {
    repositories: ['docker.io/timescale/timescaledb'],
    copies: ['timescaledb'],
    declares: root,
    ...postgresOnAlpine,
    runAsNeeds: postgresNeeds,
    writable: [postgresData('/var/lib/postgresql/data'), postgresSocket, postgresTemporary],
    asRoot: stepDown,
    asUser: [],
    ports: [5432],
    sources: {
      user: [timescaledb, postgresAlpine, postgresDocs],
      writable: [timescaledb, postgresAlpine, postgresEntrypoint],
      capabilities: [postgresEntrypoint],
      ports: [postgresAlpine]
    }
  },
  {
    repositories: ['docker.io/cockroachdb/cockroach'],
    copies: ['cockroach'],
    declares: root,
    ports: [8080, 26257],
    sources: { user: [cockroach], ports: [cockroach] }
  },
  {
    repositories: ['docker.io/clickhouse/clickhouse-server', 'docker.io/library/clickhouse'],
    copies: ['clickhouse-server', 'clickhouse'],
    declares: root,
    drops: { to: named('clickhouse', 101), by: 'own', programs: [] },
    runAs: numeric(101),
    writable: [
      data('/var/lib/clickhouse', 'the tables'),
      scratch('/var/log/clickhouse-server', 'logs'),
      scratch('/etc/clickhouse-server/users.d', 'the user that the environment names', {
        when: 'CLICKHOUSE_USER or CLICKHOUSE_PASSWORD is set'
      })
    ],
    writesMore: true,
    asRoot: ['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID'],
    ports: [8123, 9000, 9009],
    sources: {
      user: [clickhouse, clickhouseEntrypoint, clickhouseUser],
      writable: [clickhouse, clickhouseEntrypoint],
      capabilities: [clickhouseEntrypoint],
      ports: [clickhouse]
    }
  }
]
