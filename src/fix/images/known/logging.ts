import { data, type KnownImage, named, numeric, onGitHub, root, scratch } from '../known-image.ts'
import { distrolessUsers } from './system-users.ts'

const fluentd = onGitHub(
  'fluent/fluentd-docker-image',
  '0951f049239a1e3f9dc0657633b45a1defacbd0e',
  'v1.16/debian/Dockerfile'
)
const fluentBit = onGitHub('fluent/fluent-bit', '015e1bc1b35473c7fa13333457f4090aedb654f2', 'dockerfiles/Dockerfile')
const kibana = onGitHub('elastic/helm-charts', '0093bee65ee4c5c67b29289370c134f7a376244f', 'kibana/values.yaml')
const kibanaDockerfile = onGitHub(
  'elastic/kibana',
  '00016fb3aaa3840f7740c4561805ce8c0a510d01',
  'src/dev/build/tasks/os_packages/docker_generator/templates/base/Dockerfile'
)
const logstash = onGitHub('elastic/helm-charts', '00070e0f3e94a55115816dde6d854a88cf5adc23', 'logstash/values.yaml')
const filebeat = onGitHub(
  'elastic/helm-charts',
  '00b6fc4e84e2a7114cf188a813ff846e4745d5a8',
  'filebeat/templates/daemonset.yaml'
)

export const logging: readonly KnownImage[] = [
  {
    repositories: ['docker.io/fluent/fluentd'],
    copies: ['fluentd'],
    declares: named('fluent', null),
    writable: [scratch('/fluentd/log', 'buffers and logs')],
    writesMore: true,
    ports: [5140, 24_224],
    sources: { user: [fluentd], writable: [fluentd], ports: [fluentd] }
  },
  {
    repositories: ['docker.io/fluent/fluent-bit', 'cr.fluentbit.io/fluent/fluent-bit'],
    copies: ['fluent-bit'],
    declares: root,
    ports: [2020],
    sources: { user: [fluentBit, distrolessUsers], ports: [fluentBit] }
  },
  {
    repositories: ['docker.elastic.co/kibana/kibana', 'docker.io/library/kibana'],
    copies: ['kibana'],
    declares: numeric(1000, null),
    runAs: numeric(1000),
    asUser: [],
    ports: [5601],
    sources: { user: [kibanaDockerfile], capabilities: [kibanaDockerfile], ports: [kibana] }
  },
  {
    repositories: ['docker.elastic.co/logstash/logstash', 'docker.io/library/logstash'],
    copies: ['logstash'],
    runAs: numeric(1000),
    asUser: [],
    ports: [9600],
    sources: { user: [logstash], capabilities: [logstash], ports: [logstash] }
  },
  {
    repositories: ['docker.elastic.co/beats/filebeat'],
    copies: ['filebeat'],
    writable: [data('/usr/share/filebeat/data', 'how far each log was read')],
    writesMore: true,
    sources: { writable: [filebeat] }
  }
]
