/** Manifests of all kinds of workloads with all kinds of faults, written by another writer of YAML in many styles. */
import { Document, isCollection, isPair, isScalar, type Pair, visit } from 'yaml'
import type { Random } from '../../pss/generate/random.ts'
import { type PodDraft, validPod } from '../../pss/generate/valid-pod.ts'
import type { Tree } from './copied-tree.ts'

/** Files with one to three objects each. */
export function generatedTree(random: Random, files: number): Tree {
  const tree = new Map<string, Buffer>()
  for (let at = 0; at < files; at++) {
    const objects = random.list(1, 3, (index) => workload(random, `w-${at}-${index}`))
    const isJson = random.chance(0.08)
    const text = isJson
      ? JSON.stringify(listOf(objects), null, random.pick([undefined, 2, '\t']))
      : yamlOf(random, objects)
    tree.set(`${random.pick(['a', 'b/c', 'ü'])}/${at}.${isJson ? 'json' : 'yaml'}`, Buffer.from(text))
  }
  return tree
}

const selected = { app: 'x' }

/** Most of them known, so that fixes have folders, users and capabilities to think of. */
const images = [
  'registry.example/app:1',
  'nginx:1.27',
  'docker.io/library/redis:7.2',
  'postgres:16',
  'httpd:2.4',
  'grafana/grafana:11.0.0',
  'busybox:1.36',
  'rabbitmq:3.13',
  'prom/prometheus:v2.53.0',
  'bitnami/nginx:1.27'
] as const

function workload(random: Random, name: string): object {
  const pod = validPod(random, name)
  shareContexts(random, pod)
  for (const container of [...pod.spec.initContainers, ...pod.spec.containers]) container.image = random.pick(images)
  const metadata = { ...pod.metadata, ...(random.chance(0.5) ? { namespace: 'shop' } : {}), labels: selected }
  const template = { metadata: { labels: selected, annotations: pod.metadata.annotations }, spec: pod.spec }
  const job = { template: { ...template, spec: { restartPolicy: 'Never', ...pod.spec } } }
  const selector = { matchLabels: selected }
  return random.pick<object>([
    { ...pod, metadata },
    { apiVersion: 'v1', kind: 'Pod', metadata, spec: pod.spec },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { replicas: 2, selector, template } },
    { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata, spec: { selector, template } },
    { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata, spec: { serviceName: 'x', selector, template } },
    { apiVersion: 'v1', kind: 'ReplicationController', metadata, spec: { selector: selected, template } },
    { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: job },
    { apiVersion: 'batch/v1', kind: 'CronJob', metadata, spec: { schedule: '0 3 * * *', jobTemplate: { spec: job } } }
  ])
}

/** Containers that share one security context, written as an anchor and its alias. */
function shareContexts(random: Random, { spec }: PodDraft): void {
  const [first] = spec.containers
  if (first === undefined || !random.chance(0.3)) return
  const { securityContext } = first
  for (const other of [...spec.initContainers, ...spec.containers]) other.securityContext = securityContext
}

function listOf(objects: readonly object[]): object {
  const [only] = objects
  return objects.length === 1 && only !== undefined ? only : { apiVersion: 'v1', kind: 'List', items: objects }
}

function yamlOf(random: Random, objects: readonly object[]): string {
  const isList = objects.length > 1 && random.chance(0.3)
  const style = {
    indent: random.pick([2, 2, 2, 4, 3]),
    indentSeq: random.chance(0.5),
    flowCollectionPadding: random.chance(0.5),
    defaultStringType: random.pick(['PLAIN', 'PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE'] as const),
    defaultKeyType: 'PLAIN' as const,
    lineWidth: random.pick([0, 60, 120])
  }
  const texts = (isList ? [listOf(objects)] : objects).map((object) => {
    const document = new Document(object, { aliasDuplicateObjects: random.chance(0.6), version: '1.1' })
    decorate(random, document)
    return document.toString(style).replace(/^%YAML 1\.1\n---\n/, '')
  })
  const start = random.chance(0.3) ? '---\n' : random.chance(0.2) ? '# first\n\n' : ''
  const whole = start + texts.join(random.pick(['---\n', '---\n', '--- # next\n', '\n---\n\n']))
  return random.chance(0.15) ? whole.replaceAll('\n', '\r\n') : whole
}

/** Comments, blank lines, and collections in flow style, anywhere. */
function decorate(random: Random, document: Document): void {
  const often = random.pick([0.03, 0.1, 0.3])
  let count = 0
  visit(document, (_key, node) => {
    if (isPair(node)) {
      const { key } = node as Pair
      if (isScalar(key) && random.chance(often)) key.commentBefore = ` über ${count++}`
      if (isScalar(key) && random.chance(often / 2)) key.spaceBefore = true
    } else if (isScalar(node) && random.chance(often)) node.comment = ` nach ${count++}`
    else if (isCollection(node) && random.chance(often / 3)) node.flow = true
  })
}
