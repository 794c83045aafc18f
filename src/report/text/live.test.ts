import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from '../../scan/finding.ts'
import { emptySummary } from '../../scan/summary.ts'
import type { PageStore } from '../byte-pages.ts'
import { plainPaint } from '../paint.ts'
import { TextReport } from './text.ts'

const store: PageStore = {
  put: () => assert.fail('more than memory holds'),
  get: () => assert.fail('nothing was stored')
}

function object(kind: string, namespace: string | null, name: string): (fault: Partial<Finding>) => Finding {
  const resource = { apiVersion: 'v1', kind, namespace, name }
  return (fault) => ({
    control: 'host-pid',
    severity: 'high',
    status: 'fail',
    reason: null,
    resource,
    container: null,
    file: null,
    document: null,
    line: null,
    column: null,
    located: null,
    path: 'spec',
    message: 'pod is bad',
    where: 'pod',
    fix: null,
    fingerprint: '',
    maps: {},
    fails: [],
    exception: null,
    ...fault
  })
}

const app = { where: 'container "app"', message: 'container "app" is bad' }

test('live objects stand under their namespaces, each once with its containers', () => {
  const web = object('Deployment', 'shop', 'web')
  const cart = object('Deployment', 'shop', 'cart')
  const other = object('Pod', 'rtf', 'agent')
  const node = object('Node', null, 'n1')
  const report = new TextReport(
    { paint: plainPaint, width: null, command: null, configFile: null },
    () => assert.fail('live objects have no text'),
    store
  )
  report.add([
    web({ ...app, severity: 'low', control: 'cpu-limit' }),
    web({ ...app, severity: 'critical', control: 'privileged-container' }),
    web({})
  ])
  report.add([other({})])
  report.add([cart({ ...app })])
  report.add([node({ message: 'node is bad' })])
  const unread = [
    { kind: 'Secret', group: '', namespace: null, reason: 'not allowed' },
    { kind: 'NetworkPolicy', group: 'crd.projectcalico.org', namespace: 'shop', reason: 'not allowed' }
  ]
  const summary = { ...emptySummary(3), resources: 4 }
  const result = { summary, skipped: [], errors: [], unread, leftOut: 0, live: true, partly: null, controls: [] }
  const text = [...report.finish([], result)]
    .map((part) => (typeof part === 'string' ? part : Buffer.from(part).toString()))
    .join('')
  assert.equal(
    text.slice(0, text.indexOf('critical     high   medium')).trimEnd(),
    `Cluster

  Node n1

    high      node is bad  host-pid

Namespace rtf

  Pod agent

    high      pod is bad  host-pid

Namespace shop

  Deployment web, container "app"

    critical  is bad  privileged-container
    low       is bad  cpu-limit

  Deployment web

    high      pod is bad  host-pid

  Deployment cart, container "app"

    high      is bad  host-pid

Not given by the cluster, so that what depends on it is unknown

  Secret  not allowed
  NetworkPolicy (crd.projectcalico.org) in shop  not allowed`
  )
  assert.match(text, /^4 objects judged by 3 controls$/m)
})
