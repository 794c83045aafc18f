import type { WorkloadText } from './workload-texts.ts'

/** A host that a text names, and how. */
export interface Mention {
  /** In lower case, without a dot at its end. */
  readonly host: string
  /** Null where none is named. */
  readonly port: number | null
  /** Such as `https`; null where there is none. */
  readonly scheme: string | null
  /** What stands around it says that it is a host: a scheme, a port, or the name of a setting for hosts. */
  readonly certain: boolean
}

/** Names of settings that hold hosts. */
const hostKey =
  /(?:host|addr|url|uri|server|endpoint|broker|upstream|backend|bootstrap|seed|proxy|gateway|target|_svc|svc_)|service(?![-_.]?(?:name|account|type|port|mode|cidr))/i
const otherKey = /(?:name|port|path|type|mode|class|image|version|user|password|protocol|scheme)$/i

/** What may stand before a host, and behind a host or its port. */
const before = /(?:^|[\s"'`=,;(|[{<>@]|:\/\/|:\s|=)$/
const after = /^(?:$|[\s"'`,;)|\]}<>/?#&])/

const word = /[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?/g
const commentLine = /^\s*(?:#|\/\/|;|<!--|\*|\{\{\/\*)/

/** Every host that a text names, or may name. */
export function mentionsIn({ key, text }: WorkloadText): Mention[] {
  return text.split('\n').flatMap((line) => (commentLine.test(line) ? [] : mentionsInLine(key, line)))
}

function mentionsInLine(key: string, line: string): Mention[] {
  const found: Mention[] = []
  for (const match of line.matchAll(word)) {
    const [host] = match
    const rest = line.slice(match.index + host.length, match.index + host.length + 8)
    const lead = line.slice(Math.max(0, match.index - 300), match.index)
    if (!before.test(lead)) continue
    const written = /^:(\d{1,5})(?!\d)/.exec(rest)?.[1]
    const tail = written === undefined ? rest : rest.slice(written.length + 1)
    if (!after.test(tail)) continue
    const scheme = /([a-z][a-z0-9+.-]*):\/\/(?:[^\s/@]*@)?$/i.exec(lead)?.[1]?.toLowerCase() ?? null
    const setting =
      /([\w.-]+)["']?\s*[:=]\s*["']?$/.exec(lead)?.[1] ?? (lead.trim() === '' || lead.endsWith(',') ? key : '')
    const isHostKey = hostKey.test(setting) && !otherKey.test(setting)
    const port = written === undefined ? null : Number(written)
    // Names of hosts are written small; what has capitals is a class or a constant.
    const certain = scheme !== null || ((port !== null || isHostKey) && host === host.toLowerCase())
    if (/^\d+$/.test(host)) continue
    found.push({ host: host.toLowerCase(), port, scheme, certain })
  }
  return found
}

const schemePorts: Readonly<Record<string, number>> = {
  https: 443,
  wss: 443,
  http: 80,
  ws: 80,
  amqp: 5672,
  amqps: 5671,
  cassandra: 9042,
  couchbase: 11210,
  ftp: 21,
  kafka: 9092,
  ldap: 389,
  ldaps: 636,
  mariadb: 3306,
  mongodb: 27017,
  'mongodb+srv': 27017,
  mysql: 3306,
  nats: 4222,
  postgres: 5432,
  postgresql: 5432,
  redis: 6379,
  rediss: 6379,
  sftp: 22,
  smtp: 25,
  smtps: 465,
  sqlserver: 1433,
  ssh: 22,
  zipkin: 9411
}

/** The port that is meant: the one named, that of the scheme, else that of HTTPS. */
export function portOf({ port, scheme }: Mention): number {
  return port ?? schemePorts[scheme ?? 'https'] ?? 443
}

/** Hosts that name a vocabulary, a license or a manual, and that no program connects to. */
const vocabularies =
  /(?:^|\.)(?:w3\.org|xml\.org|xmlsoap\.org|json-schema\.org|schema\.org|purl\.org|openxmlformats\.org|apache\.org|opensource\.org|mozilla\.org|wikipedia\.org|stackoverflow\.com|readthedocs\.io)$/

/** What clouds call the service that tells nodes who they are. */
export function isMetadataService({ host }: Mention): boolean {
  return /^(?:169\.254\.169\.254|100\.100\.100\.200|metadata\.google\.internal|metadata\.goog)$/.test(host)
}

/** Domains at the top that names with one dot end in; what else follows one dot is a namespace. */
const topDomains =
  /^(?:[a-z]{2}|com|org|net|edu|gov|mil|int|info|biz|dev|app|cloud|tech|online|site|xyz|example|test|corp|lan|home)$/

/** The namespace that `name.namespace` names for certain, whether its Service is known or not; null for other names. */
export function namespaceIn({ host, certain }: Mention): string | null {
  const [name, namespace, ...more] = host.split('.')
  if (!certain || more.length > 0 || name === '' || namespace === undefined) return null
  return /^[a-z][a-z0-9-]*$/.test(namespace) && !topDomains.test(namespace) && !notDomains.test(namespace)
    ? namespace
    : null
}

const notDomains =
  /^(?:ya?ml|json|conf|cfg|ini|sh|py|js|ts|go|java|xml|log|txt|sock|pem|crt|key|so|jar|properties|local|localdomain|localhost|svc|internal)$/

/** True for a name that means a host on the internet, or in the company's network. */
export function isOutside({ host, scheme, certain }: Mention): boolean {
  if (!certain || scheme === 'unix' || scheme === 'file') return false
  const labels = host.split('.')
  const last = labels.at(-1) ?? ''
  if (labels.length < 2 || labels.includes('') || !/^[a-z]{2,24}$/.test(last)) return false
  if (scheme === null && notDomains.test(last)) return false
  return !/(?:^|\.)(?:localhost|svc)$/.test(host) && !vocabularies.test(host)
}
