import { data, type KnownImage, named, numeric, onGitHub, root, scratch } from '../known-image.ts'
import { stepDown } from './step-down.ts'
import { distrolessUsers } from './system-users.ts'

const mongoDockerfile = onGitHub('docker-library/mongo', '005cf5957292a46cdada392a610687e56d04b225', '7.0/Dockerfile')
const mongoEntrypoint = onGitHub(
  'docker-library/mongo',
  'c94b70a081cea77e2364908fbf994c4b7a3cc5a5',
  '7.0/docker-entrypoint.sh'
)
const mongoExpress = onGitHub(
  'mongo-express/mongo-express-docker',
  '04f3e868b81877561a8a0a2046575d16908c9c3c',
  '1.0/20-alpine3.18/Dockerfile'
)
const couchdb = onGitHub('apache/couchdb-docker', '15b45b2d70c9d0cb712c023d62b38bd31a599e5b', '3.3.3/Dockerfile')
const cassandra = onGitHub('docker-library/cassandra', '1737da9eb0a7ba2e691778355730816f9fa7bad9', '4.1/Dockerfile')
const cassandraEntrypoint = onGitHub(
  'docker-library/cassandra',
  '0ef7e0ff8f4664fd933bf9bc82c56fa6a1eb5a65',
  '4.0/docker-entrypoint.sh'
)
const neo4j = onGitHub(
  'neo4j/docker-neo4j',
  '0eae37d101741bcafe258a15c1d09a6fda8e2e4b',
  'docker-image-src/5/coredb/Dockerfile-debian'
)
const elasticsearch = onGitHub(
  'elastic/elasticsearch',
  '000e018384d27f0811b9845152f89802ead3cdad',
  'distribution/docker/src/docker/Dockerfile'
)
const influxdb = onGitHub(
  'influxdata/influxdata-docker',
  '046b771067f49927d5434889a0f128b5989681b6',
  'influxdb/2.7/Dockerfile'
)
const influxdbEntrypoint = onGitHub(
  'influxdata/influxdata-docker',
  '04f0dfa265a03642ca8f7076f0a507ebc86d2e91',
  'influxdb/2.7/entrypoint.sh'
)
const etcd = onGitHub('etcd-io/etcd', '1293f5d4b7ba94918e60d07e0b61cec2b35bb7c2', 'Dockerfile-release.amd64')

export const documentStores: readonly KnownImage[] = [
  {
    repositories: ['docker.io/library/mongo'],
    copies: ['mongo'],
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
    ports: [27_017],
    sources: {
      user: [mongoDockerfile, mongoEntrypoint],
      writable: [mongoDockerfile, mongoEntrypoint],
      capabilities: [mongoEntrypoint],
      ports: [mongoDockerfile]
    }
  },
  {
    repositories: ['docker.io/library/mongo-express'],
    copies: ['mongo-express'],
    declares: root,
    ports: [8081],
    sources: { user: [mongoExpress], ports: [mongoExpress] }
  },
  {
    repositories: ['docker.io/library/couchdb', 'docker.io/apache/couchdb'],
    copies: ['couchdb'],
    declares: root,
    runAs: numeric(5984),
    writable: [
      data('/opt/couchdb/data', 'the databases'),
      scratch('/opt/couchdb/etc/local.d', 'the password of the administrator and other settings of the environment')
    ],
    writesMore: true,
    ports: [4369, 5984, 9100],
    sources: { user: [couchdb], writable: [couchdb], ports: [couchdb] }
  },
  {
    repositories: ['docker.io/library/cassandra'],
    copies: ['cassandra'],
    declares: root,
    drops: { to: named('cassandra', 999), by: 'gosu', programs: ['cassandra'] },
    runAs: numeric(999),
    writable: [
      data('/var/lib/cassandra', 'the tables and the commit log'),
      scratch('/var/log/cassandra', 'logs'),
      scratch('/tmp', 'copies of the configuration while it is changed'),
      scratch('/etc/cassandra', 'the configuration, in which the entrypoint writes addresses', {
        hides: 'the configuration that it changes'
      })
    ],
    asRoot: ['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID'],
    asUser: [],
    ports: [7000, 7001, 7199, 9042, 9160],
    sources: {
      user: [cassandra, cassandraEntrypoint],
      writable: [cassandra, cassandraEntrypoint],
      capabilities: [cassandraEntrypoint],
      ports: [cassandra]
    }
  },
  {
    repositories: ['docker.io/library/neo4j'],
    copies: ['neo4j'],
    declares: root,
    drops: { to: named('neo4j', 7474), by: 'su-exec', programs: ['neo4j'] },
    runAs: numeric(7474),
    writable: [data('/data', 'the graphs'), scratch('/logs', 'logs')],
    writesMore: true,
    ports: [7473, 7474, 7687],
    sources: { user: [neo4j], writable: [neo4j], ports: [neo4j] }
  },
  {
    repositories: ['docker.elastic.co/elasticsearch/elasticsearch', 'docker.io/library/elasticsearch'],
    copies: ['elasticsearch'],
    declares: named('elasticsearch', 1000, 0),
    runAs: numeric(1000, 0),
    writable: [data('/usr/share/elasticsearch/data', 'the indexes')],
    writesMore: true,
    asUser: [],
    ports: [9200, 9300],
    sources: {
      user: [elasticsearch],
      writable: [elasticsearch],
      capabilities: [elasticsearch],
      ports: [elasticsearch]
    }
  },
  {
    repositories: ['docker.io/library/influxdb'],
    copies: ['influxdb'],
    declares: root,
    sources: { user: [influxdb] },
    // 1.x is another program with other folders, and what is known of it is that it starts as root.
    variants: [
      {
        tags: { from: '2', below: '3' },
        drops: { to: named('influxdb', 1000), by: 'gosu', programs: ['influxd', 'run'] },
        runAs: numeric(1000),
        writable: [
          data('/var/lib/influxdb2', 'the series and the settings of the server'),
          data('/etc/influxdb2', 'connections of the command line and the configuration'),
          scratch('/tmp', 'the configuration for the first start')
        ],
        asRoot: ['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID'],
        asUser: [],
        ports: [8086],
        sources: {
          user: [influxdb, influxdbEntrypoint],
          writable: [influxdb, influxdbEntrypoint],
          capabilities: [influxdbEntrypoint],
          ports: [influxdb]
        }
      }
    ]
  },
  {
    repositories: ['quay.io/coreos/etcd', 'gcr.io/etcd-development/etcd', 'registry.k8s.io/etcd'],
    copies: ['etcd'],
    declares: root,
    writable: [data('/var/lib/etcd', 'the keys', { when: 'no other folder is given with --data-dir' })],
    writesMore: true,
    ports: [2379, 2380],
    sources: { user: [etcd, distrolessUsers], writable: [etcd], ports: [etcd] }
  }
]
