import type { KnownImage } from '../known-image.ts'
import { baseSystems } from './base-systems.ts'
import { bitnami } from './bitnami.ts'
import { caches } from './caches.ts'
import { clusterComponents } from './cluster-components.ts'
import { databases } from './databases.ts'
import { delivery } from './delivery.ts'
import { documentStores } from './document-stores.ts'
import { flux } from './flux.ts'
import { identity } from './identity.ts'
import { languages } from './languages.ts'
import { logging } from './logging.ts'
import { machineLearning } from './machine-learning.ts'
import { monitoring } from './monitoring.ts'
import { mule } from './mule.ts'
import { networks } from './networks.ts'
import { phpApplications } from './php-applications.ts'
import { proxies } from './proxies.ts'
import { queues } from './queues.ts'
import { samples } from './samples.ts'
import { webServers } from './web-servers.ts'

/** The images of the tables by family, in the order of the documentation. */
export const families: Readonly<Record<string, readonly KnownImage[]>> = {
  'Web servers': webServers,
  'Proxies and load balancers': proxies,
  'Relational databases': databases,
  'Document, search and key stores': documentStores,
  Caches: caches,
  'Queues and mail': queues,
  'Applications in PHP, and for databases': phpApplications,
  'Languages and servlet containers': languages,
  'Metrics, traces and dashboards': monitoring,
  Logs: logging,
  'Identity, secrets and discovery': identity,
  'Building and delivery': [...delivery, ...flux],
  'Components of clusters': clusterComponents,
  'Networks of clusters': networks,
  'Machine learning': machineLearning,
  Mule: mule,
  Bitnami: bitnami,
  Samples: samples,
  'Base systems': baseSystems
}

/** Every image of the tables. */
export const knownImages: readonly KnownImage[] = Object.values(families).flat()
