import { clusterKinds } from '../src/sources/cluster/kinds.ts'

const start = '<!-- kinds: written by scripts/generate-cluster-kinds.ts -->\n'
const end = '<!-- end of kinds -->'

/**
 * A document with the table of the kinds that are read of a cluster between its two marks.
 * @throws Error where it lacks them.
 */
export function withClusterKinds(document: string): string {
  const from = document.indexOf(start)
  const to = document.indexOf(end)
  if (from === -1 || to < from) throw new Error('the document has no place for the kinds that are read')
  return document.slice(0, from + start.length) + table() + document.slice(to)
}

function table(): string {
  const rows = clusterKinds.map(
    ({ kind, group, why }) => `| ${kind} | ${group === '' ? '' : `\`${group}\``} | ${why} |\n`
  )
  return `| kind | API group | for |\n|---|---|---|\n${rows.join('')}`
}
