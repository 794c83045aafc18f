import { isMadeByWorkload } from '../../estate/made-by-workload.ts'
import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import { formatPath, type Path } from '../../estate/path.ts'
import type { Resource } from '../../estate/resource.ts'
import { shown } from '../../estate/shown.ts'
import { type Container, containerPath, type PodView } from '../../estate/workload.ts'
import { fails, type Inspection, passes, podsOfAllKinds, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { credentialInText, credentialInWords, credentialUnder } from '../judging/credentials/named-values.ts'
import { shapeOf } from '../judging/credentials/shapes.ts'

/** Something that looks like a credential, and where. */
interface Leak {
  readonly path: Path
  /** Such as `variable DB_PASSWORD of container "app"`. */
  readonly where: string
  readonly what: string
  readonly container: Container | null
}

const analyse: Inspection = {
  reads: [podsOfAllKinds, 'ConfigMap', 'MuleApplication', 'KubernetesTemplate'],
  *inspect(resource, pods) {
    if (isMadeByWorkload(resource)) return
    let clean = true
    for (const leak of leaksOf(resource, pods)) {
      clean = false
      yield verdictOf(resource, leak)
    }
    if (clean) yield passes(resource)
  }
}

function verdictOf(resource: Resource, { path, where, what, container }: Leak): Verdict {
  return fails(resource, `${where} holds ${what}`, { path, item: formatPath(path), container })
}

function* leaksOf(resource: Resource, pods: readonly PodView[]): Iterable<Leak> {
  yield* inAnnotations(mappingAt(resource.object, 'metadata'), ['metadata', 'annotations'])
  for (const pod of pods) {
    if (pod.metaPath.length > 1) yield* inAnnotations(pod.meta, [...pod.metaPath, 'annotations'])
    for (const container of pod.containers) yield* inContainer(pod, container)
  }
  if (resource.kind === 'ConfigMap') yield* inData(resource.object)
  if (resource.apiVersion.startsWith('rtf.mulesoft.com/')) yield* inMule(mappingAt(resource.object, 'spec') ?? {})
}

function* inAnnotations(metadata: Mapping | undefined, path: Path): Iterable<Leak> {
  for (const [key, value] of Object.entries(metadata === undefined ? {} : (mappingAt(metadata, 'annotations') ?? {}))) {
    // A copy of the object, which is judged itself.
    if (typeof value !== 'string' || key === 'kubectl.kubernetes.io/last-applied-configuration') continue
    const what = shapeOf(value)
    if (what !== null) yield { path: [...path, key], where: `annotation ${shown(key)}`, what, container: null }
  }
}

function* inContainer(pod: PodView, container: Container): Iterable<Leak> {
  const { object, name } = container
  const base = containerPath(pod, container)
  const of = `container "${shown(name)}"`
  const { env } = object
  for (const [index, variable] of Array.isArray(env) ? env.entries() : []) {
    if (!isMapping(variable)) continue
    const key = stringAt(variable, 'name') ?? ''
    const value = stringAt(variable, 'value')
    const what = value === null ? null : credentialUnder(key, value)
    if (what !== null)
      yield { path: [...base, 'env', index, 'value'], where: `variable ${shown(key)} of ${of}`, what, container }
  }
  for (const list of ['command', 'args']) {
    const words = object[list]
    const found = Array.isArray(words) ? credentialInWords(words) : null
    if (found !== null)
      yield { path: [...base, list, found.index], where: `the ${list} of ${of}`, what: found.what, container }
  }
}

function* inData({ data }: Mapping): Iterable<Leak> {
  for (const [key, value] of Object.entries(isMapping(data) ? data : {})) {
    if (typeof value !== 'string') continue
    const what = value.includes('\n') ? credentialInText(value) : credentialUnder(key, value)
    if (what !== null) yield { path: ['data', key], where: `key ${shown(key)}`, what, container: null }
  }
}

/** Properties and options of the Java machine of a MuleApplication; variables of a KubernetesTemplate. */
function* inMule(spec: Mapping): Iterable<Leak> {
  const { properties, jvmArgs } = spec
  if (Array.isArray(properties)) {
    for (const [index, property] of properties.entries()) {
      if (!isMapping(property)) continue
      const key = stringAt(property, 'key') ?? stringAt(property, 'name') ?? ''
      yield* named(key, property.value, ['spec', 'properties', index, 'value'], 'property')
    }
  } else if (isMapping(properties)) {
    for (const [key, value] of Object.entries(properties))
      yield* named(key, value, ['spec', 'properties', key], 'property')
  }
  const options = typeof jvmArgs === 'string' ? jvmArgs.split(/\s+/) : Array.isArray(jvmArgs) ? jvmArgs : []
  for (const [index, option] of options.entries()) {
    const [, key = '', value = ''] = /^-D([\w.-]+)=(.*)$/s.exec(String(option)) ?? []
    yield* named(key, value, typeof jvmArgs === 'string' ? ['spec', 'jvmArgs'] : ['spec', 'jvmArgs', index], 'option')
  }
  const variables = mappingAt(mappingAt(spec, 'pod') ?? {}, 'env') ?? {}
  for (const [key, value] of Object.entries(variables))
    yield* named(key, value, ['spec', 'pod', 'env', key], 'variable')
}

function* named(key: string, value: unknown, path: Path, noun: string): Iterable<Leak> {
  const what = typeof value === 'string' ? credentialUnder(key, value) : null
  if (what !== null) yield { path, where: `${noun} ${shown(key)}`, what, container: null }
}

export const plainTextCredential = defineControl({
  id: 'plain-text-credential',
  title: 'No credential stands in plain text in variables, commands, annotations or ConfigMaps',
  severity: 'high',
  why: 'Whoever reads the manifest, its history or the object in the cluster has the credential: many more people and programs than may read Secrets.',
  remedy:
    'Replace the credential, since it has been seen, and keep the new one in a Secret or a store outside the cluster, mounted as a file.',
  maps: {
    guide: ['authentication.strong'],
    nsa: ['2.24'],
    cis: { '1.8': ['5.4.1'] },
    kubescape: ['C-0012', 'C-0259'],
    attack: ['T1552.001'],
    microsoft: ['MS-TA9027'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  analyse,
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
            args: [--password-file=/run/secrets/password]
            env:
              - name: DB_PASSWORD
                valueFrom:
                  secretKeyRef:
                    name: database
                    key: password
              - name: DB_URL
                value: postgres://shop:$(DB_PASSWORD)@database/shop
              - name: DB_PASSWORD_FILE
                value: /run/secrets/password
      `,
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: MuleApplication
      metadata:
        name: orders
        namespace: mule-production
      spec:
        properties:
          - key: db.host
            value: database.shop
          - key: db.password
            value: '![nHWo5JhNAYM+TzxqeHdRDXx15Q9cT4hv]'
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
            args: [--db-password, not-a-real-one]
            env:
              - name: DB_PASSWORD
                value: not-a-real-one
              - name: BROKER
                value: amqp://shop:not-a-real-one@broker:5672
      `,
      `
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
      data:
        application.properties: |
          spring.datasource.url=jdbc:postgresql://database/shop
          spring.datasource.password=not-a-real-one
      `,
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: MuleApplication
      metadata:
        name: orders
        namespace: mule-production
      spec:
        properties:
          - key: db.password
            value: not-a-real-one
        jvmArgs: -Djavax.net.ssl.keyStorePassword=not-a-real-one
      `
    ]
  }
})
