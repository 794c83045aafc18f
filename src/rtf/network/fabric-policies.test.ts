import assert from 'node:assert/strict'
import { BlockList } from 'node:net'
import { describe, test } from 'node:test'
import { isMapping, type Mapping } from '../../estate/mapping.ts'
import { valueAt } from '../../estate/path.ts'
import { documentedFacts } from '../facts/facts.ts'
import type { FabricNetwork } from './fabric-network.ts'
import { fabricPolicies } from './fabric-policies.ts'

/** One end of a connection: a pod, or an address outside. */
type End =
  | { readonly namespace: string; readonly labels?: Readonly<Record<string, string>> }
  | { readonly address: string }

const namespaces: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rtf: {},
  'mule-live': { 'rtf.mulesoft.com/agentNamespace': 'rtf' },
  'mule-test': { 'rtf.mulesoft.com/agentNamespace': 'rtf' },
  'ingress-nginx': {},
  'kube-system': {},
  shop: {}
}

const agent: End = { namespace: 'rtf' }
const application: End = { namespace: 'mule-live' }
const dns: End = { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }
const ingress: End = { namespace: 'ingress-nginx' }
const apiServer: End = { address: '10.96.4.2' }
const internetHost: End = { address: '52.1.2.3' }
const metadataService: End = { address: '169.254.169.254' }

describe('policies for Runtime Fabric', () => {
  test('let through all that it needs', () => {
    const allowed = evaluator({})
    const needed: [End, End, number][] = [
      [agent, application, 8081],
      [agent, application, 9999],
      [agent, agent, 7070],
      [application, agent, 443],
      [application, application, 5701],
      [agent, dns, 53],
      [application, dns, 53],
      [agent, apiServer, 6443],
      [ingress, application, 8081],
      [application, internetHost, 443]
    ]
    for (const [from, to, port] of needed) assert.ok(allowed(from, to, port), JSON.stringify([from, to, port]))
    const plane = documentedFacts.controlPlanes.find(({ region }) => region === 'ca')
    assert.ok(plane)
    const ca = evaluator({ controlPlane: plane })
    for (const { port } of plane.egress) assert.ok(ca(agent, internetHost, port), String(port))
    assert.ok(ca(agent, internetHost, 11443))
    assert.ok(!allowed(agent, internetHost, 11443))
  })

  test('let through nothing else', () => {
    const allowed = evaluator({ apiServer: { cidr: '10.96.4.2/32', port: 6443 } })
    const other: [End, End, number][] = [
      [{ namespace: 'shop' }, application, 8081],
      [{ namespace: 'shop' }, agent, 443],
      [{ namespace: 'mule-test' }, application, 8081],
      [ingress, application, 5701],
      [application, application, 22],
      [application, apiServer, 6443],
      [application, { address: '10.20.0.5' }, 443],
      [application, metadataService, 80],
      [agent, metadataService, 443],
      [agent, internetHost, 22],
      [agent, { address: '10.20.0.5' }, 443]
    ]
    for (const [from, to, port] of other) assert.ok(!allowed(from, to, port), JSON.stringify([from, to, port]))
    assert.ok(allowed(agent, apiServer, 6443))
  })

  test('open what the user asks for, in the namespaces that are meant', () => {
    const database = { cidr: '10.20.0.0/24', port: 5432 }
    const allowed = evaluator({ backends: new Map(['mule-live', 'rtf'].map((name) => [name, [database]])) })
    const address: End = { address: '10.20.0.9' }
    assert.ok(allowed(application, address, 5432))
    assert.ok(allowed(agent, address, 5432))
    assert.ok(!allowed({ namespace: 'mule-test' }, address, 5432))
  })

  test('stay closed to other namespaces only where the ingress controller is named', () => {
    const allowed = evaluator({ ingressNamespaces: [] })
    assert.ok(allowed({ namespace: 'shop' }, application, 8081))
    assert.ok(!allowed({ namespace: 'shop' }, application, 5701))
  })
})

function evaluator(more: Partial<FabricNetwork>) {
  const [us] = documentedFacts.controlPlanes
  assert.ok(us)
  const policies = fabricPolicies({
    agentNamespace: 'rtf',
    applicationNamespaces: ['mule-live', 'mule-test'],
    controlPlane: us,
    needsHost: ({ until }) => until === undefined,
    applicationPorts: documentedFacts.applicationPorts,
    ingressNamespaces: ['ingress-nginx'],
    apiServer: null,
    isOpenShift: false,
    backends: new Map(),
    ...more
  }).map(({ value }) => value)
  return (from: End, to: End, port: number): boolean =>
    passes(policies, from, 'egress', to, port) && passes(policies, to, 'ingress', from, port)
}

/** As the NetworkPolicy API has it, for policies that select all pods of their namespace. */
function passes(policies: readonly unknown[], of: End, direction: 'ingress' | 'egress', peer: End, port: number) {
  if ('address' in of) return true
  const type = direction === 'ingress' ? 'Ingress' : 'Egress'
  const own = policies.filter((policy) => {
    const types = valueAt(policy, ['spec', 'policyTypes'])
    return valueAt(policy, ['metadata', 'namespace']) === of.namespace && Array.isArray(types) && types.includes(type)
  })
  if (own.length === 0) return true
  const rules = own.flatMap((policy) => listAt(policy, ['spec', direction]))
  return rules.some((rule) => {
    const ports = listAt(rule, ['ports'])
    if (ports.length > 0 && !ports.some((each) => valueAt(each, ['port']) === port)) return false
    return listAt(rule, [direction === 'ingress' ? 'from' : 'to']).some((each) => fits(each, of.namespace, peer))
  })
}

function fits(peer: unknown, own: string, end: End): boolean {
  const block = valueAt(peer, ['ipBlock'])
  if (isMapping(block)) {
    if (!('address' in end)) return false
    return (
      within(String(block.cidr), end.address) &&
      !listAt(block, ['except']).some((each) => within(String(each), end.address))
    )
  }
  if ('address' in end) return false
  const namespace = valueAt(peer, ['namespaceSelector'])
  const labels = { ...namespaces[end.namespace], 'kubernetes.io/metadata.name': end.namespace }
  if (namespace === undefined ? end.namespace !== own : !selects(namespace, labels)) return false
  return selects(valueAt(peer, ['podSelector']) ?? {}, end.labels ?? {})
}

function selects(selector: unknown, labels: Readonly<Record<string, string>>): boolean {
  const wanted: Mapping = isMapping(selector) && isMapping(selector.matchLabels) ? selector.matchLabels : {}
  return Object.entries(wanted).every(([key, value]) => labels[key] === value)
}

function within(cidr: string, address: string): boolean {
  const [network = '', prefix = ''] = cidr.split('/')
  if (network.includes(':')) return false
  const list = new BlockList()
  list.addSubnet(network, Number(prefix), 'ipv4')
  return list.check(address, 'ipv4')
}

function listAt(value: unknown, path: readonly string[]): readonly unknown[] {
  const list = valueAt(value, path)
  return Array.isArray(list) ? list : []
}
