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
  }
]
