import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { Estate } from '../../../src/estate/estate.ts'
import { podViews } from '../../../src/estate/workload.ts'
import { applied, companionsOf, type Files } from '../../../src/fix/companions/companions.fixture.ts'
import type { ConnectionPort } from '../../../src/network/connections/connection.ts'
import { connectionsOf } from '../../../src/network/connections/connections.ts'
import { type Network, networkOf } from '../../../src/network/network.ts'
import type { NetworkPod } from '../../../src/network/pod.ts'
import type { Direction } from '../../../src/network/policy.ts'
import type { PortRange } from '../../../src/network/ports.ts'
import { readText } from '../../../src/sources/read-text.ts'
import { corpusFolder } from '../../corpus.ts'
import { filesIn, folders } from './real-folders.ts'

describe('with the policies of companions', () => {
  test('what the sample estate is known to need is allowed, and pods are cut off from all others', () => {
    const { 'network/shop.yaml': _, ...files } = filesIn(join(import.meta.dirname, '../../../samples'), null)
    const { needed, pairs, open } = connected(files)
    // Policies of the estate keep the pods of Runtime Fabric open to one another, as it needs them.
    assert.ok(needed > 0 && open < pairs / 3, `${needed} needed, ${open} of ${pairs} pairs are open`)
  })

  test('the same holds of real manifests', (context) => {
    const corpus = corpusFolder()
    if (corpus === null) return context.skip('there is no corpus: set BULWARK_CORPUS')
    const sums = { needed: 0, pairs: 0, open: 0 }
    for (const [folder, namespace] of folders) {
      const { needed, pairs, open } = connected(filesIn(join(corpus, folder), namespace))
      context.diagnostic(`${folder}: ${needed} connections, ${open} of ${pairs} pairs of pods are open`)
      sums.needed += needed
      sums.pairs += pairs
      sums.open += open
    }
    assert.ok(sums.needed > 150 && sums.open < sums.pairs / 4, JSON.stringify(sums))
  })
})

/**
 * Asserts that policies let through every connection between pods that is known to be needed.
 * @returns How many there are, and of all pairs of pods in namespaces with new policies, between how many anything is
 * allowed.
 */
function connected(files: Files): { readonly needed: number; readonly pairs: number; readonly open: number } {
  const made = companionsOf(files).filter(({ theme }) => theme === 'network-policies')
  const estate = estateOf(applied(files, made))
  const network = networkOf(estate)
  const hardened = new Set(made.map(({ namespace }) => namespace))
  const old = networkOf(estateOf(files))
  const before = new Map(old.pods.map((pod) => [keyOf(pod), pod]))
  // What a policy that is there decides stays as it is.
  const isNew = (direction: Direction, pod: NetworkPod): boolean => {
    const same = before.get(keyOf(pod))
    return same !== undefined && old.isolating(same, direction).length === 0
  }
  const pods = network.pods.filter(({ onHost, namespace }) => !onHost && hardened.has(namespace.name ?? ''))
  let needed = 0
  for (const { from, to, ports, proof } of connectionsOf(estate).all) {
    if (from.is !== 'workload' || to.is !== 'workload' || from.pod.onHost || to.pod.onHost) continue
    if (!hardened.has(from.pod.namespace.name ?? '') && !hardened.has(to.pod.namespace.name ?? '')) continue
    needed++
    for (const port of ports ?? [{ protocol: 'TCP', port: 1 }]) {
      for (const direction of ['egress', 'ingress'] as const) {
        if (!isNew(direction, (direction === 'egress' ? from : to).pod)) continue
        const allowed = lets(network, direction, from.pod, to.pod, port)
        assert.ok(allowed, `${direction}: ${proof} ${JSON.stringify(port)}`)
      }
    }
  }
  const pairs = pods.flatMap((from) => pods.filter((to) => to !== from).map((to) => ({ from, to })))
  const open = pairs.filter(({ from, to }) =>
    (['egress', 'ingress'] as const).every((direction) => lets(network, direction, from, to, null))
  )
  return { needed, pairs: pairs.length, open: open.length }
}

function keyOf({ resource: { origin }, view }: NetworkPod): string {
  return JSON.stringify([origin, view.specPath])
}

/** @param port Null asks whether any is let through. */
function lets(
  network: Network,
  direction: Direction,
  from: NetworkPod,
  to: NetworkPod,
  port: ConnectionPort | null
): boolean {
  const [own, other] = direction === 'egress' ? [from, to] : [to, from]
  const isolating = network.isolating(own, direction)
  return (
    isolating.length === 0 ||
    isolating.some(({ rules }) =>
      rules[direction].some(
        ({ peers, ports }) =>
          (peers === null || peers.some(({ pods }) => pods?.includes(other) === true)) && covers(ports, port)
      )
    )
  )
}

function covers(ports: readonly PortRange[] | null, wanted: ConnectionPort | null): boolean {
  if (ports === null || wanted === null) return true
  const { protocol, port } = wanted
  return ports.some((range) => {
    if (range.protocol !== protocol) return false
    if (typeof port === 'string') return range.name === port || range.last === 65535
    return port === null ? range.first <= 1 && range.last === 65535 : range.first <= port && port <= range.last
  })
}

function estateOf(files: Files): Estate {
  const estate = new Estate()
  for (const [file, text] of Object.entries(files)) {
    for (const resource of readText(file, text, true).resources) estate.add(resource, podViews(resource))
  }
  return estate
}
