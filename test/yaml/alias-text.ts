import fc from 'fast-check'
import type { Generator } from './choices.ts'

/** Documents in which aliases to aliases expand to many nodes: some to more than go-yaml allows, some to a little less. */
export const aliasText: fc.Arbitrary<string> = fc.gen().map((g) => {
  const levels = 1 + g(fc.nat, { max: 3 })
  let text = `${padding(g)}l0: &l0 [${repeated('x', 1 + g(fc.nat, { max: 39 }))}]\n`
  for (let level = 1; level <= levels; level++) text += expansion(g, level)
  if (g(fc.boolean)) text += merges(g)
  const uses = g(fc.nat, { max: 300 })
  for (let use = 0; use < uses; use++) text += `use${use}: *l${g(fc.nat, { max: levels })}\n`
  return text
})

/** Nodes that come from no alias, and so lower the share of those that do. */
function padding(g: Generator): string {
  const pairs = g(fc.nat, { max: g(fc.boolean) ? 400 : 4000 })
  return Array.from({ length: pairs }, (_, i) => `pad${i}: v\n`).join('')
}

function expansion(g: Generator, level: number): string {
  const width = 2 + g(fc.nat, { max: 11 })
  const alias = `*l${level - 1}`
  if (g(fc.boolean)) return `l${level}: &l${level} [${repeated(alias, width)}]\n`
  return `l${level}: &l${level}\n${Array.from({ length: width }, (_, i) => `  k${i}: ${alias}\n`).join('')}`
}

function merges(g: Generator): string {
  const items = 5 + g(fc.nat, { max: 200 })
  const merged = g(fc.boolean) ? '*m' : '[*m, {a: 3}, *m]'
  return `m: &m {a: 1, b: 2, c: *l0}\nn:\n${`- <<: ${merged}\n  q: 1\n`.repeat(items)}`
}

function repeated(item: string, count: number): string {
  return Array.from({ length: count }, () => item).join(', ')
}
