import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { selectFrameworks } from '../controls/frameworks/select-frameworks.ts'
import { registry } from '../controls/registry.ts'
import { ruleCompiler } from '../controls/rule-compiler.ts'
import type { Mapping } from '../estate/mapping.ts'
import { makeResource, type Resource } from '../estate/resource.ts'
import { builtInWorkloads } from '../estate/workload-kinds.ts'
import { ExceptionBook } from '../exceptions/book.ts'
import { bareUnit } from '../sources/unit.ts'
import { buildPlan } from './build-plan.ts'
import type { Finding } from './finding.ts'
import { Scan, type ScanResult, type Tolerated } from './scan.ts'

function nothingTolerated(): Tolerated {
  return { book: new ExceptionBook(new Date()), inline: null, baseline: null }
}

const { selected, minor } = selectFrameworks(['pss-baseline'])
const plan = buildPlan({
  frameworks: selected,
  controls: registry.controls,
  only: new Set(),
  minor,
  severities: {},
  lowest: 'low',
  compile: await ruleCompiler(registry.controls)
})

function live(type: string, name: string, body: Mapping, controller?: Resource, metadata: Mapping = {}): Resource {
  const [apiVersion = '', kind = ''] = type.split(' ')
  const owners =
    controller === undefined
      ? []
      : [
          {
            apiVersion: controller.apiVersion,
            kind: controller.kind,
            name: controller.name,
            uid: `uid-${controller.name}`,
            controller: true
          }
        ]
  const object = {
    apiVersion,
    kind,
    metadata: { name, namespace: 'shop', uid: `uid-${name}`, ownerReferences: owners, ...metadata },
    ...body
  }
  return makeResource(apiVersion, kind, object, { file: null, document: 0, prefix: [] })
}

const template = (spec: Mapping): Mapping => ({ spec: { replicas: 1, template: { spec } } })
const container = (name: string, privileged: boolean): Mapping => ({ name, securityContext: { privileged } })
const bad = { hostPID: true, containers: [container('app', true), container('side', false)] }
const good = { containers: [container('app', false)] }

function scan(
  resources: readonly Resource[],
  namespaces: readonly string[] = []
): { findings: Finding[]; result: ScanResult } {
  const findings: Finding[] = []
  const filter = { namespaces: new Set(namespaces), kinds: new Set<string>(), passes: false }
  const running = new Scan(
    plan,
    builtInWorkloads,
    filter,
    { add: (some) => findings.push(...some) },
    nothingTolerated()
  )
  running.add(bareUnit('cluster', { live: true, resources }))
  return { findings, result: running.finish(() => null) }
}

function found(...resources: Resource[]): string[] {
  return scan(resources).findings.map(
    ({ control, resource, container: inside }) =>
      `${resource.kind} ${resource.name} ${inside?.name ?? 'pod'}: ${control}`
  )
}

