import { data, type KnownImage, named, numeric, onGitHub, root, scratch } from '../known-image.ts'

const node = onGitHub('nodejs/docker-node', '009449f787348218b6b4ecbfb359b8dd1d0092fc', '20/bookworm-slim/Dockerfile')
const python = onGitHub(
  'docker-library/python',
  '01ba658cff9cf56c72e55c85cea9705826cc19f1',
  '3.12/slim-bookworm/Dockerfile'
)
const golang = onGitHub('docker-library/golang', '01abd89f7fda4586d2dc2d18c2ff70fd90199198', '1.22/bookworm/Dockerfile')
const ruby = onGitHub('docker-library/ruby', '0127a2ff1ba87c35091d417c4d86cc4165f34bcb', '3.3/slim-bookworm/Dockerfile')
const perl = onGitHub(
  'Perl/docker-perl',
  '09d0e7d2adb1ebea9d2dbc3b3175954ffc0197e8',
  '5.038.002-main-bookworm/Dockerfile'
)
const bash = onGitHub('tianon/docker-bash', '1026f2a76aa0fcc036828ee8c05ec0ce807aead7', '5.2/Dockerfile')
const temurin = onGitHub(
  'adoptium/containers',
  '0327d46f70b892afeaa402a97507a1b103fb84f7',
  '17/jre/ubuntu/jammy/Dockerfile'
)
const tomcat = onGitHub(
  'docker-library/tomcat',
  '065b183fdf5b4ab6f4450e73db6b52d4237f212a',
  '10.1/jdk17/temurin-jammy/Dockerfile'
)
const jetty = onGitHub(
  'jetty/jetty.docker',
  '029e2b827d1895f6a39de5cc7040ed5273b429a4',
  'eclipse-temurin/12.0/jdk17/Dockerfile'
)
const ghost = onGitHub('docker-library/ghost', '0020d7037237ef58c08978fe2dfb68f1560a544d', '5/debian/Dockerfile')
const ghostEntrypoint = onGitHub(
  'docker-library/ghost',
  '7ff6b806709d96ee299dfbd3150a5a08d35d86dc',
  '5/debian/docker-entrypoint.sh'
)

/** Languages and what runs programs in them: which folders these write is up to the program. */
export const languages: readonly KnownImage[] = [
  {
    repositories: ['docker.io/library/node'],
    copies: ['node'],
    declares: root,
    runAs: numeric(1000),
    asUser: [],
    sources: { user: [node], capabilities: [node] }
  },
  {
    repositories: ['docker.io/library/python'],
    copies: ['python'],
    declares: root,
    sources: { user: [python] }
  },
  {
    repositories: ['docker.io/library/golang'],
    copies: ['golang'],
    declares: root,
    sources: { user: [golang] }
  },
  {
    repositories: ['docker.io/library/ruby'],
    copies: ['ruby'],
    declares: root,
    sources: { user: [ruby] }
  },
  {
    repositories: ['docker.io/library/bash'],
    copies: ['bash'],
    declares: root,
    sources: { user: [bash] }
  },
  {
    repositories: ['docker.io/library/perl'],
    copies: ['perl'],
    declares: root,
    sources: { user: [perl] }
  },
  {
    repositories: ['docker.io/library/eclipse-temurin'],
    copies: ['eclipse-temurin'],
    declares: root,
    sources: { user: [temurin] }
  },
  {
    repositories: ['docker.io/library/tomcat'],
    copies: ['tomcat'],
    declares: root,
    writable: [
      scratch('/usr/local/tomcat/logs', 'logs'),
      scratch('/usr/local/tomcat/temp', 'temporary files'),
      scratch('/usr/local/tomcat/work', 'compiled pages'),
      scratch('/usr/local/tomcat/webapps', 'unpacked applications', {
        hides: 'the applications of an image built on this one',
        when: 'applications are deployed as archives'
      })
    ],
    writesMore: true,
    asUser: [],
    ports: [8080],
    sources: { user: [tomcat], writable: [tomcat], capabilities: [tomcat], ports: [tomcat] }
  },
  {
    repositories: ['docker.io/library/jetty'],
    copies: ['jetty'],
    declares: named('jetty', null),
    writable: [scratch('/tmp/jetty', 'unpacked applications and temporary files')],
    writesMore: true,
    asUser: [],
    ports: [8080],
    sources: { user: [jetty], writable: [jetty], capabilities: [jetty], ports: [jetty] }
  },
  {
    repositories: ['docker.io/library/ghost'],
    copies: ['ghost'],
    declares: root,
    drops: { to: named('node', 1000), by: 'gosu', programs: ['node'] },
    runAs: numeric(1000),
    writable: [data('/var/lib/ghost/content', 'posts, images and themes; filled at the first start')],
    writesMore: true,
    asRoot: ['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID'],
    asUser: [],
    ports: [2368],
    sources: {
      user: [ghost, ghostEntrypoint, node],
      writable: [ghost, ghostEntrypoint],
      capabilities: [ghostEntrypoint],
      ports: [ghost]
    }
  }
]
