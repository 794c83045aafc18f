import type { WritableFolder } from '../facts.ts'
import { data, type KnownImage, manifest, numeric, onGitHub, scratch } from '../known-image.ts'

/** What differs from one image of Bitnami to the next. */
interface BitnamiImage {
  readonly name: string
  /** The commit and the path of the Dockerfile that was read. */
  readonly dockerfile: readonly [commit: string, path: string]
  readonly ports: readonly number[]
  /** The template of the chart that makes its file system read-only, and the folders on which it puts volumes. */
  readonly chart?: readonly [path: string, folders: readonly WritableFolder[]]
}

const temporary = scratch('/tmp', 'temporary files')

const images: readonly BitnamiImage[] = [
  {
    name: 'nginx',
    dockerfile: ['043f89c88c0ea505b02145ba5dd2299e9cd3058e', '1.27/debian-12'],
    ports: [8080, 8443],
    chart: [
      'templates/deployment.yaml',
      [
        temporary,
        scratch('/opt/bitnami/nginx/conf', 'the configuration, copied from its default'),
        scratch('/opt/bitnami/nginx/logs', 'logs', { hides: 'the links that send the logs to standard output' }),
        scratch('/opt/bitnami/nginx/tmp', 'pid file, bodies of requests and answers'),
        scratch('/certs', 'a certificate of its own', { when: 'none is mounted' })
      ]
    ]
  },
  {
    name: 'postgresql',
    dockerfile: ['0191828691ccfad53afb58d918ce2dd3105e1f6b', '16/debian-12'],
    ports: [5432],
    chart: [
      'templates/primary/statefulset.yaml',
      [
        data('/bitnami/postgresql', 'the databases'),
        temporary,
        scratch('/opt/bitnami/postgresql/conf', 'the configuration, copied from its default'),
        scratch('/opt/bitnami/postgresql/tmp', 'pid file and socket'),
        scratch('/opt/bitnami/postgresql/logs', 'logs')
      ]
    ]
  },
  {
    name: 'mysql',
    dockerfile: ['043f89c88c0ea505b02145ba5dd2299e9cd3058e', '8.4/debian-12'],
    ports: [3306],
    chart: [
      'templates/primary/statefulset.yaml',
      [
        data('/bitnami/mysql', 'the databases'),
        temporary,
        scratch('/opt/bitnami/mysql/conf', 'the configuration, copied from its default'),
        scratch('/opt/bitnami/mysql/tmp', 'pid file and socket'),
        scratch('/opt/bitnami/mysql/logs', 'logs')
      ]
    ]
  },
  {
    name: 'mariadb',
    dockerfile: ['00f789982a209a3ba43defb51878d8ec31fc1bab', '11.4/debian-12'],
    ports: [3306],
    chart: [
      'templates/primary/statefulset.yaml',
      [
        data('/bitnami/mariadb', 'the databases'),
        temporary,
        scratch('/opt/bitnami/mariadb/conf', 'the configuration, copied from its default'),
        scratch('/opt/bitnami/mariadb/tmp', 'pid file and socket'),
        scratch('/opt/bitnami/mariadb/logs', 'logs')
      ]
    ]
  },
  {
    name: 'redis',
    dockerfile: ['02a6e6c6f970409d653ae613eae034a1ea66e879', '7.4/debian-12'],
    ports: [6379],
    chart: [
      'templates/master/application.yaml',
      [
        data('/bitnami/redis/data', 'snapshots and the append-only file'),
        temporary,
        scratch('/opt/bitnami/redis/etc', 'the configuration, copied from what is mounted')
      ]
    ]
  },
  {
    name: 'mongodb',
    dockerfile: ['03a746e2c0af9fb70ab9af2a00b88892528bfbeb', '7.0/debian-12'],
    ports: [27_017],
    chart: [
      'templates/standalone/dep-sts.yaml',
      [
        data('/bitnami/mongodb', 'the databases'),
        temporary,
        scratch('/opt/bitnami/mongodb/conf', 'the configuration, copied from its default'),
        scratch('/opt/bitnami/mongodb/tmp', 'pid file and socket'),
        scratch('/opt/bitnami/mongodb/logs', 'logs'),
        scratch('/.mongodb', 'settings and history of the shell')
      ]
    ]
  },
  {
    name: 'zookeeper',
    dockerfile: ['031d7a5f0eb62fa2ff0c6779dd93d891a01e1a00', '3.9/debian-12'],
    ports: [2181, 2888, 3888, 8080],
    chart: [
      'templates/statefulset.yaml',
      [
        data('/bitnami/zookeeper', 'the tree and its log'),
        temporary,
        scratch('/opt/bitnami/zookeeper/conf', 'the configuration, copied from its default'),
        scratch('/opt/bitnami/zookeeper/logs', 'logs')
      ]
    ]
  },
  {
    name: 'kafka',
    dockerfile: ['03e48181f563bb8869b47d8a40508a56486096a5', '3.9/debian-12'],
    ports: [9092],
    chart: [
      'templates/broker/statefulset.yaml',
      [
        data('/bitnami/kafka', 'topics'),
        temporary,
        scratch('/opt/bitnami/kafka/logs', 'logs'),
        scratch('/opt/bitnami/kafka/config', 'the configuration, made of the environment', {
          hides: 'the configuration of its tools',
          when: 'no server.properties is mounted'
        })
      ]
    ]
  },
  {
    name: 'rabbitmq',
    dockerfile: ['03cb96e86bf2a6fa545ad7f02a75af2319b33ce7', '4.0/debian-12'],
    ports: [4369, 5551, 5552, 5671, 5672, 15_671, 15_672, 25_672]
  },
  {
    name: 'memcached',
    dockerfile: ['016836763b7cca0d15791767492806b0e85f3b47', '1/debian-12'],
    ports: [11_211]
  },
  { name: 'kubectl', dockerfile: ['0101861f90668e009b858b3c57e829d4b308cfeb', '1.31/debian-12'], ports: [] }
]

/**
 * Bitnami's images all run as the same number, and their charts make file systems read-only by volumes on all that they
 * write.
 */
export const bitnami: readonly KnownImage[] = images.map(known)

function known({ name, dockerfile: [commit, path], ports, chart }: BitnamiImage): KnownImage {
  const dockerfile = onGitHub('bitnami/containers', commit, `bitnami/${name}/${path}/Dockerfile`)
  const user = {
    repositories: [`docker.io/bitnami/${name}`],
    declares: numeric(1001, null),
    runAs: numeric(1001),
    asUser: [],
    ports,
    sources: { user: [dockerfile], capabilities: [dockerfile], ports: [dockerfile] }
  } as const
  if (chart === undefined) return user
  const [template, writable] = chart
  const source = manifest('bitnami/charts', `bitnami/${name}/${template}`)
  return { ...user, writable, sources: { ...user.sources, writable: [source] } }
}