describe('what a controller made', () => {
  const web = live('apps/v1 Deployment', 'web', template(bad))
  const replicas = live('apps/v1 ReplicaSet', 'web-1', template(bad), web)
  const pods = ['a', 'b'].map((name) => live('v1 Pod', `web-1-${name}`, { spec: bad }, replicas))

  test('has its faults reported at the topmost controller that shows them', () => {
    const faults = ['Deployment web pod: host-pid', 'Deployment web app: privileged-container']
    assert.deepEqual(found(web, replicas, ...pods).sort(), faults.sort())
  })

  test('is counted among the objects judged, and passes nothing that it fails', () => {
    const { result } = scan([web, replicas, ...pods])
    const alone = scan([web]).result
    assert.equal(result.summary.resources, 4)
    assert.equal(result.summary.status.pass, 4 * alone.summary.status.pass)
    assert.equal(result.summary.status.fail, 2)
  })

  test('has what it adds to its controller reported, once for all beside it', () => {
    const injected = { ...good, initContainers: [container('proxy', true)] }
    const mended = live('apps/v1 Deployment', 'web', template(good))
    const made = ['a', 'b', 'c'].map((name) => live('v1 Pod', `web-1-${name}`, { spec: injected }, replicas))
    const now = live('apps/v1 ReplicaSet', 'web-1', template(good), mended)
    assert.deepEqual(found(mended, now, ...made), ['Pod web-1-a proxy: privileged-container'])
  })

  test('has a fault of another container reported: names tell containers apart', () => {
    const other = { containers: [container('app', true), container('side', true)] }
    const odd = live('v1 Pod', 'web-1-c', { spec: other }, replicas)
    assert.deepEqual(
      found(web, replicas, odd).filter((fault) => fault.startsWith('Pod')),
      ['Pod web-1-c side: privileged-container']
    )
  })

  test('of a controller that is not read is judged, and its faults reported once', () => {
    assert.equal(found(...pods).length, 2)
    assert.ok(found(...pods).every((fault) => fault.startsWith('Pod web-1-a ')))
  })

  test('and is no copy of what stands beside it is reported for itself', () => {
    const node = live('v1 Node', 'n1', {})
    const image = (name: string): Mapping => ({ hostPID: true, containers: [{ name: 'app', image: name }] })
    const pods = ['etcd', 'apiserver'].map((name) => live('v1 Pod', `${name}-n1`, { spec: image(name) }, node))
    assert.deepEqual(found(node, ...pods), ['Pod etcd-n1 pod: host-pid', 'Pod apiserver-n1 pod: host-pid'])
    const operator = live('example.com/v1 Platform', 'main', {})
    const made = ['a', 'b'].map((name) => live('apps/v1 Deployment', name, template(image(name)), operator))
    const { findings } = scan(made)
    assert.equal(findings.length, 2)
    assert.notEqual(findings[0]?.fingerprint, findings[1]?.fingerprint)
  })

  test('is not judged once it runs nothing any more', () => {
    const old = live('apps/v1 ReplicaSet', 'web-0', { spec: { replicas: 0, template: { spec: bad } } }, web)
    const done = live('v1 Pod', 'web-0-a', { spec: bad, status: { phase: 'Succeeded' } }, old)
    const { findings, result } = scan([old, done])
    assert.deepEqual(findings, [])
    assert.equal(result.summary.resources, 0)
  })

  test('keeps its fingerprints when a rollout renames it', () => {
    const rollout = (hash: string): string[] => {
      const labels = { 'pod-template-hash': hash }
      const set = live('apps/v1 ReplicaSet', `web-${hash}`, template(good), web, { labels })
      const pod = live('v1 Pod', `web-${hash}-x7k2p`, { spec: bad }, set, { labels })
      return scan([set, pod]).findings.map(({ fingerprint }) => fingerprint)
    }
    assert.equal(rollout('6d4cf56db6').length, 2)
    assert.deepEqual(rollout('6d4cf56db6'), rollout('5f8b9c7d44'))
    const run = (minute: string): string[] => {
      const job = live('batch/v1 Job', `nightly-${minute}`, template(good))
      return scan([live('v1 Pod', `nightly-${minute}-abcde`, { spec: bad }, job)]).findings.map(
        ({ fingerprint }) => fingerprint
      )
    }
    assert.deepEqual(run('28391040'), run('28392480'))
  })
})

describe('--namespace on a cluster', () => {
  const node = live('v1 Pod', 'kubelet', { spec: bad }, undefined, { namespace: undefined })
  const here = live('v1 Pod', 'here', { spec: bad }, undefined, { namespace: 'default' })

  test('leaves out what is in no namespace', () => {
    const { findings, result } = scan([node, here], ['default'])
    assert.deepEqual([...new Set(findings.map(({ resource }) => resource.name))], ['here'])
    assert.equal(result.leftOut, 1)
  })

  test('keeps the namespace itself', () => {
    const namespaces = ['shop', 'rtf'].map((name) =>
      live('v1 Namespace', name, {}, undefined, { namespace: undefined })
    )
    assert.equal(scan(namespaces, ['shop']).result.summary.resources, 1)
  })
})

test('what a cluster did not give is passed on', () => {
  const running = new Scan(
    plan,
    builtInWorkloads,
    { namespaces: new Set(), kinds: new Set(), passes: false },
    { add() {} },
    nothingTolerated()
  )
  const unread = [{ kind: 'Secret', group: '', namespace: null, reason: 'refused' }]
  running.add(bareUnit('cluster', { live: true, unread }))
  assert.deepEqual(running.finish(() => null).unread, unread)
})
