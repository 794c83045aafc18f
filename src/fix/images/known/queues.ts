import { data, type KnownImage, named, numeric, onGitHub, root, scratch } from '../known-image.ts'

const rabbitmqDockerfile = onGitHub(
  'docker-library/rabbitmq',
  '00309be9729cd54aa525c35ac924fa026ee5e8a2',
  '4.1/ubuntu/Dockerfile'
)
const rabbitmqAlpine = onGitHub(
  'docker-library/rabbitmq',
  '00309be9729cd54aa525c35ac924fa026ee5e8a2',
  '4.1/alpine/Dockerfile'
)
const rabbitmqEntrypoint = onGitHub(
  'docker-library/rabbitmq',
  'bc5750b451ed3819d94c92085cfcb16a65d879f3',
  '4.1/ubuntu/docker-entrypoint.sh'
)

const zookeeper = onGitHub('31z4/zookeeper-docker', 'ec1050affd761a7886c1f1f5d18165c19d3143e8', '3.9.2/Dockerfile')
const zookeeperEntrypoint = onGitHub(
  '31z4/zookeeper-docker',
  '6b9a9a2c1b8d1549265a0398b6daf17948910e55',
  '3.7.0/docker-entrypoint.sh'
)
const kafka = onGitHub('apache/kafka', '120d52df7d4a1e7eaf90e4e069b9c49c27e3d0de', 'docker/jvm/Dockerfile')
const confluentKafka = onGitHub(
  'confluentinc/kafka-images',
  '019ccde3417066e241e6426c62a5ee9880234f3d',
  'kafka/Dockerfile.ubi8'
)
const nats = onGitHub('nats-io/nats-docker', '0a4bd1f99ee16f72afc60c1147f9e8be93f0e0d6', '2.10.x/alpine3.20/Dockerfile')
const mailhog = onGitHub('mailhog/MailHog', '01ce555a236440434fac142892dc2895b0a257fd', 'Dockerfile')

export const queues: readonly KnownImage[] = [
  {
    repositories: ['docker.io/library/rabbitmq'],
    copies: ['rabbitmq'],
    declares: root,
    drops: { to: named('rabbitmq', 999), by: 'gosu', programs: ['rabbitmq*'] },
    runAs: numeric(999),
    writable: [
      data('/var/lib/rabbitmq', 'messages, definitions and the cookie of the cluster'),
      scratch('/var/log/rabbitmq', 'logs, where the configuration sends them to files'),
      scratch('/etc/rabbitmq', 'the list of plugins', {
        hides: 'the default configuration and the enabled plugins',
        when: 'plugins are enabled while it runs'
      })
    ],
    asRoot: ['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID'],
    asUser: [],
    ports: [4369, 5671, 5672, 15691, 15692, 25672],
    sources: {
      user: [rabbitmqDockerfile, rabbitmqEntrypoint],
      writable: [rabbitmqDockerfile],
      capabilities: [rabbitmqEntrypoint],
      ports: [rabbitmqDockerfile]
    },
    variants: [
      {
        tags: { part: 'alpine' },
        drops: { to: named('rabbitmq', 100, 101), by: 'su-exec', programs: ['rabbitmq*'] },
        runAs: numeric(100, 101),
        sources: { user: [rabbitmqAlpine, rabbitmqEntrypoint] }
      }
    ]
  },
  {
    repositories: ['docker.io/library/zookeeper'],
    copies: ['zookeeper'],
    declares: root,
    drops: { to: named('zookeeper', 1000), by: 'gosu', programs: ['zkServer.sh'] },
    runAs: numeric(1000),
    writable: [
      data('/data', 'the tree and the number of the server'),
      data('/datalog', 'the transaction log'),
      scratch('/logs', 'logs'),
      scratch('/conf', 'zoo.cfg, made of the environment', {
        hides: 'the configuration of logging',
        when: 'no zoo.cfg is mounted'
      })
    ],
    asRoot: ['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID'],
    asUser: [],
    ports: [2181, 2888, 3888, 8080],
    sources: {
      user: [zookeeper, zookeeperEntrypoint],
      writable: [zookeeper, zookeeperEntrypoint],
      capabilities: [zookeeperEntrypoint],
      ports: [zookeeper]
    }
  },
  {
    repositories: ['docker.io/apache/kafka'],
    copies: ['kafka'],
    declares: named('appuser', null),
    writable: [
      data('/var/lib/kafka/data', 'topics', { when: 'log.dirs names it' }),
      scratch('/mnt/shared/config', 'the configuration', { when: 'it is mounted there' })
    ],
    writesMore: true,
    asUser: [],
    ports: [9092],
    sources: { user: [kafka], writable: [kafka], capabilities: [kafka], ports: [kafka] }
  },
  {
    repositories: ['docker.io/confluentinc/cp-kafka'],
    copies: ['cp-kafka'],
    declares: named('appuser', null),
    writable: [
      data('/var/lib/kafka/data', 'topics'),
      scratch('/etc/kafka', 'the configuration, made of the environment', { hides: 'the configuration of its tools' })
    ],
    writesMore: true,
    asUser: [],
    ports: [9092],
    sources: {
      user: [confluentKafka],
      writable: [confluentKafka],
      capabilities: [confluentKafka],
      ports: [confluentKafka]
    }
  },
  {
    repositories: ['docker.io/library/nats'],
    copies: ['nats'],
    declares: root,
    ports: [4222, 6222, 8222],
    sources: { user: [nats], ports: [nats] }
  },
  {
    repositories: ['docker.io/mailhog/mailhog'],
    copies: ['mailhog'],
    declares: named('mailhog', 1000),
    runAs: numeric(1000),
    asUser: [],
    ports: [1025, 8025],
    sources: { user: [mailhog], capabilities: [mailhog], ports: [mailhog] }
  }
]
