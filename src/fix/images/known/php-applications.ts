import { data, type KnownImage, named, onGitHub, root, scratch } from '../known-image.ts'
import { debianUsers } from './system-users.ts'

const php = onGitHub('docker-library/php', '092d7bdebba2a4e204a349280e54a59f78cfc327', '8.3/bookworm/apache/Dockerfile')
const wordpress = onGitHub(
  'docker-library/wordpress',
  '06f28e291877002359e1075e4260123de5403551',
  'latest/php8.3/apache/Dockerfile'
)
const nextcloud = onGitHub('nextcloud/docker', '00be03963f4376cc94503f00a5d4669b2fa3b5f2', 'docker-entrypoint.sh')
const drupal = onGitHub(
  'docker-library/drupal',
  '0204641d684e7e9e3f3afb5c43635864cd40575d',
  '10.3/php8.3/apache-bookworm/Dockerfile'
)
const joomla = onGitHub(
  'joomla-docker/docker-joomla',
  '2df41cc0f6d16c49723b68e7b3ae6f6a50271be1',
  'docker-entrypoint.sh'
)
const phpmyadmin = onGitHub('phpmyadmin/docker', '030928a01e4ffa6b2b52ebebd07de30b38c93caf', 'apache/Dockerfile')
const adminer = onGitHub('TimWolla/docker-adminer', '0b7ac63344767be6d7903444f40d8b9885b5d7bd', '4/Dockerfile')
const pgadmin = onGitHub('pgadmin-org/pgadmin4', '0132ce20019267257ecf0fc16ad1798235d65bfd', 'Dockerfile')

/** Apache as the images with PHP run it: its master stays root, its folders are open to every user. */
const apache = {
  declares: root,
  drops: { to: named('www-data', 33), by: 'workers', programs: ['apache2*'] },
  asRoot: ['NET_BIND_SERVICE', 'SETGID', 'SETUID'],
  ports: [80]
} as const
const apacheFolders = [
  scratch('/var/run/apache2', 'pid file and sockets'),
  scratch('/var/lock/apache2', 'locks'),
  scratch('/tmp', 'uploads and sessions')
] as const
const apacheSources = { user: [php, debianUsers], capabilities: [php], ports: [php] }

/** The folder that an image fills itself when it is empty. */
const site = (content: string) => data('/var/www/html', `${content}; filled at the first start`)

const nextcloudSessions = scratch('/usr/local/etc/php/conf.d', 'where sessions are kept', {
  hides: 'the settings of PHP',
  when: 'REDIS_HOST is set'
})

export const phpApplications: readonly KnownImage[] = [
  {
    repositories: ['docker.io/library/php'],
    copies: ['php'],
    declares: root,
    sources: { user: [php] },
    variants: [
      {
        tags: { part: 'apache' },
        ...apache,
        writable: apacheFolders,
        writesMore: true,
        sources: { ...apacheSources, writable: [php] }
      }
    ]
  },
  {
    repositories: ['docker.io/library/wordpress'],
    copies: ['wordpress'],
    writable: [site('the site, plugins and uploads')],
    writesMore: true,
    sources: { writable: [wordpress] },
    variants: [
      // The command line starts as another user than the sites do.
      { tags: { part: 'cli' }, sources: {} },
      { tags: { part: 'fpm' }, declares: root, sources: { user: [php] } },
      {
        tags: {},
        ...apache,
        writable: [site('the site, plugins and uploads'), ...apacheFolders],
        sources: { ...apacheSources, writable: [wordpress, php] }
      }
    ]
  },
  {
    repositories: ['docker.io/library/nextcloud'],
    copies: ['nextcloud'],
    declares: root,
    writable: [site('the program, its configuration and the files'), nextcloudSessions],
    writesMore: true,
    sources: { user: [php], writable: [nextcloud] },
    variants: [
      { tags: { part: 'fpm' }, sources: {} },
      {
        tags: {},
        ...apache,
        writable: [site('the program, its configuration and the files'), nextcloudSessions, ...apacheFolders],
        sources: { ...apacheSources, writable: [nextcloud, php] }
      }
    ]
  },
  {
    repositories: ['docker.io/library/drupal'],
    copies: ['drupal'],
    ...apache,
    writable: [
      data('/opt/drupal/web/sites', 'settings and uploads', { hides: 'the default settings' }),
      ...apacheFolders
    ],
    writesMore: true,
    sources: { ...apacheSources, writable: [drupal, php] }
  },
  {
    repositories: ['docker.io/library/joomla'],
    copies: ['joomla'],
    ...apache,
    writable: [site('the site, extensions and uploads'), ...apacheFolders],
    writesMore: true,
    sources: { ...apacheSources, writable: [joomla, php] }
  },
  {
    repositories: ['docker.io/library/phpmyadmin', 'docker.io/phpmyadmin/phpmyadmin'],
    copies: ['phpmyadmin'],
    ...apache,
    writable: [scratch('/var/www/html/tmp', 'compiled templates'), ...apacheFolders],
    writesMore: true,
    sources: { ...apacheSources, writable: [phpmyadmin, php] }
  },
  {
    repositories: ['docker.io/library/adminer'],
    copies: ['adminer'],
    declares: named('adminer', null),
    ports: [8080],
    sources: { user: [adminer], ports: [adminer] }
  },
  {
    repositories: ['docker.io/dpage/pgadmin4'],
    copies: ['pgadmin4'],
    declares: { uid: 5050, gid: 0, name: null },
    runAs: { uid: 5050, gid: 0, name: null },
    writable: [
      data('/var/lib/pgadmin', 'settings, servers and sessions'),
      scratch('/run/pgadmin', 'sockets and pid files'),
      scratch('/pgadmin4', 'config_distro.py, made of the environment', { hides: 'the program itself' })
    ],
    writesMore: true,
    asUser: ['NET_BIND_SERVICE'],
    ports: [80, 443],
    sources: { user: [pgadmin], writable: [pgadmin], capabilities: [pgadmin], ports: [pgadmin] }
  }
]
