import { type KnownImage, named, numeric, onGitHub, root, scratch } from '../known-image.ts'
import { debianUsers } from './system-users.ts'

const nginxDockerfile = onGitHub(
  'nginx/docker-nginx',
  '14585c6fca4ba7f678f6cc178a00582e3fdc3b34',
  'mainline/debian/Dockerfile'
)
const nginxDocs = onGitHub('docker-library/docs', '01285481cd08b3bcbf8cf61f2a5ccc3d2ef312b4', 'nginx/content.md')
const nginxTemplates = onGitHub(
  'nginx/docker-nginx',
  '2f4acce0edfc7267e33f35c68e4b669f16705671',
  'entrypoint/20-envsubst-on-templates.sh'
)
const unprivilegedDocs = onGitHub(
  'nginxinc/docker-nginx-unprivileged',
  '02606e8fbdea0f63921409ed19cc70c2638bef46',
  'README.md'
)
const unprivilegedDockerfile = onGitHub(
  'nginxinc/docker-nginx-unprivileged',
  '4553e5b9081dd1d0e72f95f491a66e60f451fc41',
  'mainline/debian/Dockerfile'
)
const httpdDockerfile = onGitHub('docker-library/httpd', '01bbb88480d4218060aeaa54523b77819a96243a', '2.4/Dockerfile')
const httpdPidFile = onGitHub(
  'apache/httpd',
  '0372920d42b8cb162837b4889785922aed7e02f9',
  'docs/conf/extra/httpd-mpm.conf.in'
)
const httpdAlpine = onGitHub(
  'docker-library/httpd',
  '01defda6b4efea6e0cac03ed86978a5ceb33b7ca',
  '2.4/alpine/Dockerfile'
)

export const webServers: readonly KnownImage[] = [
  {
    repositories: ['docker.io/library/nginx', 'docker.io/nginxinc/nginx', 'public.ecr.aws/nginx/nginx'],
    copies: ['nginx'],
    declares: root,
    drops: { to: named('nginx', 101), by: 'workers', programs: ['nginx*'] },
    runAs: numeric(101),
    runAsNeeds: 'volumes that it can write at /var/cache/nginx and /var/run, and port 80 open to users or another port',
    writable: [
      scratch('/var/cache/nginx', 'bodies of requests and answers, proxy cache'),
      scratch('/var/run', 'pid file'),
      scratch('/etc/nginx/conf.d', 'configuration made of templates', {
        hides: 'default.conf',
        when: 'files are mounted in /etc/nginx/templates'
      })
    ],
    asRoot: ['CHOWN', 'NET_BIND_SERVICE', 'SETGID', 'SETUID'],
    asUser: [],
    ports: [80],
    alternative: 'docker.io/nginxinc/nginx-unprivileged',
    sources: {
      user: [nginxDockerfile, nginxDocs],
      writable: [nginxDocs, nginxTemplates],
      capabilities: [nginxDockerfile, nginxDocs],
      ports: [nginxDockerfile],
      alternative: [unprivilegedDocs]
    }
  },
  {
    repositories: [
      'docker.io/nginxinc/nginx-unprivileged',
      'ghcr.io/nginxinc/nginx-unprivileged',
      'public.ecr.aws/nginx/nginx-unprivileged'
    ],
    copies: ['nginx-unprivileged'],
    declares: numeric(101, null),
    runAs: numeric(101, null),
    writable: [
      scratch('/tmp', 'pid file, bodies of requests and answers'),
      scratch('/etc/nginx/conf.d', 'configuration made of templates', {
        hides: 'default.conf',
        when: 'files are mounted in /etc/nginx/templates'
      })
    ],
    asUser: [],
    ports: [8080],
    sources: {
      user: [unprivilegedDockerfile],
      writable: [unprivilegedDocs, nginxTemplates],
      capabilities: [unprivilegedDocs],
      ports: [unprivilegedDocs]
    }
  },
  {
    repositories: ['docker.io/library/httpd'],
    copies: ['httpd'],
    declares: root,
    drops: { to: named('www-data', 33), by: 'workers', programs: ['httpd*'] },
    writable: [scratch('/usr/local/apache2/logs', 'pid file and locks; the logs themselves go to standard output')],
    asRoot: ['NET_BIND_SERVICE', 'SETGID', 'SETUID'],
    ports: [80],
    sources: {
      user: [httpdDockerfile, debianUsers],
      writable: [httpdDockerfile, httpdPidFile],
      capabilities: [httpdDockerfile],
      ports: [httpdDockerfile]
    },
    variants: [
      {
        tags: { part: 'alpine' },
        drops: { to: named('www-data', 82), by: 'workers', programs: ['httpd*'] },
        sources: { user: [httpdAlpine] }
      }
    ]
  }
]
